package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One application for several items.
 *
 * @param id made by the caller, so that it can be sent twice
 * @param region where the items are decided: the project's place, for which null stands too;
 *     without a project null stands for the place of the caller's post
 * @param enterprise whose application it is
 * @param ownerPromise file of the owner's promise when expert review is waived, else null
 * @param designPromise file of the design unit's promise, likewise
 * @param promised ids of materials for which the applicant gives a promise instead
 * @param promiseText version of the words that were read before promising, or null for those of
 *     today
 * @param answers what was filled in, by the code of the field
 */
public record SubmitApplication(
        UUID id,
        @Nullable Region region,
        UUID enterprise,
        @Nullable UUID project,
        List<AskedItem> items,
        List<GivenMaterial> materials,
        @Nullable UUID ownerPromise,
        @Nullable UUID designPromise,
        List<String> promised,
        @Nullable String promiseText,
        Map<String, String> answers) {

    public SubmitApplication {
        answers = Map.copyOf(answers);
    }

    /** Without a form, and without promises in place of certificates. */
    public SubmitApplication(
            UUID id,
            @Nullable Region region,
            UUID enterprise,
            @Nullable UUID project,
            List<AskedItem> items,
            List<GivenMaterial> materials,
            @Nullable UUID ownerPromise,
            @Nullable UUID designPromise) {
        this(
                id,
                region,
                enterprise,
                project,
                items,
                materials,
                ownerPromise,
                designPromise,
                List.of(),
                null,
                Map.of());
    }

    /** An item and the way in which it shall be examined. */
    public record AskedItem(String code, Mode mode) {}
}

package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.util.UUID;

/** Taking a project into the service, and naming who answers for it. */
public interface Registering {

    /**
     * A project to be registered.
     *
     * @param id made by the caller, so that it may be sent twice
     * @param code project code from the online platform, or null: then a test code is made
     * @param name 1 to 200 characters
     * @param enterprise null for an applicant: its own
     * @param industry section or division of GB/T 4754, or null
     * @param investment in 万元, or null
     */
    record Registration(
            UUID id,
            Region region,
            @Nullable String code,
            String name,
            String projectType,
            @Nullable UUID enterprise,
            @Nullable String industry,
            @Nullable BigDecimal investment) {}

    /**
     * A steward of the region registers any project there, an applicant one of its own enterprise.
     * Refuses with {@code project-code-form}, {@code project-code-taken}, {@code project-id-taken},
     * {@code project-name}, {@code project-type-unknown}, {@code enterprise-unknown}, {@code
     * region-unknown}, {@code industry-unknown}, {@code investment-out-of-range}, {@code
     * region-not-yours}.
     */
    void register(Actor actor, Registration registration);

    /**
     * A leader or an administrator of the region appoints someone with a steward's post there; a
     * steward of the region does where there is none yet, or hands over what it carries itself.
     * Refuses with {@code not-a-steward}, {@code steward-already-appointed}, {@code
     * not-the-projects-steward}, {@code appointment-reason}.
     *
     * @param version of the project on which the caller decided; -1 for any
     * @param reason why this one, where others carry less; may be null where it is no matter
     */
    void appoint(Actor actor, UUID project, long version, UUID steward, @Nullable String reason);
}

package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The sample of decisions by rule that a person looks at again. */
public interface Reviewing {

    /**
     * A decision of the sample.
     *
     * @param right what the reviewer found, or null: nobody has looked yet
     * @param reason why, or null
     */
    record ReviewLine(
            UUID task,
            UUID application,
            String number,
            String itemCode,
            String itemName,
            String itemNameEn,
            String region,
            LocalDate decidedOn,
            @Nullable Boolean right,
            @Nullable LocalDate reviewedOn,
            @Nullable String reason,
            long version) {}

    /**
     * The sample of a department.
     *
     * @param department for whoever is of none; an official's own otherwise
     * @param reviewed what was looked at, and not what waits
     * @param right only what was found so, or null for either
     */
    List<ReviewLine> sample(
            @Nullable String department,
            boolean reviewed,
            @Nullable Boolean right,
            @Nullable UUID after,
            int limit,
            Actor actor);

    ReviewLine sampled(UUID task, Actor actor);

    /**
     * Says whether the rules decided rightly; once, and not by who submitted it. A wrong one is
     * told, counts against its rules, and can be listed.
     */
    ReviewLine review(UUID task, boolean right, String reason, Seen seen, Actor actor);
}

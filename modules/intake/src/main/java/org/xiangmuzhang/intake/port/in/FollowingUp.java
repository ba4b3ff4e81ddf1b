package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.Settlement;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What becomes of owed materials and promises after an acceptance or a decision. */
public interface FollowingUp {

    /** What the actor may see, the soonest due first. */
    List<ObligationSheet> obligations(ObligationFilter filter, int limit, Actor actor);

    ObligationSheet obligation(UUID id, Actor actor);

    /** Those of an application that the actor may see. */
    List<ObligationSheet> ofApplication(UUID application, Actor actor);

    /** The words that are promised at a place today. */
    PromiseWords text(Region place);

    /**
     * The owed material has come: handed in by the applicant or a steward, or taken in at the
     * window, where a paper may do.
     *
     * @param file what was handed in, or null at the window
     */
    ObligationSheet arrive(UUID id, @Nullable UUID file, Seen seen, Actor actor);

    /** 核查: an approver of the department has looked whether a promise is kept. */
    ObligationSheet verify(UUID id, boolean kept, String remark, Seen seen, Actor actor);

    /**
     * An approver says what becomes of the decision whose obligation is in question.
     *
     * @param until the new last day of what is extended, else null
     */
    ObligationSheet settle(
            UUID id,
            Settlement how,
            @Nullable LocalDate until,
            String reason,
            Seen seen,
            Actor actor);
}

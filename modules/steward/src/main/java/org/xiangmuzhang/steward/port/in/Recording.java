package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;

import java.time.LocalDate;
import java.util.UUID;

/** Facts that no application of the platform shows: decisions made elsewhere, and milestones. */
public interface Recording {

    /**
     * A decision made outside the platform (平台外办理).
     *
     * @param file the proof: the enterprise's file, or one that the recorder uploaded
     * @param verifiedOn the day it was last verified, not before the decision, not in the future;
     *     null while nobody has verified it
     */
    record ExternalDecision(
            String itemCode,
            String documentNumber,
            LocalDate decidedOn,
            UUID file,
            @Nullable LocalDate verifiedOn) {}

    /**
     * The project's steward or a clerk of the region records. Refuses with {@code item-unknown},
     * {@code milestone-not-by-hand}, {@code item-decided-here}, {@code item-under-way-here}, {@code
     * item-rejected-here}, {@code land-is-recorded-here}, {@code file-unknown}, {@code
     * document-number-form}, {@code document-number-digits}, {@code elsewhere-future}, {@code
     * elsewhere-verified}, {@code elsewhere-recorded-already}.
     */
    void decidedElsewhere(Actor actor, UUID project, long version, ExternalDecision decision);

    /**
     * The project's steward or a clerk of the region puts right what was recorded; number, day,
     * proof and verification are replaced, the timeline keeps both. Refuses with {@code
     * elsewhere-unknown}, {@code elsewhere-corrects-nothing}, {@code file-unknown}, {@code
     * remark-length} and what a record of this form is refused with.
     */
    void correct(Actor actor, UUID project, long version, ExternalDecision right, String reason);

    /** Whether someone records this milestone, and not the platform when it sees it happen. */
    boolean isByHand(String milestone);

    /** Refuses whoever may not record for the project, before a proof is taken in. */
    void mustBeOpenTo(Actor actor, UUID project);

    /**
     * The project's steward or a clerk of the region records. Refuses with {@code item-unknown},
     * {@code item-is-no-milestone}, {@code milestone-not-by-hand}, {@code file-unknown}, {@code
     * milestone-future}, {@code milestone-reached-already}.
     *
     * @param proof the enterprise's file, or one that the recorder uploaded
     */
    void milestone(
            Actor actor, UUID project, long version, String itemCode, LocalDate on, UUID proof);

    /** The platform reaches a milestone by itself; reached already: nothing happens. */
    void milestone(UUID project, String itemCode, LocalDate on);
}

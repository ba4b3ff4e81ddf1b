package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.kernel.Actor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a department's approver does with an item. */
public interface Examining {

    /** Stops the clock from today; refuses a kind that the item does not list. */
    void beginProcedure(
            UUID task, SpecialProcedure kind, LocalDate expectedUntil, Seen seen, Actor actor);

    /** Lets the clock go on after that last day, today when null, with exactly what was left. */
    void endProcedure(UUID task, @Nullable LocalDate until, Seen seen, Actor actor);

    /**
     * Decides formally, once; refuses whoever accepted or submitted it: {@code
     * accepted-by-same-person}, {@code submitted-by-same-person}.
     *
     * @return the item as it stands now
     */
    TaskSheet decide(UUID task, Verdict verdict, Seen seen, Actor actor);

    /**
     * Decides several, each as if it were alone: what is refused leaves the others as they are.
     * Refuses all: {@code nothing-chosen}, {@code too-many-chosen}.
     */
    List<Settled> decideEach(List<ToDecide> tasks, Actor actor);

    /** Ends a simulated review well: an opinion without legal effect, pinned to what it saw. */
    void preApprove(
            UUID task,
            @Nullable String documentNumber,
            @Nullable UUID document,
            Seen seen,
            Actor actor);
}

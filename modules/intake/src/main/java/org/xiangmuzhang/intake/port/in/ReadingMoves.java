package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.MovedDueDate;
import org.xiangmuzhang.kernel.Actor;

import java.util.List;
import java.util.UUID;

/** Which due dates the working calendar moved, for those who work by them. */
public interface ReadingMoves {

    /**
     * Moves within the actor's reach, the latest first: for an official of a department its own,
     * for whoever sees all departments those of one or of all.
     *
     * @param after the last one of the page before, or null
     */
    List<MovedDueDate> moves(
            @Nullable String department,
            MovedDueDate.@Nullable Place after,
            int limit,
            Actor actor);

    /** Moves of the items of an application that the actor sees, the latest first. */
    List<MovedDueDate> movesOf(UUID application, Actor actor);
}

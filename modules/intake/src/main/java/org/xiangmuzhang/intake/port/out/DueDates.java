package org.xiangmuzhang.intake.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.MovedDueDate;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The due dates by which desks are ordered, each with the calendar it was computed from. */
public interface DueDates {

    /**
     * The calendar version that comes next, in the order of text, among those that due dates of
     * running clocks were computed from; null after the last.
     *
     * @param version empty for the first
     */
    @Nullable String calendarAfter(String version);

    /**
     * Items whose clock runs and whose due date was computed from this calendar, by id; locked for
     * this transaction, and none that another one has locked.
     *
     * @param after the last item seen, or null from the beginning
     */
    List<Task> computedFrom(String calendar, @Nullable UUID after, int limit);

    /**
     * Keeps the item's due date as this calendar gives it, and that it moved; its version stays.
     */
    void compute(Task task, WorkingDays calendar, Instant now);

    /**
     * Moves at these places, the latest first.
     *
     * @param department null for all
     */
    List<MovedDueDate> moves(
            Set<Region> regions,
            @Nullable String department,
            MovedDueDate.@Nullable Place after,
            int limit);

    /** Moves of an application's items, the latest first; at most two hundred. */
    List<MovedDueDate> movesOf(UUID application);
}

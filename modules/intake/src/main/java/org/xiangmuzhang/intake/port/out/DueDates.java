package org.xiangmuzhang.intake.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.kernel.WorkingDays;

import java.util.List;
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

    /** Keeps the item's due date as this calendar gives it; its version stays. */
    void compute(Task task, WorkingDays calendar);
}

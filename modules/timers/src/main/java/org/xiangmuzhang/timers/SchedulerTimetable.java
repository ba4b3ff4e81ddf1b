package org.xiangmuzhang.timers;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

import java.time.Duration;
import java.time.InstantSource;

/** Moves the next run of work in the scheduler's table, which every node reads. */
record SchedulerTimetable(SchedulerClient scheduler, InstantSource time) implements Timetable {

    /** By then every node shows what was committed; what it has in memory is a fifth as old. */
    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public void soon(String work) {
        try {
            scheduler.reschedule(
                    TaskInstanceId.of(work, RecurringTask.INSTANCE), time.instant().plus(SOON));
        } catch (TaskInstanceException running) {
            // It is being done, or the scheduler has not begun yet and will do it first of all.
        }
    }
}

package org.xiangmuzhang.timers;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Writes a wish into the scheduler's table, which every node reads. A wish is granted by moving the
 * work's next turn; while a turn runs, which began too early to count, the wish waits.
 */
record SchedulerTimetable(SchedulerClient scheduler, InstantSource time) implements Timetable {

    private static final String WISH = "timers.wish";
    private static final String BETWEEN = " ";

    /** By then every node shows what was committed; what it has in memory is a fifth as old. */
    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public void soon(String work) {
        String wish = work + BETWEEN + UUID.randomUUID();
        scheduler.schedule(new TaskInstance<>(WISH, wish), time.instant().plus(SOON));
    }

    /** What grants wishes; the scheduler must know it. */
    static CustomTask<Void> wishes(InstantSource time) {
        return Tasks.custom(WISH, Void.class)
                .execute(
                        (wish, context) ->
                                isGranted(
                                                context.getSchedulerClient(),
                                                wish.getId().split(BETWEEN, 2)[0],
                                                time)
                                        ? new CompletionHandler.OnCompleteRemove<>()
                                        : (complete, operations) ->
                                                operations.reschedule(
                                                        complete, time.instant().plus(SOON)));
    }

    private static boolean isGranted(SchedulerClient scheduler, String work, InstantSource time) {
        try {
            scheduler.reschedule(TaskInstanceId.of(work, RecurringTask.INSTANCE), time.instant());
            return true;
        } catch (TaskInstanceNotFoundException nobody) {
            return true;
        } catch (TaskInstanceException running) {
            return false;
        }
    }
}

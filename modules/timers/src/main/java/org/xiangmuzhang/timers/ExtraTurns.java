package org.xiangmuzhang.timers;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Gives all recurring work a turn now: by the scheduler, so on one node at a time as ever. */
final class ExtraTurns {

    private static final Logger LOG = LoggerFactory.getLogger(ExtraTurns.class);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Scheduler scheduler;
    private final List<RecurringWork> works;
    private final InstantSource source;
    private final Duration longest;

    /**
     * @param source the real time, by which the scheduler runs
     */
    ExtraTurns(
            Scheduler scheduler,
            List<RecurringWork> works,
            InstantSource source,
            Duration longest) {
        this.scheduler = scheduler;
        this.works = works;
        this.source = source;
        this.longest = longest;
    }

    /** Comes back when every work had its turn, or when that takes too long. */
    void take() {
        Instant deadline = source.instant().plus(longest);
        for (RecurringWork work : works) {
            TaskInstanceId turn = TaskInstanceId.of(work.name(), RecurringTask.INSTANCE);
            Instant asked = ask(turn, deadline);
            while (asked != null && !hadItsTurn(turn, asked)) {
                asked = pauseUntil(deadline) ? asked : null;
            }
            if (asked == null) {
                LOG.warn("{} had no extra turn within {}", work.name(), longest);
            }
        }
    }

    /** A turn that runs already began before the clock was sent forward; it does not count. */
    private @Nullable Instant ask(TaskInstanceId turn, Instant deadline) {
        do {
            Instant now = source.instant();
            try {
                if (scheduler.reschedule(turn, now)) {
                    scheduler.triggerCheckForDueExecutions();
                    return now;
                }
            } catch (TaskInstanceException taken) {
                // it runs, or a node took it between the scheduler's look and its change
                LOG.debug("{} is taken", turn.getTaskName(), taken);
            }
        } while (pauseUntil(deadline));
        return null;
    }

    private boolean hadItsTurn(TaskInstanceId turn, Instant asked) {
        return scheduler
                .getScheduledExecution(turn)
                .filter(execution -> !execution.isPicked())
                .filter(execution -> isAfter(execution, asked))
                .isPresent();
    }

    private static boolean isAfter(ScheduledExecution<Object> execution, Instant asked) {
        Instant success = execution.getLastSuccess();
        Instant failure = execution.getLastFailure();
        return success != null && !success.isBefore(asked)
                || failure != null && !failure.isBefore(asked);
    }

    private boolean pauseUntil(Instant deadline) {
        LockSupport.parkNanos(PAUSE.toNanos());
        return source.instant().isBefore(deadline);
    }
}

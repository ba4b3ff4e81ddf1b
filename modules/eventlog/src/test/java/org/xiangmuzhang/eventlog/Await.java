package org.xiangmuzhang.eventlog;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for a condition, until a deadline. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AGAIN = Duration.ofMillis(5);

    private Await() {}

    public static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(AGAIN)
                .pollInSameThread()
                .until(condition);
    }

    /** Until every consumer has handled everything, also what consumers told each other. */
    public static void settled(LogReader log) {
        until(
                () -> {
                    long head = log.head();
                    return log.caughtUp() && log.head() == head;
                });
    }
}

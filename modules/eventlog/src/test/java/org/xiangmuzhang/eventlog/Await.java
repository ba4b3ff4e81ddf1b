package org.xiangmuzhang.eventlog;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition, until a deadline. */
public final class Await {

    private Await() {}

    public static void until(BooleanSupplier condition) throws InterruptedException {
        until(Duration.ofSeconds(30), condition);
    }

    public static void until(Duration patience, BooleanSupplier condition)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + patience);
            }
            Thread.sleep(5);
        }
    }
}

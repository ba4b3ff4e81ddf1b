package org.xiangmuzhang.rest.door;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** So many at once, and so many more who wait a moment for their turn, in the order they came. */
final class Lane {

    private final Semaphore turns;
    private final Semaphore seats;
    private final Duration patience;

    Lane(int atOnce, int waiting, Duration patience) {
        this.turns = new Semaphore(atOnce, true);
        this.seats = new Semaphore(waiting);
        this.patience = patience;
    }

    /** Whether it was this caller's turn in time; then it must leave again. */
    boolean enter() throws InterruptedException {
        if (turns.tryAcquire(0, TimeUnit.NANOSECONDS)) {
            return true;
        }
        if (!seats.tryAcquire()) {
            return false;
        }
        try {
            return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            seats.release();
        }
    }

    void leave() {
        turns.release();
    }
}

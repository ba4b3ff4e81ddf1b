package org.xiangmuzhang.eventlog;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lets a consumer gather what a whole batch of events asks of it and do that once, so that a batch
 * costs few statements whatever its size.
 */
public interface Batches {

    /** What a consumer gathers in one batch. */
    @FunctionalInterface
    interface Gathered {

        /**
         * Does what was gathered, in the transaction that stores the batch's position, too. When it
         * fails, the batch is tried again, and then event by event, so that the one at fault is
         * parked.
         */
        void finish();
    }

    /**
     * Adds to what the running batch has gathered of a kind; the first to do so has it made.
     * Outside of a batch it is finished at once.
     */
    <T extends Gathered> void gather(Class<T> kind, Supplier<T> fresh, Consumer<T> addition);

    /**
     * Work for later in the batch on behalf of the event that is handled now: what it tells names
     * that event as its cause, and belongs to its request and trace.
     */
    Runnable later(Runnable work);
}

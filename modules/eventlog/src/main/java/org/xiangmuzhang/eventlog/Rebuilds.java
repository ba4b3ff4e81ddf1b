package org.xiangmuzhang.eventlog;

/** Makes a read model anew from the events, while writes go on. */
public interface Rebuilds {

    /**
     * Hands every event that a consumer has handled, in log order, to the {@code @EventHandler}
     * methods of an object; runs in the caller's transaction, and goes by the consumer's position
     * as that one sees it, segment by segment.
     */
    void replay(Object handler, String processingGroup);

    /**
     * Sends a consumer back to the first event: stops it, empties its read model and forgets its
     * position in one transaction, and starts it again. For read models only: what an automation
     * did, it would do again.
     */
    void fromFirstEvent(String processingGroup, Runnable emptyReadModel);

    /** Consumers that catch up have done so when they have come to a position. */
    void caughtUpAt(long position);
}

package org.xiangmuzhang.eventlog;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What consumers could not handle. Such an event is parked after a few tries, and the later events
 * of its subject behind it; every other subject goes on.
 */
public interface ParkedEvents {

    /** How many subjects wait, over all consumers. */
    int count();

    /** The longest waiting first; page on by the position after which to begin. */
    List<Parked> waiting(long after, int limit);

    /**
     * Hands a subject's events to the consumer once more, in their order, each in a transaction of
     * its own; stops at the first that fails again. Who did it and why is kept before that, also
     * when it fails. Refuses with {@code parked-event-unknown} a subject of which nothing waits.
     *
     * @param reason asked for within the transaction that keeps it
     * @return how many were handled; what is left stays parked
     */
    int retry(String consumer, UUID subject, UUID person, Supplier<String> reason);

    /**
     * Lets a consumer go on without the subject's first event, for good, and then retries those
     * behind it; who did it and why is kept. Refuses with {@code parked-event-unknown} an event
     * that does not wait as the first of its subject.
     *
     * @param reason asked for within the transaction that keeps it
     * @return how many of those behind it were handled
     */
    int passOver(String consumer, long position, UUID person, Supplier<String> reason);

    /** What operators did, the latest first, before one of their acts. */
    List<ParkedAct> acts(@Nullable UUID before, int limit);
}

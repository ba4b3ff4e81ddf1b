package org.xiangmuzhang.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids made at the edge: UUID version 7 (RFC 9562), ordered by the time of their making; those that
 * one process makes grow strictly (§6.2, method 1, with the twelve bits of rand_a as the counter).
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** A fresh id. The time part only helps to order; no rule reads it. */
    public static UUID next(Clock clock) {
        long now = clock.millis() << 12;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (tick >>> 12 << 16) | 0x7000L | (tick & 0xFFF);
        long low = (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}

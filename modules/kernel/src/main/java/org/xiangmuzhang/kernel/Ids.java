package org.xiangmuzhang.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Ids made at the edge: UUID version 7 (RFC 9562), ordered by the millisecond of their making. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A fresh id. The time part only helps indexes; no rule reads it. */
    public static UUID next(Clock clock) {
        long high = (clock.millis() << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}

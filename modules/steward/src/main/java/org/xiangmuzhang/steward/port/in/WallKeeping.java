package org.xiangmuzhang.steward.port.in;

import org.xiangmuzhang.kernel.LoggedEvent;

import java.time.Instant;

/** Keeps the wall chart by the events, one after the other. */
public interface WallKeeping {

    /** What was recorded at a moment. */
    void note(LoggedEvent event, Instant recorded, long position);

    /** Forgets everything: the first event comes next. */
    void begin();
}

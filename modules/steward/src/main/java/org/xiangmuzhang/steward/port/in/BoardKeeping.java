package org.xiangmuzhang.steward.port.in;

import org.xiangmuzhang.kernel.LoggedEvent;

/** Keeps the board by the events, one after the other. */
public interface BoardKeeping {

    void note(LoggedEvent event, long position);

    /** Forgets everything: the first event comes next. */
    void begin();
}

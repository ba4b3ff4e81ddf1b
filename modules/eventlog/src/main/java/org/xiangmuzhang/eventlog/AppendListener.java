package org.xiangmuzhang.eventlog;

import java.util.List;
import java.util.UUID;

/** Hears, on the thread that committed, which events a transaction has brought into the log. */
public interface AppendListener {

    /** After the commit; ids in the order of the log. */
    void appended(List<UUID> events);
}

package org.xiangmuzhang.eventlog;

import java.util.Collection;
import java.util.UUID;

/** Tells on any node how far the log's consumers have come, on whichever node they work. */
public interface ReadModels {

    /**
     * Whether every consumer that handles one of these events has done so. What those consumers
     * told others in turn does not count, nor does an event that is not in the log.
     *
     * @param events ids of events, as {@link AppendListener} was told them
     */
    boolean hold(Collection<UUID> events);
}

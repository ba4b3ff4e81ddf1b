package org.xiangmuzhang.eventlog;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;

/**
 * Who acts now; asked on the publishing thread for every event. Implemented by one bean at most.
 */
@FunctionalInterface
public interface CurrentActor {

    /** The actor, or null when the platform acts by itself. */
    @Nullable Actor get();
}

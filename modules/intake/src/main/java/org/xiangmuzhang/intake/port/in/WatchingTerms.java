package org.xiangmuzhang.intake.port.in;

import java.time.LocalDate;
import java.util.UUID;

/** What time and others bring about. */
public interface WatchingTerms {

    /** Calls to mind what is soon due and questions what has not come; how much that was. */
    int run();

    /**
     * Somebody who watches has told of a breach; of what is over or in question already, nothing.
     */
    void breachFound(UUID promise, LocalDate on);
}

package org.xiangmuzhang.intake.port.in;

import java.time.LocalDate;
import java.util.UUID;

/** What time and others bring about. */
public interface WatchingTerms {

    /** Calls to mind what is soon due and questions what has not come; how much that was. */
    int run();

    /**
     * Somebody who watches has told of a breach: an approver has to say what becomes of the
     * approval, also when a check has found the promise kept meanwhile. Nothing happens when the
     * approval does not stand.
     *
     * @param source where it came to light
     */
    void breachFound(UUID promise, String source, LocalDate on);
}

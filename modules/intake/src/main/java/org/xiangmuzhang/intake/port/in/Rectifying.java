package org.xiangmuzhang.intake.port.in;

import org.xiangmuzhang.kernel.Actor;

import java.util.UUID;

/** Mending a mistake of the window, with a reason; nobody edits a record in the database. */
public interface Rectifying {

    /**
     * Before anything is decided; refuses afterwards with {@code rectification-after-decision}. The
     * limits of another item count from the acceptance, as those of the wrong one did.
     */
    void rectify(UUID application, Rectification wanted, String reason, Seen seen, Actor actor);
}

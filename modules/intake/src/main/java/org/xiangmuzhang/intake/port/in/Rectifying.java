package org.xiangmuzhang.intake.port.in;

import org.xiangmuzhang.kernel.Actor;

import java.util.UUID;

/** Mending a mistake of the window, with a reason; nobody edits a record in the database. */
public interface Rectifying {

    /**
     * Before anything is decided; refuses afterwards with {@code rectification-after-decision}. The
     * limits of another item count from the acceptance, as those of the wrong one did; a simulated
     * one waits for what the right one waits for. An application of a project has the project's
     * enterprise: who changes it says in which project it belongs, or that it does in none; else
     * {@code rectification-of-project}.
     */
    void rectify(UUID application, Rectification wanted, String reason, Seen seen, Actor actor);
}

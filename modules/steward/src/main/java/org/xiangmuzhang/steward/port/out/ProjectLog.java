package org.xiangmuzhang.steward.port.out;

import org.xiangmuzhang.steward.domain.project.Dossier;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Projects as their events tell them. */
public interface ProjectLog {

    /**
     * Lets the project decide on a command, inside the caller's transaction. Refuses with {@code
     * project-changed-meanwhile} when another decision was recorded first.
     */
    void send(Object command);

    /** What the project has become, or empty when it was never registered. */
    Optional<Dossier> now(UUID project);

    /** What was recorded of it up to a moment, this included. */
    Optional<Dossier> asOf(UUID project, Instant moment);
}

package org.xiangmuzhang.steward.port.out;

import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.events.PlanDrawn;

import java.time.Instant;
import java.util.List;
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

    /**
     * A version of the plan, told whole, and when it was recorded.
     *
     * @param moved how many steps differ from those of the version before
     */
    record Version(PlanDrawn plan, Instant at, int moved) {}

    /** All versions of its plan, the first one first. */
    List<Version> versions(UUID project);

    /** What was recorded of it up to a moment, this included. */
    Optional<Dossier> asOf(UUID project, Instant moment);
}

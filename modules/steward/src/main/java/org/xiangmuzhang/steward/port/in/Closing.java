package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The end of a project: after it nothing more is accepted but reading. */
public interface Closing {

    /**
     * What the end looks like from here.
     *
     * @param open what keeps it from being finished
     * @param stopping what keeps it even from being abandoned; part of open
     * @param closedOn null while it is open
     * @param outcome FINISHED or ABANDONED, or null
     */
    record Prospect(
            UUID project,
            List<TeamSheet.Obligation> open,
            List<TeamSheet.Obligation> stopping,
            @Nullable LocalDate closedOn,
            @Nullable String outcome,
            long version) {}

    Prospect prospect(Actor actor, UUID project);

    /**
     * The project's steward or a leader of the place closes it. Refuses with {@code closing-open}
     * and what is open, {@code closing-outcome}, {@code closing-received-unknown}, {@code
     * project-closed}, {@code remark-length}.
     *
     * @param outcome FINISHED, or ABANDONED: then what nobody has begun is not in the way
     * @param received codes of the items of which the owed materials have come
     */
    void close(
            Actor actor,
            UUID project,
            long version,
            String outcome,
            List<String> received,
            String reason);
}

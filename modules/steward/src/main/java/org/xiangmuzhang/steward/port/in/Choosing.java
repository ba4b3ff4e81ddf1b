package org.xiangmuzhang.steward.port.in;

import org.xiangmuzhang.kernel.Actor;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who could answer for a project, weighed. */
public interface Choosing {

    /**
     * A steward of the project's place.
     *
     * @param projects that it carries unfinished
     * @param items open items of their plans
     * @param late those that cannot meet their target
     * @param sameType projects of this type that it has carried
     * @param sameTrade projects of this industry that it has carried
     * @param score the sum of the parts; the lowest is the best
     * @param parts points by projects, items, late, type, trade, skills; none that count nothing
     * @param full carries as much as one may
     */
    record Candidate(
            UUID person,
            String name,
            int projects,
            int items,
            int late,
            int sameType,
            int sameTrade,
            int score,
            Map<String, Integer> parts,
            boolean full) {}

    /** The best first; for whoever may appoint. */
    List<Candidate> candidates(Actor actor, UUID project);
}

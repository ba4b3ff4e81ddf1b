package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What was done in enterprises' names under mandates, and what was refused. */
public interface SeeingActs {

    /**
     * An act or an attempt.
     *
     * @param act SUBMIT, SUPPLY, WITHDRAW or RECEIVE
     * @param items codes of the items that it was about
     * @param application the application that it was about; of a refused SUBMIT there is none; null
     *     for data of a book and evidence of a session
     * @param mandate the one that covers it; null when it was refused
     * @param steward whose post it was done in
     * @param person who did it; another one where a substitute did
     * @param refused mandate-missing, mandate-stopped or mandate-outside; null when it was done
     */
    record Act(
            UUID id,
            UUID project,
            String projectName,
            String act,
            List<String> items,
            @Nullable UUID application,
            @Nullable UUID mandate,
            UUID steward,
            UUID person,
            @Nullable String personName,
            Instant at,
            @Nullable String refused) {}

    /**
     * The newest first. Of a project: for its enterprise, its steward, and who watches or leads at
     * its place; another steward sees what it tried itself. Without one: for an enterprise all in
     * its name, for a steward all of its own.
     *
     * @param after the last one seen, or null
     */
    List<Act> acts(Actor actor, @Nullable UUID project, @Nullable UUID after, int limit);
}

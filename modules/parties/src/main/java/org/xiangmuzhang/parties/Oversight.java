package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;

import java.util.UUID;

/** How far people look after the posts and sessions of others, and the record of what they did. */
public interface Oversight {

    /** The person within the security administrator's reach, or {@code holder-unknown}. */
    Person bySecurity(Actor actor, UUID person);

    /** Writes into the record that the security administrator has ended somebody's sessions. */
    void sessionsEnded(Actor actor, UUID person, String reason);

    /** Whom an enterprise lets act for it: known by login, or new here with a name; no official. */
    UUID agent(String login, @Nullable String name);

    /** Gives an agent's post, with the record of it. */
    void agentLetIn(Actor actor, Post post, String reason);

    /** Takes an agent's post away, with the record of it. */
    void agentLetOut(Actor actor, Post post, String reason);
}

package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;

import java.util.UUID;

/** How far people look after the posts and sessions of others, and the record of what they did. */
public interface Oversight {

    /** The person within the security administrator's reach, or {@code holder-unknown}. */
    Person bySecurity(Actor actor, UUID person);

    /**
     * Whom the system administrator gives a secret to set a password with, and the security
     * administrator where the person is one of the three: never oneself, and refused with {@code
     * secret-beyond-reach} unless every open post of the person lies within reach, because who is
     * shown the secret could act in all of them.
     */
    Person forSecret(Actor actor, UUID person);

    /** The same for who has a password, which the security administrator takes away. */
    Person forReset(Actor actor, UUID person);

    /** What {@link #forSecret} would refuse with, or null. */
    @Nullable Refusal secretRefused(Actor actor, UUID person);

    /** What {@link #forReset} would refuse with, or null. */
    @Nullable Refusal resetRefused(Actor actor, UUID person);

    /** Writes into the record that somebody without a password was given a secret to set one. */
    void secretGiven(Actor actor, UUID person, String reason);

    /** Writes into the record that the security administrator has taken a password away. */
    void passwordReset(Actor actor, UUID person, String reason);

    /** Writes into the record that the security administrator has ended somebody's sessions. */
    void sessionsEnded(Actor actor, UUID person, String reason);

    /**
     * Whom an enterprise lets act for it: known by login as somebody who acts for an enterprise, or
     * new here with a name under a login of the enterprise's own ({@link AgentLogin}). Refuses an
     * official, and whoever is known otherwise as if nobody had the login.
     */
    UUID agent(Enterprise enterprise, String login, @Nullable String name);

    /** Gives an agent's post, with the record of it. */
    void agentLetIn(Actor actor, Post post, String reason);

    /** Takes an agent's post away, with the record of it. */
    void agentLetOut(Actor actor, Post post, String reason);

    /**
     * Lets the agents of an enterprise that is merged away act for the one that is kept, with the
     * record of it; who does so already keeps one post.
     *
     * @param reason the remark of who decided
     */
    void agentsPassedOn(Actor actor, UUID dissolved, UUID kept, UUID reason);
}

package org.xiangmuzhang.parties.privacy;

import org.xiangmuzhang.kernel.Actor;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who works together so that they must be able to call each other. */
public interface MayCall {

    /**
     * What gives the actor the person's name and phone in full without a word more, such as a
     * mandate; empty when nothing does.
     *
     * @param enterprises for which the person acts today
     */
    Optional<UUID> because(Actor actor, UUID person, Set<UUID> enterprises);
}

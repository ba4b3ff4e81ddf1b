package org.xiangmuzhang.steward.port.in;

import org.xiangmuzhang.kernel.Actor;

import java.util.UUID;

/** 拿地即开工: which documents wait for contract and payment, and how long they took afterwards. */
public interface StartingOnLand {

    /** Refuses with {@code project-unknown}. */
    LandStartSheet documents(Actor actor, UUID project);
}

package org.xiangmuzhang.signin;

import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.util.Set;

/** How far posts let their holders look; without such a bean no further than their own place. */
public interface ReachOfPosts {

    /** The answer that means every place, listed or not. */
    Set<Region> EVERYWHERE = Set.of();

    /** Every region whose rows the actor may meet, or {@link #EVERYWHERE}. */
    Set<Region> of(Actor actor);
}

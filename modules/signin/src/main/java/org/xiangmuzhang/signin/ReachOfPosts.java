package org.xiangmuzhang.signin;

import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.util.Set;

/** How far posts let their holders look; without such a bean no further than their own place. */
public interface ReachOfPosts {

    /** Every region whose rows the actor may meet; with 000000 among them, those of every place. */
    Set<Region> of(Actor actor);
}

package org.xiangmuzhang.files;

import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

/** How far a post lets its holder look; without such a bean to its own place only. */
public interface Reach {

    /** Whether the actor's post lets it look at what belongs to a place. */
    boolean reaches(Actor actor, Region place);

    /** The actor's own place, and every place from the top. */
    static boolean ownPlace(Actor actor, Region place) {
        return actor.region().equals(place) || actor.region().equals(Region.TEMPLATE);
    }
}

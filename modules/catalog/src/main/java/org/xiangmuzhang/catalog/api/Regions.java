package org.xiangmuzhang.catalog.api;

import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The tree of regions, and how far a post lets its holder look in it: the one rule for "a region
 * and what is below it". A zone lies below its city or district; 000000 is above every place.
 */
public interface Regions {

    /** Who looks at what lies below its post, too; whoever else looks at its own place. */
    Set<Role> LOOK_DOWN =
            Set.copyOf(
                    EnumSet.of(
                            Role.STEWARD,
                            Role.HEAD,
                            Role.SUPERVISOR,
                            Role.LEADER,
                            Role.ADMINISTRATOR,
                            Role.SECURITY_ADMINISTRATOR,
                            Role.AUDITOR));

    /** The region itself and every listed one below it; an unlisted one is alone. */
    Set<Region> within(Region region);

    /** The listed regions above one, the nearest first and the template last; none above that. */
    default List<Region> above(Region region) {
        return region.equals(Region.TEMPLATE) ? List.of() : List.of(Region.TEMPLATE);
    }

    /** Whether the lower region is the upper one, or lies below it. */
    default boolean covers(Region upper, Region lower) {
        return upper.equals(lower)
                || upper.equals(Region.TEMPLATE)
                || within(upper).contains(lower);
    }

    /** Whether the actor's post lets it look at what belongs to a place. */
    default boolean reaches(Actor actor, Region place) {
        return actor.role() == Role.SYSTEM
                || (LOOK_DOWN.contains(actor.role())
                        ? covers(actor.region(), place)
                        : actor.region().equals(place));
    }

    /** Every region at which the actor's post lets it look. */
    default Set<Region> reachOf(Actor actor) {
        return LOOK_DOWN.contains(actor.role()) ? within(actor.region()) : Set.of(actor.region());
    }
}

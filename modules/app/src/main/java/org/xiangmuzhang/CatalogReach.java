package org.xiangmuzhang;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.files.Reach;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.signin.ReachOfPosts;

import java.util.Set;

/** Lets a post reach files and rows as far as the catalog's tree of regions lets it look. */
@Component
class CatalogReach implements Reach, ReachOfPosts {

    private final Regions regions;

    CatalogReach(Regions regions) {
        this.regions = regions;
    }

    @Override
    public boolean reaches(Actor actor, Region place) {
        return regions.reaches(actor, place);
    }

    @Override
    public Set<Region> of(Actor actor) {
        boolean everywhere =
                actor.role() == Role.SYSTEM
                        || actor.region().equals(Region.TEMPLATE)
                                && Regions.LOOK_DOWN.contains(actor.role());
        return everywhere ? EVERYWHERE : regions.reachOf(actor);
    }
}

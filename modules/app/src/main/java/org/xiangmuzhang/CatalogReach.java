package org.xiangmuzhang;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.files.Reach;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

/** Lets a post reach files as far as the catalog's tree of regions lets it look. */
@Component
class CatalogReach implements Reach {

    private final Regions regions;

    CatalogReach(Regions regions) {
        this.regions = regions;
    }

    @Override
    public boolean reaches(Actor actor, Region place) {
        return regions.reaches(actor, place);
    }
}

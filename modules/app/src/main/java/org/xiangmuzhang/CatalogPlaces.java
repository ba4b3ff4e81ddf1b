package org.xiangmuzhang;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.Places;

import java.util.List;

/** Lets settings be inherited along the catalog's tree of regions. */
@Component
class CatalogPlaces implements Places {

    private final Regions regions;
    private final Catalog catalog;

    CatalogPlaces(Regions regions, Catalog catalog) {
        this.regions = regions;
        this.catalog = catalog;
    }

    @Override
    public List<Region> above(Region place) {
        return regions.above(place);
    }

    @Override
    public boolean reaches(Actor actor, Region place) {
        return regions.reaches(actor, place);
    }

    @Override
    public @Nullable String name(Region place) {
        boolean known = place.equals(Region.TEMPLATE) || catalog.knows(place);
        return known ? catalog.regionName(place) : null;
    }
}

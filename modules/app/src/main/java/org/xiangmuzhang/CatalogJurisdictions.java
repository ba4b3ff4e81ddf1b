package org.xiangmuzhang;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.Jurisdictions;

import java.util.Set;

/** Lets administrators look after the people of the places that the catalog puts below theirs. */
@Component
class CatalogJurisdictions implements Jurisdictions {

    private final CatalogReach reach;
    private final CatalogPlaces places;
    private final Catalog catalog;

    CatalogJurisdictions(CatalogReach reach, CatalogPlaces places, Catalog catalog) {
        this.reach = reach;
        this.places = places;
        this.catalog = catalog;
    }

    @Override
    public Set<Region> of(Actor actor) {
        return reach.of(actor);
    }

    @Override
    public @Nullable String place(Region place) {
        return places.name(place);
    }

    @Override
    public @Nullable String department(String code) {
        String name = catalog.departmentName(code);
        return name.equals(code) ? null : name;
    }
}

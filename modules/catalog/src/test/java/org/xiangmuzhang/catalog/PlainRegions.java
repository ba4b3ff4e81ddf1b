package org.xiangmuzhang.catalog;

import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Set;

/** A zone below a district, below its city, below a whole country; any other place stands alone. */
public class PlainRegions implements Regions {

    private static final List<Region> DOWN =
            List.of(
                    new Region("000000"),
                    new Region("370400"),
                    new Region("370403"),
                    new Region("Z370403GX"));

    @Override
    public Set<Region> within(Region region) {
        int place = DOWN.indexOf(region);
        return place < 0 ? Set.of(region) : Set.copyOf(DOWN.subList(place, DOWN.size()));
    }

    @Override
    public List<Region> above(Region region) {
        int place = DOWN.indexOf(region);
        return place < 0 ? List.of(Region.TEMPLATE) : DOWN.subList(0, place).reversed();
    }
}

package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Service;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Set;

/** The tree as the table of regions has it, always from memory. */
@Service
class RegionTree implements Regions {

    private final Snapshots snapshots;

    RegionTree(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Set<Region> within(Region region) {
        return snapshots.current().template().within(region);
    }

    @Override
    public List<Region> above(Region region) {
        return snapshots.current().template().chain(region).stream()
                .filter(place -> !place.equals(region))
                .toList();
    }
}

package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.domain.Department;
import org.xiangmuzhang.catalog.domain.Place;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.util.List;
import java.util.Optional;

/** Reading, always from memory. */
@Service
class CurrentCatalog implements Catalog, Browsing {

    private final Snapshots snapshots;
    private final PastItems pastItems;

    CurrentCatalog(Snapshots snapshots, PastItems pastItems) {
        this.snapshots = snapshots;
        this.pastItems = pastItems;
    }

    @Override
    public Optional<Item> item(Region region, String code) {
        return Optional.ofNullable(snapshots.current().at(region).items().get(code));
    }

    @Override
    public List<Item> items(Region region) {
        return List.copyOf(snapshots.current().at(region).items().values());
    }

    @Override
    public Optional<ProjectType> projectType(Region region, String code) {
        return Optional.ofNullable(snapshots.current().at(region).types().get(code));
    }

    @Override
    public List<ProjectType> projectTypes(Region region) {
        return List.copyOf(snapshots.current().at(region).types().values());
    }

    @Override
    public List<MergedItem> mergedItems(Region region) {
        return snapshots.current().at(region).merged();
    }

    @Override
    public WorkingDays calendar() {
        return template().calendar();
    }

    @Override
    public String departmentName(String code) {
        Department department = template().departments().get(code);
        return department == null ? code : department.nameZh();
    }

    @Override
    public boolean knows(Region region) {
        return template().places().containsKey(region);
    }

    @Override
    public String regionName(Region region) {
        Place place = template().places().get(region);
        return place == null ? region.code() : place.nameZh();
    }

    @Override
    public boolean knowsIndustry(String code) {
        return template().industries().contains(code);
    }

    @Override
    public Template template() {
        return snapshots.current().template();
    }

    @Override
    public PlaceView at(Region region) {
        if (!knows(region)) {
            throw Refusal.invalid("region-unknown", "/region", region.code());
        }
        return snapshots.current().at(region);
    }

    @Override
    public Item item(Region region, String code, @Nullable String version) {
        Item item = at(region).items().get(code);
        if (version != null && (item == null || !item.version().equals(version))) {
            return pastItems.item(code, version);
        }
        if (item == null) {
            throw Refusal.notFound("item-unknown", code);
        }
        return item;
    }
}

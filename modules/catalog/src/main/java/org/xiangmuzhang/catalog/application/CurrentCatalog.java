package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.Department;
import org.xiangmuzhang.catalog.domain.Place;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.Precondition;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    public List<Dependency> dependenciesOf(Region region, String item) {
        return at(region).template().dependencies().stream()
                .filter(edge -> edge.to().equals(item))
                .toList();
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
        return template().department(code).nameZh();
    }

    @Override
    public String departmentName(String code, Locale language) {
        Department department = template().department(code);
        return language.getLanguage().equals("en") ? department.nameEn() : department.nameZh();
    }

    @Override
    public boolean knows(Region region) {
        return !Region.TEMPLATE.equals(region) && lists(region);
    }

    private boolean lists(Region region) {
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
        if (!lists(region)) {
            throw Refusal.invalid("region-unknown", "/region", region.code());
        }
        return snapshots.current().at(region);
    }

    @Override
    public List<Item> items(
            Region region,
            @Nullable Stage stage,
            @Nullable String department,
            @Nullable String name) {
        String part = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        return at(region).items().values().stream()
                .filter(item -> stage == null || item.stage() == stage)
                .filter(item -> department == null || item.department().equals(department))
                .filter(
                        item ->
                                (item.nameZh() + ' ' + item.nameEn() + ' ' + item.code())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(part))
                .toList();
    }

    @Override
    public List<Precondition> preconditions(Region region, String code) {
        Map<String, Item> items = at(region).items();
        return dependenciesOf(region, code).stream()
                .sorted(Comparator.comparing(Dependency::from))
                .map(edge -> precondition(edge, items.get(edge.from())))
                .toList();
    }

    private static Precondition precondition(Dependency edge, @Nullable Item before) {
        return new Precondition(
                edge.id(),
                edge.from(),
                before == null ? edge.from() : before.nameZh(),
                before == null ? edge.from() : before.nameEn(),
                edge.kind(),
                edge.relaxableBy(),
                edge.appliesWhen());
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

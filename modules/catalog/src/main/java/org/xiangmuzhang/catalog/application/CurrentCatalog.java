package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.Organ;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.Department;
import org.xiangmuzhang.catalog.domain.Place;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Powers;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.domain.list.Desk;
import org.xiangmuzhang.catalog.domain.own.Narrowed;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.domain.search.Filter;
import org.xiangmuzhang.catalog.domain.search.Sought;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.Precondition;
import org.xiangmuzhang.catalog.port.in.SearchingItems;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Departments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reading: what every place shares from memory, lists of places from the database. */
@Service
class CurrentCatalog implements Catalog, Browsing {

    private static final int MOST_FOLLOWING = 50;

    private final Snapshots snapshots;
    private final PastItems pastItems;
    private final OwnLists lists;
    private final SearchingItems searching;
    private final ObjectProvider<Departments> departments;
    private final Clock clock;

    CurrentCatalog(
            Snapshots snapshots,
            PastItems pastItems,
            OwnLists lists,
            SearchingItems searching,
            ObjectProvider<Departments> departments,
            Clock clock) {
        this.snapshots = snapshots;
        this.pastItems = pastItems;
        this.lists = lists;
        this.searching = searching;
        this.departments = departments;
        this.clock = clock;
    }

    @Override
    public Optional<Item> item(Region region, String code) {
        Item item = snapshots.current().at(region).items().get(code);
        return item != null ? Optional.of(item) : lists.holding(region, code).map(OwnItem::item);
    }

    @Override
    public List<Desk> desks(Region region, Item item) {
        return Desk.of(item, at(region), region, WorkingDays.today(clock));
    }

    @Override
    public Optional<Item> itemInVersion(Region region, String code, String version) {
        Item item = snapshots.current().at(region).items().get(code);
        return item != null && item.version().equals(version)
                ? Optional.of(item)
                : pastItems.find(code, version).or(() -> item(region, code));
    }

    @Override
    public List<Item> items(Region region, String after, int limit) {
        Stream<Item> own =
                lists.page(region, Narrowed.ALL, after, limit).stream().map(OwnItem::item);
        Stream<Item> shared =
                snapshots.current().at(region).items().values().stream()
                        .filter(item -> item.code().compareTo(after) > 0);
        return Stream.concat(shared, own)
                .sorted(Comparator.comparing(Item::code))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Item> named(Region region, String text, int limit) {
        if (!isListed(region)) {
            return Catalog.super.named(region, text, limit);
        }
        return text.strip().length() > Sought.LONGEST
                ? List.of()
                : searching.find(region, text, Filter.NONE, null, limit).stream()
                        .map(SearchingItems.Found::item)
                        .toList();
    }

    @Override
    public List<Item> items(Region region) {
        return List.copyOf(snapshots.current().at(region).items().values());
    }

    @Override
    public Organ organ(Region region, Item item, LocalDate day) {
        return new Powers(snapshots.current().at(region), region, day).organ(item);
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
        PlaceView view = at(region);
        if (!view.items().containsKey(item)) {
            return lists.holding(region, item)
                    .map(own -> own.sheet().before(item))
                    .orElse(List.of());
        }
        return view.template().dependencies().stream()
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
    public String departmentName(Region place, String code, Locale language) {
        Departments known = departments.getIfAvailable();
        String own =
                known == null ? null : known.name(place, code, WorkingDays.today(clock), language);
        return own == null ? departmentName(code, language) : own;
    }

    @Override
    public boolean knows(Region region) {
        return !Region.TEMPLATE.equals(region) && isListed(region);
    }

    private boolean isListed(Region region) {
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
    public long version() {
        return snapshots.current().version();
    }

    @Override
    public Template template() {
        return snapshots.current().template();
    }

    @Override
    public PlaceView at(Region region) {
        if (!isListed(region)) {
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
    public Organ organ(Region region, Item item) {
        return organ(region, item, WorkingDays.today(clock));
    }

    @Override
    public List<Precondition> preconditions(Region region, String code) {
        return dependenciesOf(region, code).stream()
                .sorted(Comparator.comparing(Dependency::from))
                .map(edge -> precondition(edge, item(region, edge.from()).orElse(null)))
                .toList();
    }

    @Override
    public Surroundings around(Region region, String code) {
        PlaceView view = at(region);
        Item item = item(region, code, null);
        OwnItem own =
                view.items().containsKey(code) ? null : lists.holding(region, code).orElse(null);
        Map<String, String> clauses = new LinkedHashMap<>();
        for (int i = 0; i < item.materials().size(); i++) {
            String id = item.materials().get(i).id();
            String clause =
                    own == null
                            ? view.template().clause(id)
                            : own.sheet().materials().get(i).get("material_basis");
            if (clause != null) {
                clauses.put(id, clause);
            }
        }
        return new Surroundings(
                own == null ? view.template().facts(code).basis() : own.above().basis(),
                clauses,
                following(region, code, view));
    }

    private List<Item> following(Region region, String code, PlaceView view) {
        Stream<String> ordered =
                view.template().dependencies().stream()
                        .filter(edge -> edge.from().equals(code))
                        .map(Dependency::to);
        Stream<String> fed =
                view.items().values().stream()
                        .filter(
                                item ->
                                        item.materials().stream()
                                                .anyMatch(it -> it.producedBy().contains(code)))
                        .map(Item::code);
        return Stream.of(ordered, fed, lists.waiting(region, code, MOST_FOLLOWING).stream())
                .flatMap(codes -> codes)
                .distinct()
                .sorted()
                .limit(MOST_FOLLOWING)
                .flatMap(next -> item(region, next).stream())
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
        at(region);
        Item item = item(region, code).orElse(null);
        if (version != null && (item == null || !item.version().equals(version))) {
            return pastItems.item(code, version);
        }
        if (item == null) {
            throw Refusal.notFound("item-unknown", code);
        }
        return item;
    }
}

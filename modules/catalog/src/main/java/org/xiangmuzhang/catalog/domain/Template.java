package org.xiangmuzhang.catalog.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Everything the tables say, read once and then only looked up. */
public final class Template {

    /** Kinds of sources that ask for something. */
    private static final Set<String> TEXTS = Set.of("law", "rule", "notice", "standard");

    private final Library library;
    private final Map<String, Item> items;
    private final Map<String, Row> itemRows;
    private final Map<String, Row> sources;
    private final Map<String, Row> materialSources;
    private final List<Dependency> dependencies;
    private final Map<String, Department> departments;
    private final Map<Region, Place> places;
    private final Map<Region, Set<Region>> within = new HashMap<>();
    private final Map<String, Bundle> bundles;
    private final Map<String, TypeRows> types;
    private final Set<String> industries;
    private final WorkingDays calendar;
    private final Map<Table, Integer> editions;

    /**
     * @param numbers the version of each item
     * @param editions the edition of each table
     */
    public Template(Library library, Map<String, Integer> numbers, Map<Table, Integer> editions) {
        this.library = library;
        this.editions = Map.copyOf(editions);
        this.items = items(library, numbers);
        this.itemRows = byKey(Table.ITEMS);
        this.sources = byKey(Table.SOURCES);
        this.materialSources = new HashMap<>();
        for (Row row : library.rows(Table.ITEM_MATERIALS)) {
            Row source = sources.get(row.get("source_id"));
            if (source != null) {
                materialSources.put(row.get("material_id"), source);
            }
        }
        this.dependencies = dependencies(library);
        this.departments = new LinkedHashMap<>();
        for (Row row : library.rows(Table.DEPARTMENTS)) {
            String code = row.get("dept_code");
            departments.put(code, new Department(code, row.get("name_zh"), row.get("name_en")));
        }
        this.places = new LinkedHashMap<>();
        for (Row row : library.rows(Table.REGIONS)) {
            Place place = place(row);
            places.put(place.region(), place);
        }
        for (Region place : places.keySet()) {
            chain(place)
                    .forEach(
                            upper ->
                                    within.computeIfAbsent(upper, same -> new LinkedHashSet<>())
                                            .add(place));
        }
        this.bundles = bundles(library);
        this.types = types(library);
        this.industries =
                library.rows(Table.INDUSTRIES).stream()
                        .map(row -> row.get("code"))
                        .collect(toSet());
        this.calendar =
                Workdays.calendar(
                        library.rows(Table.WORKDAYS), calendarVersion(edition(Table.WORKDAYS)));
    }

    /** The same with the tables as a place has them; what no place may change is shared. */
    private Template(Template base, Library local) {
        this.library = local;
        this.editions = base.editions;
        this.items = base.items;
        this.itemRows = base.itemRows;
        this.sources = base.sources;
        this.materialSources = base.materialSources;
        this.departments = base.departments;
        this.places = base.places;
        this.within.putAll(base.within);
        this.industries = base.industries;
        this.calendar = base.calendar;
        this.dependencies = dependencies(local);
        this.bundles = bundles(local);
        this.types = types(local);
    }

    Template with(Library local) {
        return local.equals(library) ? this : new Template(this, local);
    }

    /** Names an edition of the table of working days. */
    public static String calendarVersion(int edition) {
        return "workdays-" + edition;
    }

    private static List<Dependency> dependencies(Library library) {
        return library.rows(Table.ITEM_DEPENDENCIES).stream().map(Template::dependency).toList();
    }

    private static Map<String, Bundle> bundles(Library library) {
        Map<String, Bundle> bundles = new LinkedHashMap<>();
        for (Row row : library.rows(Table.PACKAGES)) {
            bundles.put(row.get("package_code"), bundle(row));
        }
        return bundles;
    }

    private Map<String, Row> byKey(Table table) {
        Sheet sheet = library.sheet(table);
        return sheet.rows().stream().collect(toMap(sheet::key, row -> row));
    }

    private static Map<String, Item> items(Library library, Map<String, Integer> numbers) {
        Map<String, List<Row>> materials =
                library.rows(Table.ITEM_MATERIALS).stream()
                        .sorted(Comparator.comparingInt(row -> row.number("seq")))
                        .collect(groupingBy(row -> row.get("item_code")));
        Set<String> milestones =
                library.rows(Table.MILESTONES).stream()
                        .map(row -> row.get("item_code"))
                        .collect(toSet());
        Map<String, Item> items = new LinkedHashMap<>();
        library.rows(Table.ITEMS).stream()
                .map(
                        row -> {
                            String code = row.get("item_code");
                            return new ItemRows(
                                            row,
                                            materials.getOrDefault(code, List.of()),
                                            milestones.contains(code))
                                    .read(numbers.getOrDefault(code, 0));
                        })
                .sorted(Comparator.comparing(Item::stage).thenComparing(Item::code))
                .forEach(item -> items.put(item.code(), item));
        return items;
    }

    private static Dependency dependency(Row row) {
        return new Dependency(
                row.get("dependency_id"),
                row.get("from_item"),
                row.get("to_item"),
                Dependency.Kind.valueOf(row.get("kind")),
                Dependency.Relaxation.valueOf(row.get("relaxable_by")),
                row.get("applies_when"));
    }

    private static Place place(Row row) {
        return new Place(
                new Region(row.get("region_code")),
                row.get("name_zh"),
                row.get("level"),
                row.has("parent_code") ? new Region(row.get("parent_code")) : null,
                row.get("path_zh"));
    }

    private static Bundle bundle(Row row) {
        return new Bundle(
                row.get("package_code"),
                row.get("name_zh"),
                row.get("name_en"),
                row.get("kind"),
                row.get("place_zh"),
                row.list("item_codes"),
                row.get("handling_mode"),
                row.get("published_effect"));
    }

    private static Map<String, TypeRows> types(Library library) {
        Map<String, List<Row>> needs =
                library.rows(Table.PROJECT_TYPE_ITEMS).stream()
                        .sorted(Comparator.comparingInt(row -> row.number("seq")))
                        .collect(groupingBy(row -> row.get("project_type_code")));
        Map<String, TypeRows> types = new LinkedHashMap<>();
        library.rows(Table.PROJECT_TYPES).stream()
                .sorted(Comparator.comparing(row -> row.get("project_type_code")))
                .forEach(
                        row -> {
                            String code = row.get("project_type_code");
                            types.put(code, new TypeRows(row, needs.getOrDefault(code, List.of())));
                        });
        return types;
    }

    public Library library() {
        return library;
    }

    /** The edition of a table in force; 0 when it was never imported. */
    int edition(Table table) {
        return editions.getOrDefault(table, 0);
    }

    /** Items as the template has them, by stage and code. */
    public Map<String, Item> items() {
        return items;
    }

    /** All edges between items. */
    public List<Dependency> dependencies() {
        return dependencies;
    }

    public Map<String, Department> departments() {
        return departments;
    }

    public Map<Region, Place> places() {
        return places;
    }

    public Map<String, Bundle> bundles() {
        return bundles;
    }

    Map<String, TypeRows> types() {
        return types;
    }

    public Set<String> industries() {
        return industries;
    }

    /** Chinese name of an industry, or its code when unknown. */
    public String industry(String code) {
        return library.rows(Table.INDUSTRIES).stream()
                .filter(row -> row.get("code").equals(code))
                .map(row -> row.get("name_zh"))
                .findFirst()
                .orElse(code);
    }

    public WorkingDays calendar() {
        return calendar;
    }

    /** The days of a year that differ from the plain week, in order. */
    public List<CalendarDay> days(int year) {
        return Workdays.days(library.rows(Table.WORKDAYS)).stream()
                .filter(day -> day.date().getYear() == year)
                .toList();
    }

    /** What the table says of an item beyond {@link Item}; nothing for an unknown code. */
    public ItemFacts facts(String code) {
        Row row = itemRows.get(code);
        if (row == null) {
            return ItemFacts.NONE;
        }
        return new ItemFacts(
                row.has("statutory_days") ? source(row.get("statutory_source")) : null,
                row.get("level"),
                row.get("result_kind"),
                row.yes("one_book"),
                row.has("regional_eval_code") ? row.get("regional_eval_code") : null,
                row.has("note") ? row.get("note") : null,
                row.get("eligibility_source"));
    }

    /** The law, rule, notice or standard that asks for a material; null where none is on record. */
    public @Nullable String clause(String material) {
        Row source = materialSources.get(material);
        return source == null || !TEXTS.contains(source.get("kind")) ? null : source.get("title");
    }

    /** What is only generally known names no text. */
    private @Nullable String source(String id) {
        Row source = sources.get(id);
        if (source == null) {
            return id;
        }
        return source.get("kind").equals("general") ? null : source.get("title");
    }

    /** The department of this code; for an unlisted one its code stands for its names. */
    public Department department(String code) {
        Department listed = departments.get(code);
        return listed == null ? new Department(code, code, code) : listed;
    }

    /** Merged approvals that hold at one of these regions. */
    List<MergedItem> merged(List<Region> regions) {
        List<MergedItem> merged = new ArrayList<>();
        for (Row row : library.rows(Table.MERGED_APPROVALS)) {
            Bundle bundle = bundles.get(row.get("package_code"));
            if (bundle != null && regions.contains(new Region(row.get("region_code")))) {
                String code = row.get("merged_item");
                merged.add(
                        new MergedItem(
                                code,
                                bundle.items().stream()
                                        .filter(item -> !item.equals(code))
                                        .toList()));
            }
        }
        return List.copyOf(merged);
    }

    /** The place itself, its parents, and last the template. */
    public List<Region> chain(Region region) {
        return Stream.concat(
                        Stream.iterate(places.get(region), place -> place != null, this::parent)
                                .map(Place::region)
                                .filter(code -> !code.equals(Region.TEMPLATE)),
                        Stream.of(Region.TEMPLATE))
                .toList();
    }

    /** The place itself and every one below it; an unlisted one is alone. */
    public Set<Region> within(Region region) {
        return Collections.unmodifiableSet(within.getOrDefault(region, Set.of(region)));
    }

    private @Nullable Place parent(@Nullable Place place) {
        Region parent = place == null ? null : place.parent();
        return parent == null ? null : places.get(parent);
    }
}

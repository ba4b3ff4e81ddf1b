package org.xiangmuzhang.catalog.domain.bundle;

import static java.util.stream.Collectors.groupingBy;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.Digest;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.Sheet;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Joins the items of the packages of one place; reads its tables once. */
public final class Joining {

    private final PlaceView view;
    private final SequencedMap<String, Row> packages;
    private final Map<String, Row> steps;
    private final Map<String, Row> meanings;
    private final Map<String, List<Row>> fields;
    private final Map<String, List<Dependency>> orders;
    private final Grounds grounds;

    public Joining(PlaceView view) {
        this.view = view;
        this.grounds = new Grounds(view);
        this.packages = byKey(Table.PACKAGES);
        this.steps = byKey(Table.ITEM_STEPS);
        this.meanings = byKey(Table.FIELD_MEANINGS);
        this.fields =
                rows(Table.ITEM_FIELDS).stream().collect(groupingBy(row -> row.get("item_code")));
        this.orders =
                view.template().dependencies().stream()
                        .filter(edge -> edge.kind() != Dependency.Kind.PRACTICAL)
                        .collect(groupingBy(Dependency::to));
    }

    private List<Row> rows(Table table) {
        return view.template().library().rows(table);
    }

    private SequencedMap<String, Row> byKey(Table table) {
        Sheet sheet = view.template().library().sheet(table);
        SequencedMap<String, Row> rows = new LinkedHashMap<>();
        sheet.rows().forEach(row -> rows.put(sheet.key(row), row));
        return rows;
    }

    /** The rows of all packages by their codes, in the order of the table. */
    public SequencedMap<String, Row> packages() {
        return packages;
    }

    public Optional<OneMatter> matter(String code) {
        return Optional.ofNullable(packages.get(code)).map(this::join);
    }

    /** What a row would come to that is not in the table yet. */
    public OneMatter preview(Map<String, String> row) {
        return join(new Row(0, row));
    }

    private OneMatter join(Row row) {
        List<String> codes = row.list("item_codes");
        List<Item> items = new ArrayList<>();
        List<String> lapsed = new ArrayList<>();
        for (String code : codes) {
            Item item = view.items().get(code);
            if (item == null) {
                lapsed.add(code);
            } else {
                items.add(item);
            }
        }
        Family family = family(row);
        Roles roles = Roles.of(items, family, choices(row), view);
        Steps order = new Steps(roles.handled(), orders, family != null && family.isOneReview());
        List<PublishedFigure> figures =
                row.list("published_figures").stream()
                        .filter(PublishedFigure::isForm)
                        .map(PublishedFigure::of)
                        .toList();
        TimeLimit promised = promised(row);
        List<SharedMaterial> materials = MaterialsOnce.of(roles);
        List<SharedField> form = form(roles.asked());
        Sums sums = new Sums(roles, order, steps, figures, grounds);
        List<Saving> savings =
                items.isEmpty()
                        ? List.of()
                        : List.of(
                                sums.days(promised, row.get("promised_source")),
                                sums.legalDays(promised, row.get("promised_source")),
                                sums.steps(),
                                sums.listed(materials),
                                sums.materials(materials),
                                sums.trips(),
                                sums.fields(fields, form));
        return new OneMatter(
                row.get("package_code"),
                version(row, items),
                row.get("name_zh"),
                row.get("name_en"),
                family,
                row.get("kind"),
                orNull(row, "trade_code"),
                row.get("place_zh"),
                orNull(row, "lead_dept_code"),
                promised,
                items.stream().anyMatch(Joining::isCalendar),
                lapsed,
                roles.parts(order),
                materials,
                form,
                savings,
                row.get("handling_mode"),
                row.get("published_effect"),
                figures);
    }

    private static boolean isCalendar(Item item) {
        TimeLimit law = item.statutory();
        return item.promised().unit() == TimeLimit.Unit.CALENDAR_DAYS
                || law != null && law.unit() == TimeLimit.Unit.CALENDAR_DAYS;
    }

    private static @Nullable Family family(Row row) {
        return Arrays.stream(Family.values())
                .filter(family -> family.name().equals(row.get("family")))
                .findFirst()
                .orElse(null);
    }

    private static List<List<String>> choices(Row row) {
        return row.list("choices").stream().map(group -> List.of(group.split("/"))).toList();
    }

    private static @Nullable String orNull(Row row, String column) {
        return row.has(column) ? row.get(column) : null;
    }

    private static @Nullable TimeLimit promised(Row row) {
        if (!row.get("promised_days").matches("\\d{1,4}")) {
            return null;
        }
        int days = row.number("promised_days");
        return row.get("promised_unit").equals("CD")
                ? TimeLimit.calendarDays(days)
                : TimeLimit.workingDays(days);
    }

    private List<SharedField> form(List<Item> asked) {
        Map<String, List<Item>> readers = new LinkedHashMap<>();
        Map<String, Boolean> required = new LinkedHashMap<>();
        for (Item item : asked) {
            for (Row field : fields.getOrDefault(item.code(), List.of())) {
                String meaning = field.get("meaning_code");
                readers.computeIfAbsent(meaning, same -> new ArrayList<>()).add(item);
                required.merge(meaning, field.yes("required"), Boolean::logicalOr);
            }
        }
        List<SharedField> form = new ArrayList<>();
        readers.forEach(
                (meaning, items) -> {
                    Row row = meanings.getOrDefault(meaning, new Row(0, Map.of()));
                    form.add(
                            new SharedField(
                                    meaning,
                                    row.has("name_zh") ? row.get("name_zh") : meaning,
                                    row.has("name_en") ? row.get("name_en") : meaning,
                                    row.get("form"),
                                    required.getOrDefault(meaning, false),
                                    items.stream().map(Item::code).toList(),
                                    items.stream().map(Item::department).distinct().toList()));
                });
        return form;
    }

    private String version(Row row, List<Item> items) {
        Digest digest = new Digest();
        new TreeMap<>(row.fields()).forEach((column, text) -> digest.add(column).add(text));
        for (Item item : items) {
            digest.add(item.code()).add(item.version());
            orders.getOrDefault(item.code(), List.of()).forEach(edge -> digest.add(edge.id()));
            fields.getOrDefault(item.code(), List.of())
                    .forEach(field -> digest.add(field.get("meaning_code")));
        }
        return digest.text().substring(0, 16);
    }
}

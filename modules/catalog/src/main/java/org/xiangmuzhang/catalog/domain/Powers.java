package org.xiangmuzhang.catalog.domain;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Organ;
import org.xiangmuzhang.catalog.domain.list.Delegation;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who has which power at a place on a day: a park what it was given to decide, an organ what was
 * moved to it, else the department that the catalog names.
 */
public final class Powers {

    /** With the others the department itself decides, in the park or at the level above. */
    private static final Set<String> DECIDES =
            Set.of(Delegation.DIRECT.name(), Delegation.ENTRUSTED.name());

    private final Library library;
    private final Region region;
    private final Set<String> places;
    private final LocalDate day;

    public Powers(PlaceView view, Region region, LocalDate day) {
        this.library = view.template().library();
        this.region = region;
        this.places =
                view.template().chain(region).stream()
                        .filter(place -> !place.equals(Region.TEMPLATE))
                        .map(Region::code)
                        .collect(Collectors.toSet());
        this.day = day;
    }

    /** Who decides on an item. */
    public Organ organ(Item item) {
        return rows(Table.ITEM_DELEGATIONS, item)
                .filter(row -> row.get("region_code").equals(region.code()))
                .filter(row -> DECIDES.contains(row.get("mode")))
                .findFirst()
                .map(row -> given(row, item.department(), Organ.Why.DELEGATED))
                .or(
                        () ->
                                rows(Table.ITEM_TRANSFERS, item)
                                        .filter(this::isHere)
                                        .findFirst()
                                        .map(
                                                row ->
                                                        given(
                                                                row,
                                                                row.get("former_dept_code"),
                                                                Organ.Why.TRANSFERRED)))
                .orElseGet(
                        () ->
                                new Organ(
                                        item.department(),
                                        item.department(),
                                        Organ.Why.CATALOG,
                                        seal(item.department()),
                                        null));
    }

    private Organ given(Row row, String former, Organ.Why why) {
        String department = row.get("dept_code");
        return new Organ(
                department,
                former,
                why,
                row.has("seal_code") ? sealNamed(row.get("seal_code")) : seal(department),
                row.has("valid_from") ? LocalDate.parse(row.get("valid_from")) : null);
    }

    private Stream<Row> rows(Table table, Item item) {
        return library.rows(table).stream()
                .filter(row -> row.get("item_code").equals(item.code()))
                .filter(row -> holds(row, day));
    }

    private @Nullable String seal(String department) {
        return seals(row -> row.get("dept_code").equals(department));
    }

    private @Nullable String sealNamed(String code) {
        return seals(row -> row.get("seal_code").equals(code));
    }

    private @Nullable String seals(Predicate<Row> which) {
        List<Row> seals = library.rows(Table.SEALS);
        Optional<Row> found =
                seals.stream()
                        .filter(row -> isHere(row) && holds(row, day))
                        .filter(which)
                        .findFirst();
        return found.map(row -> row.get("name_zh")).orElse(null);
    }

    /** Whether the row is of the place or of one above it; model rows are of none. */
    public boolean isHere(Row row) {
        return places.contains(row.get("region_code"));
    }

    /** Whether the row's days, if it has any, cover a day. */
    public static boolean holds(Row row, LocalDate day) {
        String text = day.toString();
        return (!row.has("valid_from") || row.get("valid_from").compareTo(text) <= 0)
                && (!row.has("valid_until") || row.get("valid_until").compareTo(text) >= 0);
    }
}

package org.xiangmuzhang.catalog.domain.list;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Powers;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where somebody at a place goes with an item (家门口办).
 *
 * @param organ code of the department that decides there
 * @param mode how the power was given to the park; null elsewhere
 * @param unitZh what the place calls it; empty for the department itself
 * @param hours beside the usual ones, or empty
 */
@ValueObject
public record Desk(
        Where where, String organ, @Nullable Delegation mode, String unitZh, String hours) {

    /** The nearer first. */
    public enum Where {
        /** The park that the power was given to. */
        PARK,
        TOWNSHIP,
        DEPARTMENT,
        /** Any hall of the city. */
        CITY_WIDE,
        /** A hall of another province. */
        CROSS_PROVINCE,
        /** On days that are no working days. */
        WEEKEND
    }

    /** Where the item is handled for this place on a day; the nearest is the first. */
    public static List<Desk> of(Item item, PlaceView view, Region place, LocalDate day) {
        List<Desk> desks = new ArrayList<>();
        for (Row row : view.template().library().rows(Table.ITEM_DELEGATIONS)) {
            if (row.get("item_code").equals(item.code())
                    && row.get("region_code").equals(place.code())
                    && !place.equals(Region.TEMPLATE)
                    && Powers.holds(row, day)) {
                Delegation mode = Delegation.valueOf(row.get("mode"));
                desks.add(new Desk(Where.PARK, row.get("dept_code"), mode, "", ""));
            }
        }
        List<Row> services =
                view.template().library().rows(Table.ITEM_SERVICES).stream()
                        .filter(row -> row.get("item_code").equals(item.code()))
                        .filter(row -> Powers.holds(row, day))
                        .toList();
        for (Where where : Where.values()) {
            if (where == Where.DEPARTMENT) {
                desks.add(new Desk(where, item.department(), null, "", ""));
            }
            services.stream()
                    .filter(row -> row.get("way").equals(where.name()))
                    .map(
                            row ->
                                    new Desk(
                                            where,
                                            item.department(),
                                            null,
                                            row.get("place_zh"),
                                            row.get("hours")))
                    .forEach(desks::add);
        }
        return List.copyOf(desks);
    }
}

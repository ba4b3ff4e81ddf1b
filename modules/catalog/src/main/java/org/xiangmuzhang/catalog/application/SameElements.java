package org.xiangmuzhang.catalog.application;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.ItemOverride;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.domain.own.Element;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which elements of an item must be the same at all levels (四级四同、五级十五同): those that the place or
 * anybody above it names. A place may name more than is named above it, never less.
 */
@Component
class SameElements {

    static final Setting SAME =
            Setting.of(
                    "catalog.same-elements",
                    Element.configurable().stream()
                            .map(
                                    element ->
                                            Setting.Field.yesNo(
                                                    element.column(), element.isShipped()))
                            .toList());

    private final Snapshots snapshots;
    private final Settings settings;
    private final Clock clock;

    SameElements(Snapshots snapshots, Settings settings, Clock clock) {
        this.snapshots = snapshots;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    static Setting sameElementsSetting() {
        return SAME;
    }

    /** The elements at a place today. */
    Set<Element> at(Region place) {
        LocalDate today = WorkingDays.today(clock);
        Set<Element> same = EnumSet.noneOf(Element.class);
        for (Region region : snapshots.current().template().chain(place)) {
            same.addAll(named(settings.at(SAME, region, today)));
        }
        return same;
    }

    static Set<Element> named(Values values) {
        Set<Element> named = EnumSet.noneOf(Element.class);
        Element.configurable().stream()
                .filter(element -> values.yes(element.column()))
                .forEach(named::add);
        return named;
    }

    /** Refuses values of a place in an element that must be as its parents have it. */
    void check(Region place, String code, LocalValues values) {
        Item parent = snapshots.current().parentItem(place, code);
        ItemSheet above = ItemSheet.of(parent, null);
        ItemSheet here =
                ItemSheet.of(new ItemOverride(place, code, "", values, 1).over(parent), null);
        for (Element element : at(place)) {
            if (!element.isSame(here, above)) {
                throw Refusal.invalid("element-same", "/" + element.column(), element.column());
            }
        }
    }
}

package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.domain.own.Level;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Effect;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Counts the items of a place's own list whose codes have another length than their level's. */
@Component
class EffectOfItemLevels implements Effect {

    private final OwnItems items;
    private final Settings settings;
    private final Clock clock;

    EffectOfItemLevels(OwnItems items, Settings settings, Clock clock) {
        this.items = items;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String setting() {
        return ItemLevels.LENGTHS.name();
    }

    @Override
    public List<Line> of(Region place, Values values) {
        LocalDate today = WorkingDays.today(clock);
        Values now = settings.at(ItemLevels.LENGTHS, place, today);
        return List.of(
                new Line(
                        "catalog.effect.item-levels",
                        unfit(place, now, today),
                        unfit(place, values, today)));
    }

    private long unfit(Region place, Values values, LocalDate day) {
        return Arrays.stream(Level.values())
                .mapToLong(
                        level ->
                                items.unfit(
                                        place, level, ItemLevels.lengths(values).of(level), day))
                .sum();
    }
}

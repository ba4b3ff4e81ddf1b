package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Effect;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.time.Clock;
import java.util.List;

/** Counts the items of the template whose codes could not be imported again. */
@Component
class EffectOfItemCodes implements Effect {

    private final Snapshots snapshots;
    private final Settings settings;
    private final Clock clock;

    EffectOfItemCodes(Snapshots snapshots, Settings settings, Clock clock) {
        this.snapshots = snapshots;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String setting() {
        return ItemCodes.LENGTH.name();
    }

    @Override
    public List<Line> of(Region place, Values values) {
        Values now = settings.at(ItemCodes.LENGTH, place, WorkingDays.today(clock));
        return List.of(new Line("catalog.effect.item-codes", unfit(now), unfit(values)));
    }

    private long unfit(Values lengths) {
        return snapshots.current().template().items().keySet().stream()
                .filter(code -> !ItemCodes.fits(code, lengths))
                .count();
    }
}

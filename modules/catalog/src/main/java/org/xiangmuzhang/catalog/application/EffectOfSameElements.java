package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.port.in.ComparingItems;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Effect;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.time.Clock;
import java.util.List;

/** Counts the items of lists at a place and below it that differ in what must be the same. */
@Component
class EffectOfSameElements implements Effect {

    private final ComparingItems differences;
    private final Settings settings;
    private final Clock clock;

    EffectOfSameElements(ComparingItems differences, Settings settings, Clock clock) {
        this.differences = differences;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String setting() {
        return SameElements.SAME.name();
    }

    @Override
    public List<Line> of(Region place, Values values) {
        Values now = settings.at(SameElements.SAME, place, WorkingDays.today(clock));
        return List.of(
                new Line(
                        "catalog.effect.same-elements",
                        differences.count(place, SameElements.named(now)),
                        differences.count(place, SameElements.named(values))));
    }
}

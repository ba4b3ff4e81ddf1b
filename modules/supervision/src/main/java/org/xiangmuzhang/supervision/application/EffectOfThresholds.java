package org.xiangmuzhang.supervision.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Effect;
import org.xiangmuzhang.settings.Values;
import org.xiangmuzhang.supervision.domain.LedgerSheet;
import org.xiangmuzhang.supervision.domain.Light;
import org.xiangmuzhang.supervision.domain.LimitClock;
import org.xiangmuzhang.supervision.domain.Thresholds;
import org.xiangmuzhang.supervision.port.out.Ledgers;
import org.xiangmuzhang.supervision.port.out.Lights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads running clocks by both thresholds, the first five hundred where there are more. A place
 * below that has set its own keeps them.
 */
@Component
class EffectOfThresholds implements Effect {

    private static final int MOST = 500;

    private final Lights lights;
    private final Ledgers ledgers;
    private final Regions regions;
    private final LightThresholds thresholds;
    private final Catalog catalog;
    private final Clock clock;

    EffectOfThresholds(
            Lights lights,
            Ledgers ledgers,
            Regions regions,
            LightThresholds thresholds,
            Catalog catalog,
            Clock clock) {
        this.lights = lights;
        this.ledgers = ledgers;
        this.regions = regions;
        this.thresholds = thresholds;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public String setting() {
        return LightThresholds.SETTING.name();
    }

    @Override
    public List<Line> of(Region place, Values values) {
        Thresholds proposed = LightThresholds.of(values);
        WorkingDays calendar = catalog.calendar();
        LocalDate today = WorkingDays.today(clock);
        Region here = thresholds.setBy(place, today);
        Map<Light, Integer> now = new EnumMap<>(Light.class);
        Map<Light, Integer> then = new EnumMap<>(Light.class);
        for (LimitClock limit : lights.running(regions.within(place), MOST)) {
            LedgerSheet sheet = ledgers.ofTask(limit.task()).orElseThrow();
            Thresholds present = thresholds.at(sheet.task().region(), today);
            Thresholds next =
                    Objects.equals(thresholds.setBy(sheet.task().region(), today), here)
                            ? proposed
                            : present;
            now.merge(light(limit, sheet, today, calendar, present), 1, Integer::sum);
            then.merge(light(limit, sheet, today, calendar, next), 1, Integer::sum);
        }
        return List.of(Light.GREEN, Light.YELLOW, Light.ORANGE).stream()
                .map(
                        light ->
                                new Line(
                                        "supervision.effect." + light,
                                        now.getOrDefault(light, 0),
                                        then.getOrDefault(light, 0)))
                .toList();
    }

    private static Light light(
            LimitClock limit,
            LedgerSheet sheet,
            LocalDate today,
            WorkingDays calendar,
            Thresholds thresholds) {
        return limit.read(sheet.ledger(), today, calendar, thresholds).light();
    }
}

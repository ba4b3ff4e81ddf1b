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
import java.util.stream.Stream;

/**
 * Reads all running clocks by both thresholds, those that are alike once. A place below that has
 * set its own keeps them.
 */
@Component
class EffectOfThresholds implements Effect {

    private static final List<Light> SHOWN =
            List.of(Light.GREEN, Light.YELLOW, Light.ORANGE, Light.RED);

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
        Map<Light, Long> now = new EnumMap<>(Light.class);
        Map<Light, Long> then = new EnumMap<>(Light.class);
        long changed = 0;
        for (Lights.Alike alike : lights.running(regions.within(place))) {
            LedgerSheet sheet = ledgers.ofTask(alike.one().task()).orElseThrow();
            Thresholds present = thresholds.at(alike.region(), today);
            Thresholds next =
                    Objects.equals(thresholds.setBy(alike.region(), today), here)
                            ? proposed
                            : present;
            Light before = light(alike.one(), sheet, today, calendar, present);
            Light after = light(alike.one(), sheet, today, calendar, next);
            now.merge(before, alike.clocks(), Long::sum);
            then.merge(after, alike.clocks(), Long::sum);
            changed += before == after ? 0 : alike.clocks();
        }
        Stream<Line> colours =
                SHOWN.stream()
                        .map(
                                light ->
                                        new Line(
                                                "supervision.effect." + light,
                                                now.getOrDefault(light, 0L),
                                                then.getOrDefault(light, 0L)));
        return Stream.concat(colours, Stream.of(new Line("supervision.effect.changed", 0, changed)))
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

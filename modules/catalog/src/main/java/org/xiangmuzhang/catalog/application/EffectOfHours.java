package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.ServiceCalendars.Hours;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Effect;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts days and hours of service in the next thirty days: of each hall that either version names,
 * and of the others together as one.
 */
@Component
class EffectOfHours implements Effect {

    private static final int DAYS = 30;
    private static final String OTHERS = "*";

    private final HallHours hours;
    private final Settings settings;
    private final Clock clock;

    EffectOfHours(HallHours hours, Settings settings, Clock clock) {
        this.hours = hours;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String setting() {
        return HallHours.HOURS.name();
    }

    @Override
    public List<Line> of(Region place, Values values) {
        LocalDate today = WorkingDays.today(clock);
        Values present = settings.at(HallHours.HOURS, place, today);
        Set<String> halls = new TreeSet<>(Set.of(OTHERS));
        present.rows("hours").forEach(row -> halls.add(row.text("hall")));
        values.rows("hours").forEach(row -> halls.add(row.text("hall")));
        long[] days = new long[2];
        Duration[] open = {Duration.ZERO, Duration.ZERO};
        long other = 0;
        for (String hall : halls) {
            for (LocalDate day = today; day.isBefore(today.plusDays(DAYS)); day = day.plusDays(1)) {
                List<Hours> now = hours.of(present, hall, day);
                List<Hours> then = hours.of(values, hall, day);
                days[0] += now.isEmpty() ? 0 : 1;
                days[1] += then.isEmpty() ? 0 : 1;
                open[0] = open[0].plus(total(now));
                open[1] = open[1].plus(total(then));
                other += now.equals(then) ? 0 : 1;
            }
        }
        return List.of(
                new Line("catalog.effect.open-days", days[0], days[1]),
                new Line("catalog.effect.open-hours", open[0].toHours(), open[1].toHours()),
                new Line("catalog.effect.other-days", 0, other));
    }

    private static Duration total(List<Hours> hours) {
        return hours.stream()
                .map(it -> Duration.between(it.opens(), it.closes()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}

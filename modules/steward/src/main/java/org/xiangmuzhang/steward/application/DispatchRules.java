package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * 调度规则: the clock of every level of the ladder, how often a matter stands on an agenda before it
 * goes up, and what writes itself onto the agenda. Each place sets its own.
 */
@Component
class DispatchRules {

    static final List<String> LEVELS = List.of("FIRST", "SECOND", "THIRD");

    /** In the order of the levels; further levels go by the last. */
    static final Setting SETTING =
            new Setting(
                    "steward.dispatch",
                    List.of(
                            Setting.Field.table(
                                    "levels",
                                    LEVELS.size(),
                                    List.of(
                                            Setting.Field.choice(
                                                    "level", LEVELS.toArray(String[]::new)),
                                            new Setting.Field("days", 1, 60, 5)),
                                    List.of(
                                            Map.of("level", "FIRST", "days", 5),
                                            Map.of("level", "SECOND", "days", 3),
                                            Map.of("level", "THIRD", "days", 2))),
                            new Setting.Field("times", 2, 9, 3),
                            new Setting.Field("slack", 0, 60, 0),
                            new Setting.Field("ahead", 0, 60, 5),
                            new Setting.Field("stale", 7, 365, 30),
                            new Setting.Field("quiet", 0, 12, 2)),
                    "dispatch-levels",
                    values -> inOrder(values.rows("levels")));

    private final Settings settings;
    private final Catalog catalog;
    private final Regions regions;
    private final Clock clock;

    DispatchRules(Settings settings, Catalog catalog, Regions regions, Clock clock) {
        this.settings = settings;
        this.catalog = catalog;
        this.regions = regions;
        this.clock = clock;
    }

    LocalDate today() {
        return WorkingDays.today(clock);
    }

    WorkingDays calendar() {
        return catalog.calendar();
    }

    /** The place next above, or null at the top. */
    @Nullable Region above(Region level) {
        return regions.above(level).stream()
                .filter(place -> !place.equals(Region.TEMPLATE))
                .findFirst()
                .orElse(null);
    }

    /** How many levels a place lies above another: none for itself. */
    int step(Region from, Region level) {
        return from.equals(level) ? 0 : regions.above(from).indexOf(level) + 1;
    }

    /** The last day of what comes to a level today, by the clock that the place below has set. */
    LocalDate due(Region from, Region level) {
        List<Values> levels = at(from).rows("levels");
        int step = Math.min(step(from, level), levels.size() - 1);
        return calendar().plus(today(), levels.get(step).whole("days"));
    }

    /** At which time on an agenda a matter goes up. */
    int times(Region place) {
        return at(place).whole("times");
    }

    /** Projects with less slack than this are called up. */
    int slack(Region place) {
        return at(place).whole("slack");
    }

    /** What is due up to this day is called up. */
    LocalDate ahead(Region place) {
        return calendar().plus(today(), at(place).whole("ahead"));
    }

    /** What was last verified before this day is stale. */
    LocalDate stale(Region place) {
        return today().minusDays(at(place).whole("stale"));
    }

    /** What the host settled is not called up again before this day. */
    LocalDate quietUntil(Region place) {
        return today().plusWeeks(at(place).whole("quiet"));
    }

    /** A day that somebody gave: not past; a day off goes on to the next working day. */
    LocalDate given(LocalDate due, String pointer) {
        if (due.isBefore(today())) {
            throw Refusal.invalid("ticket-due-past", pointer, due);
        }
        if (due.isAfter(today().plusYears(2))) {
            throw Refusal.invalid("ticket-due-far", pointer, due);
        }
        return calendar().onOrAfter(due);
    }

    private Values at(Region place) {
        return settings.at(SETTING, place, today());
    }

    private static boolean inOrder(List<Values> levels) {
        boolean all = !levels.isEmpty();
        for (int i = 0; i < levels.size(); i++) {
            all &= levels.get(i).text("level").equals(LEVELS.get(i));
        }
        return all;
    }
}

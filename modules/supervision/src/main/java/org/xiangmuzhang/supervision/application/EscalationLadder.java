package org.xiangmuzhang.supervision.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;
import org.xiangmuzhang.supervision.domain.Warning;
import org.xiangmuzhang.supervision.port.out.Lights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * 超期提级: after how many working days past its limit an item is put before whom. Each place sets its
 * own ladder; whoever has no step in it is asked for nothing.
 */
@Component
public class EscalationLadder {

    static final List<String> ROLES = List.of("HEAD", "SUPERVISOR", "LEADER");

    /** In the order of the steps; the days do not fall. */
    public static final Setting SETTING =
            new Setting(
                    "supervision.escalation",
                    List.of(
                            Setting.Field.table(
                                    "steps",
                                    ROLES.size(),
                                    List.of(
                                            Setting.Field.choice(
                                                    "to", ROLES.toArray(String[]::new)),
                                            new Setting.Field("days", 1, 60, 1)),
                                    List.of(
                                            step("HEAD", 1),
                                            step("SUPERVISOR", 3),
                                            step("LEADER", 5)))),
                    "escalation-once",
                    values -> rises(values.rows("steps")));

    private final Settings settings;
    private final Catalog catalog;
    private final Lights lights;
    private final Clock clock;

    EscalationLadder(Settings settings, Catalog catalog, Lights lights, Clock clock) {
        this.settings = settings;
        this.catalog = catalog;
        this.lights = lights;
        this.clock = clock;
    }

    /** What is put before the actor, the longest overdue first. */
    List<Warning> overdue(Actor actor, Collection<Region> places, int limit) {
        Map<Region, LocalDate> days = new LinkedHashMap<>();
        LocalDate today = WorkingDays.today(clock);
        places.forEach(
                place -> put(days, place, settings.at(SETTING, place, today), actor.role().name()));
        return days.isEmpty()
                ? List.of()
                : lights.overdue(
                        days,
                        actor.role() == Role.HEAD ? Watchers.departmentOf(actor) : null,
                        limit);
    }

    /** How many items are put before the role at these places by the ladder of their own. */
    long count(String role, Set<Region> places) {
        Map<Region, LocalDate> days = new LinkedHashMap<>();
        LocalDate today = WorkingDays.today(clock);
        places.forEach(place -> put(days, place, settings.at(SETTING, place, today), role));
        return days.isEmpty() ? 0 : lights.countOverdue(days);
    }

    /** How many would be by another ladder. */
    long count(String role, Set<Region> places, Values ladder) {
        Map<Region, LocalDate> days = new LinkedHashMap<>();
        places.forEach(place -> put(days, place, ladder, role));
        return days.isEmpty() ? 0 : lights.countOverdue(days);
    }

    private void put(Map<Region, LocalDate> days, Region place, Values ladder, String role) {
        OptionalInt step =
                ladder.rows("steps").stream()
                        .filter(row -> row.text("to").equals(role))
                        .mapToInt(row -> row.whole("days"))
                        .findFirst();
        step.ifPresent(
                after ->
                        days.put(place, catalog.calendar().plus(WorkingDays.today(clock), -after)));
    }

    private static boolean rises(List<Values> steps) {
        long roles = steps.stream().map(step -> step.text("to")).distinct().count();
        boolean rises = true;
        for (int i = 1; i < steps.size(); i++) {
            rises &= steps.get(i - 1).whole("days") <= steps.get(i).whole("days");
        }
        return rises && roles == steps.size();
    }

    private static Map<String, Object> step(String to, int days) {
        return Map.of("to", to, "days", days);
    }
}

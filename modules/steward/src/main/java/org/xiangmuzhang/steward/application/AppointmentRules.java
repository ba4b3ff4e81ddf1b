package org.xiangmuzhang.steward.application;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Effect;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;
import org.xiangmuzhang.steward.domain.people.Workload.Weights;
import org.xiangmuzhang.steward.port.out.Workloads;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** By what places choose their stewards. */
@Configuration(value = "steward.appointmentRules", proxyBeanMethods = false)
class AppointmentRules {

    private static final String LIMIT = "limit";

    /**
     * What one of each counts, how much one may carry, and from which distance a choice is said.
     */
    static final Setting WEIGHTS =
            Setting.of(
                    "steward.appointment",
                    List.of(
                            new Setting.Field("project", 0, 1000, 10),
                            new Setting.Field("item", 0, 1000, 1),
                            new Setting.Field("late", 0, 1000, 20),
                            new Setting.Field("type", 0, 1000, 15),
                            new Setting.Field("trade", 0, 1000, 10),
                            new Setting.Field("skill", 0, 1000, 20),
                            new Setting.Field("tolerance", 0, 10000, 100),
                            new Setting.Field(LIMIT, 1, 1000, 30)));

    /** Who is good at what: a person, and a project type or an industry. */
    static final Setting SKILLS =
            Setting.of(
                    "steward.skills",
                    Setting.Field.table(
                            "people",
                            500,
                            List.of(
                                    Setting.Field.formed(
                                            "person",
                                            36,
                                            "[0-9a-f-]{36}",
                                            new UUID(0, 0).toString()),
                                    Setting.Field.formed("skill", 40, "[A-Z0-9-]{1,40}", "A")),
                            List.of()));

    @Bean
    static Setting appointmentSetting() {
        return WEIGHTS;
    }

    @Bean
    static Setting skillsSetting() {
        return SKILLS;
    }

    @Bean
    static Effect appointmentEffect(
            Workloads workloads, Regions regions, Settings settings, Clock clock) {
        return Effect.of(
                WEIGHTS,
                (place, values) ->
                        List.of(
                                new Effect.Line(
                                        "steward.effect.over-limit",
                                        over(
                                                workloads,
                                                regions,
                                                place,
                                                now(settings, place, clock)),
                                        over(workloads, regions, place, values))));
    }

    private static Values now(Settings settings, Region place, Clock clock) {
        return settings.at(WEIGHTS, place, WorkingDays.today(clock));
    }

    private static long over(Workloads workloads, Regions regions, Region place, Values values) {
        return workloads.over(regions.within(place), values.whole(LIMIT));
    }

    @Bean
    static Effect skillsEffect(Settings settings, Clock clock) {
        return Effect.of(
                SKILLS,
                (place, values) ->
                        List.of(
                                new Effect.Line(
                                        "steward.effect.skilled",
                                        skilled(
                                                settings.at(
                                                        SKILLS, place, WorkingDays.today(clock))),
                                        skilled(values))));
    }

    private static long skilled(Values values) {
        return values.rows("people").stream().map(row -> row.text("person")).distinct().count();
    }

    static Weights weights(Values values) {
        return new Weights(
                values.whole("project"),
                values.whole("item"),
                values.whole("late"),
                values.whole("type"),
                values.whole("trade"),
                values.whole("skill"));
    }
}

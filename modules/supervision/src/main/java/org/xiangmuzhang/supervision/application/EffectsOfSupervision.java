package org.xiangmuzhang.supervision.application;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Effect;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.supervision.port.out.Promises;
import org.xiangmuzhang.supervision.port.out.Ratings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What the time for rating and the ladder would change; places below that differ are not. */
@Configuration(proxyBeanMethods = false)
class EffectsOfSupervision {

    private final Regions regions;
    private final Settings settings;
    private final Clock clock;

    EffectsOfSupervision(Regions regions, Settings settings, Clock clock) {
        this.regions = regions;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    Effect effectOfRatingTime(Ratings ratings) {
        return Effect.of(
                RatingMatters.TIME,
                (place, values) -> {
                    LocalDate today = WorkingDays.today(clock);
                    Set<Region> places = places(RatingMatters.TIME, place);
                    int now = settings.at(RatingMatters.TIME, place, today).whole("days");
                    return List.of(
                            new Effect.Line(
                                    "supervision.effect.ratings",
                                    ratings.countUnrated(places, today.minusDays(now)),
                                    ratings.countUnrated(
                                            places, today.minusDays(values.whole("days")))));
                });
    }

    @Bean
    Effect effectOfLadder(EscalationLadder ladder) {
        return Effect.of(
                EscalationLadder.SETTING,
                (place, values) -> {
                    Set<Region> places = places(EscalationLadder.SETTING, place);
                    return EscalationLadder.ROLES.stream()
                            .map(
                                    role ->
                                            new Effect.Line(
                                                    "supervision.effect.escalated." + role,
                                                    ladder.count(role, places),
                                                    ladder.count(role, places, values)))
                            .toList();
                });
    }

    /** Promises in the way of closing their project. */
    @Bean
    Effect effectOfPromiseRegister(Promises promises) {
        return Effect.of(
                PromiseRegister.SETTING,
                (place, values) -> {
                    Set<Region> places = places(PromiseRegister.SETTING, place);
                    long open = promises.openOfProjects(places);
                    boolean now =
                            settings.at(PromiseRegister.SETTING, place, WorkingDays.today(clock))
                                    .yes("blocksClosing");
                    return List.of(
                            new Effect.Line(
                                    "supervision.effect.promises",
                                    now ? open : 0,
                                    values.yes("blocksClosing") ? open : 0));
                });
    }

    private Set<Region> places(Setting setting, Region place) {
        return settings.following(setting, place, regions.within(place), WorkingDays.today(clock));
    }
}

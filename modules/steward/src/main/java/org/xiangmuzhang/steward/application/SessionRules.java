package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.catalog.api.ServiceCalendars;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Effect;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;
import org.xiangmuzhang.steward.domain.session.Call;
import org.xiangmuzhang.steward.port.out.Sessions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** 联合办理规则: limits of joint sessions that each place sets, and times within its halls' hours. */
@Component
class SessionRules {

    static final Setting SETTING =
            Setting.of(
                    "steward.sessions",
                    List.of(
                            new Setting.Field("answer", 1, 30, 2),
                            new Setting.Field("times", 1, 10, 4),
                            new Setting.Field("minutes", 15, 480, 120),
                            new Setting.Field("opinion", 0, 30, 3),
                            new Setting.Field("mending", 1, 90, 10)));

    /** So many times are named at once at most. */
    static final int MOST_TIMES = 20;

    private static final int FAR = 90;

    private final Settings settings;
    private final Catalog catalog;
    private final ServiceCalendars halls;
    private final Clock clock;

    SessionRules(Settings settings, Catalog catalog, ServiceCalendars halls, Clock clock) {
        this.settings = settings;
        this.catalog = catalog;
        this.halls = halls;
        this.clock = clock;
    }

    @Bean
    static Setting sessionsSetting() {
        return SETTING;
    }

    /** What was called goes by the limits of its day. */
    @Bean
    static Effect sessionsEffect(
            Regions regions, Settings settings, Sessions sessions, Clock clock) {
        return Effect.of(
                SETTING,
                (place, values) -> {
                    Set<Region> places =
                            settings.following(
                                    SETTING,
                                    place,
                                    regions.within(place),
                                    WorkingDays.today(clock));
                    long running = sessions.countRunning(places);
                    return List.of(new Effect.Line("steward.effect.sessions", running, running));
                });
    }

    LocalDate today() {
        return WorkingDays.today(clock);
    }

    Instant now() {
        return clock.instant();
    }

    WorkingDays calendar() {
        return catalog.calendar();
    }

    /** Until when departments say when they can: the day that was given, else the place's limit. */
    LocalDate answerBy(Region region, @Nullable LocalDate given) {
        if (given == null) {
            return calendar().plus(today(), at(region).whole("answer"));
        }
        return ahead(given, "/answerBy");
    }

    /** Until when all have spoken that came together at a time. */
    LocalDate opinionsBy(Region region, Instant at) {
        LocalDate day = local(at).toLocalDate();
        int days = at(region).whole("opinion");
        return days == 0 ? day : calendar().plus(day, days);
    }

    /** Until when a point is to be put right. */
    LocalDate mendedBy(Region region, @Nullable LocalDate given, String pointer) {
        return given == null
                ? calendar().plus(today(), at(region).whole("mending"))
                : ahead(given, pointer);
    }

    private LocalDate ahead(LocalDate given, String pointer) {
        if (given.isBefore(today()) || given.isAfter(today().plusYears(2))) {
            throw Refusal.invalid("session-day", pointer, given);
        }
        return given;
    }

    int minutes(Region region, @Nullable Integer given) {
        return given == null ? at(region).whole("minutes") : given;
    }

    static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, WorkingDays.ZONE);
    }

    /** A time that somebody names: ahead, on a working day, within the hours of the hall. */
    Instant within(Region region, String hall, int minutes, LocalDateTime time, String pointer) {
        LocalDate day = time.toLocalDate();
        if (day.isBefore(today()) || day.isAfter(today().plusDays(FAR))) {
            throw Refusal.invalid("session-time-far", pointer, time, FAR);
        }
        Instant at = time.atZone(WorkingDays.ZONE).toInstant();
        if (!at.isAfter(now())) {
            throw Refusal.invalid("session-time-far", pointer, time, FAR);
        }
        boolean open =
                calendar().isWorkingDay(day)
                        && halls.of(region, hall, day).stream()
                                .anyMatch(hours -> fits(hours, time.toLocalTime(), minutes));
        if (!open) {
            throw Refusal.invalid("session-outside-hours", pointer, time);
        }
        return at;
    }

    /** Each of them so. */
    List<Instant> within(Call call, List<LocalDateTime> times, String pointer) {
        List<Instant> found = new ArrayList<>();
        for (int i = 0; i < times.size() && i <= MOST_TIMES; i++) {
            found.add(
                    within(
                            call.region(),
                            call.hall(),
                            call.minutes(),
                            times.get(i),
                            pointer + "/" + i));
        }
        return found;
    }

    private static boolean fits(ServiceCalendars.Hours hours, LocalTime from, int minutes) {
        return !from.isBefore(hours.opens())
                && from.toSecondOfDay() + minutes * 60L <= hours.closes().toSecondOfDay();
    }

    /** The first times after all could answer at which the hall serves long enough. */
    List<Instant> next(Region region, String hall, int minutes, LocalDate answerBy) {
        int wanted = at(region).whole("times");
        List<Instant> found = new ArrayList<>();
        LocalDate last = answerBy.plusDays(FAR);
        for (LocalDate day = answerBy.plusDays(1);
                found.size() < wanted && day.isBefore(last);
                day = day.plusDays(1)) {
            if (calendar().isWorkingDay(day)) {
                for (ServiceCalendars.Hours hours : halls.of(region, hall, day)) {
                    if (found.size() < wanted && fits(hours, hours.opens(), minutes)) {
                        found.add(day.atTime(hours.opens()).atZone(WorkingDays.ZONE).toInstant());
                    }
                }
            }
        }
        if (found.isEmpty()) {
            throw Refusal.invalid("session-outside-hours", "/minutes", minutes);
        }
        return found;
    }

    private Values at(Region place) {
        return settings.at(SETTING, place, today());
    }
}

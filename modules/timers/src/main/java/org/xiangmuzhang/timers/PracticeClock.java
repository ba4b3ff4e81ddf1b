package org.xiangmuzhang.timers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Lets a training platform live through weeks in minutes: its administrator sends the clock
 * forward, and everything that waits for a date happens. There is no such clock in production.
 */
@RestController
@RequestMapping("/api/practice-clock")
@ConditionalOnProperty("xiangmuzhang.demo")
class PracticeClock {

    private final DomainClock clock;
    private final JdbcClient jdbc;
    private final List<RecurringWork> works;

    PracticeClock(DomainClock clock, JdbcClient jdbc, List<RecurringWork> works) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.works = works;
        jdbc.sql("select ahead_seconds from timers.practice_clock")
                .query(Long.class)
                .optional()
                .ifPresent(seconds -> clock.runAhead(Duration.ofSeconds(seconds)));
    }

    /** To the morning (09:00, Asia/Shanghai) of a later day. */
    record Forward(LocalDate to) {}

    record Now(OffsetDateTime now, LocalDate today, long aheadSeconds) {}

    @GetMapping
    Now now() {
        Instant now = clock.instant();
        return new Now(
                now.atZone(WorkingDays.ZONE).toOffsetDateTime(),
                WorkingDays.today(clock),
                clock.ahead().toSeconds());
    }

    @PostMapping
    Now forward(@RequestBody Forward forward, Actor actor) {
        actor.mustBe(Role.ADMINISTRATOR);
        Instant morning =
                forward.to().atTime(LocalTime.of(9, 0)).atZone(WorkingDays.ZONE).toInstant();
        if (morning.isBefore(clock.instant())) {
            throw Refusal.invalid("clock-runs-forward", "/to", forward.to());
        }
        Duration ahead =
                clock.ahead()
                        .plus(
                                clock.instant().until(morning, ChronoUnit.SECONDS),
                                ChronoUnit.SECONDS);
        jdbc.sql(
                        """
                        insert into timers.practice_clock (only_row, ahead_seconds) values (true, ?)
                        on conflict (only_row) do update set ahead_seconds = excluded.ahead_seconds
                        """)
                .param(ahead.toSeconds())
                .update();
        clock.runAhead(ahead);
        works.forEach(work -> work.run().run());
        return now();
    }
}

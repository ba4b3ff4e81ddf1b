package org.xiangmuzhang.timers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
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

/**
 * Lets a training platform live through weeks in minutes: its administrator sends the clock
 * forward, and everything that waits for a date happens once that is committed. It is there only
 * beside demo users, so never where an issuer or a production profile is configured.
 */
@RestController
@RequestMapping("/api/practice-clock")
@ConditionalOnBooleanProperty({"xiangmuzhang.signin.in-application", "xiangmuzhang.demo"})
class PracticeClock {

    private final DomainClock clock;
    private final SharedLead lead;
    private final ExtraTurns turns;

    PracticeClock(DomainClock clock, SharedLead lead, ExtraTurns turns) {
        this.clock = clock;
        this.lead = lead;
        this.turns = turns;
    }

    /** To the morning (09:00, Asia/Shanghai) of a later day. */
    record Forward(LocalDate to) {}

    record Now(OffsetDateTime now, LocalDate today, long aheadSeconds) {}

    @GetMapping
    Now now() {
        lead.read();
        return answer(clock.instant(), clock.ahead());
    }

    @PostMapping
    Now forward(@RequestBody Forward forward, Actor actor) {
        actor.mustBe(Role.ADMINISTRATOR);
        Instant morning =
                forward.to().atTime(LocalTime.of(9, 0)).atZone(WorkingDays.ZONE).toInstant();
        Instant now = clock.instant();
        if (morning.isBefore(now)) {
            throw Refusal.invalid("clock-runs-forward", "/to", forward.to());
        }
        if (forward.to().isAfter(WorkingDays.today(clock).plusYears(1))) {
            throw Refusal.invalid("clock-leaps", "/to", forward.to());
        }
        Duration ahead = lead.atLeast(clock.ahead().plus(Duration.between(now, morning)));
        afterCommit(
                () -> {
                    lead.read();
                    turns.take();
                });
        return answer(morning, ahead);
    }

    private static Now answer(Instant now, Duration ahead) {
        OffsetDateTime moment = now.atZone(WorkingDays.ZONE).toOffsetDateTime();
        return new Now(moment, moment.toLocalDate(), ahead.toSeconds());
    }

    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }
}

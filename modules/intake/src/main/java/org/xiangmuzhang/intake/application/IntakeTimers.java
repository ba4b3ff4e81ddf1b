package org.xiangmuzhang.intake.application;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.intake.api.DeemAccepted;
import org.xiangmuzhang.intake.port.in.Drafting;
import org.xiangmuzhang.intake.port.in.FollowingCalendar;
import org.xiangmuzhang.intake.port.in.WatchingTerms;
import org.xiangmuzhang.timers.RecurringWork;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class IntakeTimers {

    @Bean
    RecurringWork acceptanceBySilence(DeemAccepted deemAccepted) {
        return new RecurringWork(
                "intake.acceptance-by-silence", Duration.ofMinutes(10), deemAccepted::run);
    }

    @Bean
    RecurringWork obligationTerms(WatchingTerms watching) {
        return new RecurringWork("intake.obligations", Duration.ofMinutes(10), watching::run);
    }

    @Bean
    RecurringWork dueDates(FollowingCalendar following) {
        return new RecurringWork(FollowingCalendar.WORK, Duration.ofMinutes(1), following::run);
    }

    @Bean
    RecurringWork expiredDrafts(Drafting drafting) {
        return new RecurringWork(
                "intake.expired-drafts", Duration.ofHours(1), drafting::removeExpired);
    }
}

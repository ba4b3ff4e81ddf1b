package org.xiangmuzhang.intake.application;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.intake.api.DeemAccepted;
import org.xiangmuzhang.timers.RecurringWork;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class IntakeTimers {

    @Bean
    RecurringWork acceptanceBySilence(DeemAccepted deemAccepted) {
        return new RecurringWork(
                "intake.acceptance-by-silence", Duration.ofMinutes(10), deemAccepted::run);
    }
}

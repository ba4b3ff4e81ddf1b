package org.xiangmuzhang.supervision;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.supervision.application.TurningLights;
import org.xiangmuzhang.supervision.domain.Thresholds;
import org.xiangmuzhang.timers.RecurringWork;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class SupervisionConfiguration {

    /** The thresholds are a local matter; the defaults are those of the published rule. */
    @Bean
    Thresholds thresholds(
            @Value("${xiangmuzhang.supervision.yellow-from-percent:50}") int yellow,
            @Value("${xiangmuzhang.supervision.orange-from-percent:80}") int orange) {
        return new Thresholds(yellow, orange);
    }

    @Bean
    RecurringWork lightSweep(TurningLights lights) {
        return new RecurringWork(TurningLights.WORK, Duration.ofMinutes(1), lights::sweep);
    }
}

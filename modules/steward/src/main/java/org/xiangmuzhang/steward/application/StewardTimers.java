package org.xiangmuzhang.steward.application;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.steward.port.in.FollowingCalendar;
import org.xiangmuzhang.timers.RecurringWork;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class StewardTimers {

    @Bean
    RecurringWork plansByTheCalendarInForce(FollowingCalendar following) {
        return new RecurringWork(FollowingCalendar.WORK, Duration.ofMinutes(1), following::run);
    }
}

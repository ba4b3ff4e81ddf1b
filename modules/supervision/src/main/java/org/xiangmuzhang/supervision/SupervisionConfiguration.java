package org.xiangmuzhang.supervision;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.supervision.application.EscalationLadder;
import org.xiangmuzhang.supervision.application.LightThresholds;
import org.xiangmuzhang.supervision.application.PromiseRegister;
import org.xiangmuzhang.supervision.application.RatingMatters;
import org.xiangmuzhang.supervision.application.TurningLights;
import org.xiangmuzhang.timers.RecurringWork;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class SupervisionConfiguration {

    @Bean
    static Setting lightThresholdsSetting() {
        return LightThresholds.SETTING;
    }

    @Bean
    static Setting ratingTimeSetting() {
        return RatingMatters.TIME;
    }

    @Bean
    static Setting escalationSetting() {
        return EscalationLadder.SETTING;
    }

    @Bean
    static Setting promiseRegisterSetting() {
        return PromiseRegister.SETTING;
    }

    @Bean
    RecurringWork lightSweep(TurningLights lights) {
        return new RecurringWork(TurningLights.WORK, Duration.ofMinutes(1), lights::sweep);
    }
}

package org.xiangmuzhang.rest.answer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.timers.RecurringWork;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

    @Bean
    RecurringWork forgetAnswers(Answers answers) {
        return new RecurringWork("rest.forget-answers", Duration.ofHours(1), answers::forget);
    }
}

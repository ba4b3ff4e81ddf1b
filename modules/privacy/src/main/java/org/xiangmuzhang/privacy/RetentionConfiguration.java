package org.xiangmuzhang.privacy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.xiangmuzhang.parties.privacy.Holds;
import org.xiangmuzhang.parties.privacy.Retained;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.timers.RecurringWork;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    /** The terms of all kinds, for every place to set for itself. */
    @Bean
    Setting retentionSetting(List<Retained> kinds) {
        return Setting.of(
                "privacy.retention",
                kinds.stream()
                        .map(Retained::term)
                        .sorted(Comparator.comparing(Retained.Term::kind))
                        .map(
                                term ->
                                        new Setting.Field(
                                                term.kind(),
                                                term.least(),
                                                term.most(),
                                                term.shipped()))
                        .toList());
    }

    @Bean
    RemovingInTime removingInTime(
            List<Retained> kinds,
            Setting retentionSetting,
            Settings settings,
            Holds holds,
            RetentionRuns runs,
            Clock clock,
            PlatformTransactionManager manager) {
        return new RemovingInTime(kinds, retentionSetting, settings, holds, runs, clock, manager);
    }

    /** Every hour, so that the first turn after midnight does it, on whatever node. */
    @Bean
    RecurringWork removalInTime(RemovingInTime removing) {
        return new RecurringWork("privacy.retention", Duration.ofHours(1), removing::run);
    }
}

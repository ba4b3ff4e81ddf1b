package org.xiangmuzhang.webhooks;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.xiangmuzhang.catalog.PlainRegions;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.timers.Timetable;

import javax.sql.DataSource;

/** Webhooks with the log and the parties, and nothing else. */
@SpringBootApplication(
        scanBasePackages = {
            "org.xiangmuzhang.webhooks",
            "org.xiangmuzhang.parties",
            "org.xiangmuzhang.rest",
            "org.xiangmuzhang.console"
        })
@Import({SmallIntake.class, MovableClock.class})
class WebhooksApplication {

    @Bean
    static DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    static PlainRegions regions() {
        return new PlainRegions();
    }

    @Bean
    static Timetable timetable() {
        return work -> {};
    }
}

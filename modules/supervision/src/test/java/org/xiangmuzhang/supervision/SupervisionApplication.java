package org.xiangmuzhang.supervision;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.xiangmuzhang.database.TestDatabase;

import javax.sql.DataSource;

/** Supervision with the log and the parties, and nothing else. */
@SpringBootApplication(
        scanBasePackages = {
            "org.xiangmuzhang.supervision.application",
            "org.xiangmuzhang.supervision.adapter",
            "org.xiangmuzhang.parties",
            "org.xiangmuzhang.rest",
            "org.xiangmuzhang.console"
        })
@Import({
    SupervisionConfiguration.class,
    SettableClock.class,
    SmallCatalog.class,
    SmallIntake.class,
    SmallSteward.class,
    SmallSite.class,
    SmallPlace.class
})
class SupervisionApplication {

    @Bean
    static DataSource dataSource() {
        return TestDatabase.fresh();
    }
}

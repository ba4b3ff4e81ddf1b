package org.xiangmuzhang.supervision;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.xiangmuzhang.catalog.PlainRegions;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.timers.RecurringWork;
import org.xiangmuzhang.timers.Timetable;

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
    static Settings settings() {
        return (setting, place, day) -> setting.shipped();
    }

    @Bean
    static DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    static PlainRegions regions() {
        return new PlainRegions();
    }

    /** Does at once what is wanted soon. */
    @Bean
    static Timetable timetable(ObjectProvider<RecurringWork> works) {
        return name ->
                works.stream()
                        .filter(work -> work.name().equals(name))
                        .forEach(work -> work.run().run());
    }
}

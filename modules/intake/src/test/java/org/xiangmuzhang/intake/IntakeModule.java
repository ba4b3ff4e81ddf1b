package org.xiangmuzhang.intake;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.xiangmuzhang.catalog.PlainRegions;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.intake.spi.Mandates;
import org.xiangmuzhang.intake.spi.Preconditions;
import org.xiangmuzhang.timers.RecurringWork;
import org.xiangmuzhang.timers.Timetable;

import javax.sql.DataSource;

/** Intake with its supporting modules and the log, without the web. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({
    "org.xiangmuzhang.intake.application",
    "org.xiangmuzhang.intake.adapter.out",
    "org.xiangmuzhang.intake.adapter.in.events",
    "org.xiangmuzhang.parties",
    "org.xiangmuzhang.files"
})
class IntakeModule {

    @Bean
    static DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    static TestClock clock() {
        return new TestClock();
    }

    @Bean
    static TestCatalog catalog() {
        return new TestCatalog();
    }

    @Bean
    static Preconditions preconditions() {
        return new Plan();
    }

    @Bean
    static Mandates mandates() {
        return new Entrusted();
    }

    @Bean
    static TestSettings settings() {
        return new TestSettings();
    }

    @Bean
    static Grades grades() {
        return new Grades();
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

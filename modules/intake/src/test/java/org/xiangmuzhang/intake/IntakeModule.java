package org.xiangmuzhang.intake;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.intake.spi.Mandates;
import org.xiangmuzhang.intake.spi.Preconditions;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.timers.RecurringWork;
import org.xiangmuzhang.timers.Timetable;

import java.util.Set;

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

    /** A zone and a district below their city, a whole country above it. */
    @Bean
    static Regions regions() {
        return region ->
                switch (region.code()) {
                    case "000000" ->
                            Set.of(
                                    region,
                                    new Region("370400"),
                                    new Region("370403"),
                                    new Region("Z370403GX"));
                    case "370400" -> Set.of(region, new Region("370403"), new Region("Z370403GX"));
                    case "370403" -> Set.of(region, new Region("Z370403GX"));
                    default -> Set.of(region);
                };
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

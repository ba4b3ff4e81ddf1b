package org.xiangmuzhang.land;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.xiangmuzhang.catalog.PlainCatalog;
import org.xiangmuzhang.catalog.PlainRegions;
import org.xiangmuzhang.catalog.spi.ReferenceTable;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

/** The land context and the parties on a database of their own, on 30 September 2026. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true)
@ComponentScan({
    "org.xiangmuzhang.land.application",
    "org.xiangmuzhang.land.adapter.out",
    "org.xiangmuzhang.parties"
})
class LandContext {

    final List<LoggedEvent> told = new CopyOnWriteArrayList<>();

    @EventListener
    void hear(LoggedEvent event) {
        told.add(event);
    }

    @Bean
    static DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    static JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    static JdbcClient jdbcClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    static PlatformTransactionManager transactions(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    static Clock clock() {
        return Clock.fixed(Instant.parse("2026-09-30T02:00:00Z"), WorkingDays.ZONE);
    }

    @Bean
    static PlainCatalog catalog() {
        return new PlainCatalog(new WorkingDays("plain", Map.of(), Set.of()));
    }

    @Bean
    static TablesAsShipped tables(List<ReferenceTable> shipped) {
        return new TablesAsShipped(shipped);
    }

    @Bean
    static PlainRegions regions() {
        return new PlainRegions();
    }
}

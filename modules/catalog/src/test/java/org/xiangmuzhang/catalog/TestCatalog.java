package org.xiangmuzhang.catalog;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.Importing;
import org.xiangmuzhang.catalog.port.in.Overriding;
import org.xiangmuzhang.catalog.port.in.OverridingRows;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.settings.Settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

/** A catalog on a database of its own, without edges. */
public final class TestCatalog {

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private final DataSource dataSource;

    private TestCatalog(DataSource dataSource) {
        this.dataSource = dataSource;
        ((DefaultListableBeanFactory) context.getBeanFactory())
                .registerSingleton("dataSource", dataSource);
        context.register(Wiring.class);
        context.refresh();
    }

    /** With no table imported. */
    public static TestCatalog empty() {
        return new TestCatalog(TestDatabase.fresh());
    }

    /** With the tables that come with the platform. */
    public static TestCatalog shipped() {
        TestCatalog catalog = empty();
        catalog.importing().importShipped(shippedTables());
        return catalog;
    }

    /** The same catalog as another node sees it, or the same node after a restart. */
    public TestCatalog otherNode() {
        return new TestCatalog(dataSource);
    }

    /** The tables that come with the platform, by name. */
    public static Map<String, byte[]> shippedTables() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (Table table : Table.OWN) {
            String file = "template/" + table.text() + ".csv";
            try (InputStream content = Table.class.getResourceAsStream("../" + file)) {
                tables.put(table.text(), Objects.requireNonNull(content).readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return tables;
    }

    /** A catalog editor of a region. */
    public static Actor editor(String region) {
        return new Actor(new UUID(0, 7), Role.CATALOG_EDITOR, new Region(region), null, null);
    }

    public Catalog catalog() {
        return context.getBean(Catalog.class);
    }

    public Regions regions() {
        return context.getBean(Regions.class);
    }

    public Browsing browsing() {
        return context.getBean(Browsing.class);
    }

    public Importing importing() {
        return context.getBean(Importing.class);
    }

    public Overriding overriding() {
        return context.getBean(Overriding.class);
    }

    public OverridingRows rows() {
        return context.getBean(OverridingRows.class);
    }

    public ReferenceTables tables() {
        return context.getBean(ReferenceTables.class);
    }

    public JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    /** What was published here since the context was made. */
    public List<LoggedEvent> events() {
        return context.getBean(Heard.class).events;
    }

    static class Heard {

        final List<LoggedEvent> events = new CopyOnWriteArrayList<>();

        @EventListener
        void on(LoggedEvent event) {
            events.add(event);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @ComponentScan(
            basePackages = {
                "org.xiangmuzhang.catalog.application",
                "org.xiangmuzhang.catalog.adapter.out.jdbc"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.LocalProposals"))
    static class Wiring {

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate jdbcTemplate) {
            return JdbcClient.create(jdbcTemplate);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Settings settings() {
            return (setting, place, day) -> setting.shipped();
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }
}

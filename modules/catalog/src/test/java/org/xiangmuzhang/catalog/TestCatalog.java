package org.xiangmuzhang.catalog;

import org.jspecify.annotations.Nullable;
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
import org.xiangmuzhang.catalog.api.ServiceCalendars;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.port.in.Browsing;
import org.xiangmuzhang.catalog.port.in.Importing;
import org.xiangmuzhang.catalog.port.in.LookingAtPackages;
import org.xiangmuzhang.catalog.port.in.Overriding;
import org.xiangmuzhang.catalog.port.in.OverridingRows;
import org.xiangmuzhang.catalog.port.in.ProposingTables;
import org.xiangmuzhang.catalog.port.in.ProposingTables.ProposedTables;
import org.xiangmuzhang.catalog.port.in.PublishingLists;
import org.xiangmuzhang.catalog.port.out.TableProposals;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.SettingVersion;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
        return new TestCatalog(TestDatabase.filled("shipped", TestCatalog::fill));
    }

    private static void fill(DataSource dataSource) {
        TestCatalog catalog = new TestCatalog(dataSource);
        catalog.importing().importShipped(shippedTables());
        catalog.context.close();
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

    public ProposingTables proposing() {
        return context.getBean(ProposingTables.class);
    }

    /** Tables that one editor of the template proposes and another approves. */
    public ProposedTables importTables(Map<String, byte[]> tables) {
        ProposedTables proposed =
                proposing().propose(tables, Region.TEMPLATE, "试", editor("000000"));
        Actor second = new Actor(new UUID(0, 8), Role.CATALOG_EDITOR, Region.TEMPLATE, null, null);
        proposing().decide(proposed.version().number(), SettingVersion.State.APPROVED, "试", second);
        return proposed;
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

    public LookingAtPackages packages() {
        return context.getBean(LookingAtPackages.class);
    }

    public PublishingLists lists() {
        return context.getBean(PublishingLists.class);
    }

    public ServiceCalendars serviceCalendars() {
        return context.getBean(ServiceCalendars.class);
    }

    public Setting setting(String name) {
        return context.getBeansOfType(Setting.class).values().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Sets the one value of a setting for every place. */
    public void set(String setting, String field, Object value) {
        context.getBean(SetHere.class)
                .set
                .put(setting, new Values(new LinkedHashMap<>(Map.of(field, value))));
    }

    public JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    /** What was published here since the context was made. */
    public List<LoggedEvent> events() {
        return context.getBean(Heard.class).events;
    }

    /** What was shipped, or what a test has set for everywhere and ever. */
    static class SetHere implements Settings {

        private final Map<String, Values> set = new ConcurrentHashMap<>();

        @Override
        public Values at(Setting setting, Region place, LocalDate day) {
            return set.getOrDefault(setting.name(), setting.shipped());
        }
    }

    /** What waits for a second editor, in memory. */
    static class Waiting implements TableProposals {

        private final Map<Integer, Map<String, Staged>> contents = new ConcurrentHashMap<>();
        private volatile @Nullable SettingVersion waiting;

        @Override
        public SettingVersion propose(
                Actor actor, Map<String, Staged> tables, LocalDate last, String reason) {
            SettingVersion version =
                    new SettingVersion(
                            Region.TEMPLATE,
                            "tables",
                            contents.size() + 1,
                            Map.of("tables", tables.size()),
                            last,
                            last,
                            SettingVersion.State.PROPOSED,
                            actor.person(),
                            Instant.now(),
                            new UUID(0, 1),
                            null,
                            null,
                            null);
            contents.put(version.number(), tables);
            waiting = version;
            return version;
        }

        @Override
        public void decide(
                Actor actor,
                @Nullable SettingVersion proposal,
                SettingVersion.State outcome,
                String answer) {
            waiting = null;
        }

        @Override
        public Optional<SettingVersion> waiting() {
            return Optional.ofNullable(waiting);
        }

        @Override
        public Map<String, Staged> content(SettingVersion version) {
            return contents.getOrDefault(version.number(), Map.of());
        }
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
                            pattern =
                                    ".*\\.(Arranging|GuideEditing|LocalProposals|ItemDrafting|ItemImport(ing|Work)|OldDrafts)"))
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
        SetHere settings() {
            return new SetHere();
        }

        @Bean
        Waiting waiting() {
            return new Waiting();
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }
}

package org.xiangmuzhang.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.port.in.Importing;
import org.xiangmuzhang.catalog.port.in.Overriding;
import org.xiangmuzhang.catalog.port.in.OverridingRows;
import org.xiangmuzhang.catalog.spi.ReferenceTable;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.land.domain.Area;
import org.xiangmuzhang.land.domain.Indicator;
import org.xiangmuzhang.land.domain.UnitConversion;
import org.xiangmuzhang.land.port.out.LandReferences;
import org.xiangmuzhang.settings.Settings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

/** Land's tables in the real catalog: one way in for all tables, and one way for places. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LandTablesTests {

    private static final Region FUDING = new Region("350982");
    private static final Region PLACE = new Region("370403");
    private static final Actor EDITOR =
            new Actor(new UUID(0, 7), Role.CATALOG_EDITOR, Region.TEMPLATE, null, null);

    private final AnnotationConfigApplicationContext context = start(TestDatabase.fresh());

    @BeforeAll
    void importShipped() throws Exception {
        context.getBean(ApplicationRunner.class).run(new DefaultApplicationArguments());
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @Test
    void comeWithThePlatformOnceWithEveryRowOfTheirFiles() throws Exception {
        assertThat(references().indicators(PLACE)).hasSize(13);
        assertThat(references().evaluations(PLACE)).hasSize(11);
        assertThat(references().conversions()).hasSize(9);
        assertThat(references().values()).hasSize(19);
        String version = tables().rows("regional_evaluations", PLACE).version();

        importShipped();

        assertThat(tables().rows("regional_evaluations", PLACE).version()).isEqualTo(version);
    }

    @Test
    void keepAPlacesOwnIndicatorWhenTheTemplateChangesAndListTheConflict() {
        context.getBean(OverridingRows.class)
                .override(
                        FUDING,
                        "land_indicators",
                        "LI-TAX",
                        new LocalRow(false, Map.of("name_zh", "本地亩均税收")),
                        0,
                        EDITOR);
        String before = tables().rows("land_indicators", FUDING).version();

        imports(
                "land_indicators",
                shipped("land_indicators").replace("Tax per mu", "Tax yield per mu"));

        assertThat(tax(FUDING).nameZh()).isEqualTo("本地亩均税收");
        assertThat(tax(FUDING).nameEn()).isEqualTo("Tax yield per mu");
        assertThat(tax(PLACE).nameZh()).isEqualTo("亩均税收");
        assertThat(tax(FUDING).version()).startsWith("2~350982.");
        assertThat(tax(PLACE).version()).isEqualTo("2");
        assertThat(tables().rows("land_indicators", before).rows())
                .filteredOn(row -> row.get("indicator_code").equals("LI-TAX"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("name_en")).isEqualTo("Tax per mu"));
        assertThat(context.getBean(Overriding.class).conflicts(Region.TEMPLATE))
                .singleElement()
                .satisfies(
                        conflict -> {
                            assertThat(conflict.region()).isEqualTo(FUDING);
                            assertThat(conflict.table()).isEqualTo("land_indicators");
                            assertThat(conflict.code()).isEqualTo("LI-TAX");
                            assertThat(conflict.changed()).containsExactly("name_en");
                        });
    }

    @Test
    void areRefusedWholeWithTableLineColumnAndRuleOfEveryFault() {
        String values = tables().rows("land_values", PLACE).version();

        TablesRefused refused =
                catchThrowableOfType(
                        TablesRefused.class,
                        () ->
                                context.getBean(Importing.class)
                                        .importShipped(
                                                Map.of(
                                                        "land_values",
                                                        bytes(
                                                                shipped("land_values")
                                                                        .replace(
                                                                                "LV-YC-02,350525",
                                                                                "LV-YC-01,3505")),
                                                        "unit_conversions",
                                                        bytes(
                                                                shipped("unit_conversions")
                                                                        .replace(
                                                                                "hectare,mu,15",
                                                                                "hectare,mu,-15")))));

        assertThat(refused.faults())
                .extracting(Fault::table, Fault::line, Fault::column, Fault::rule)
                .containsExactlyInAnyOrder(
                        tuple("land_values", 15, "value_id", "duplicate-key"),
                        tuple("land_values", 15, "region_code", "unknown-reference"),
                        tuple("unit_conversions", 3, "factor", "positive-number"));
        assertThat(tables().rows("land_values", PLACE).version()).isEqualTo(values);
    }

    @Test
    void unitsOfTheTableAgreeWithTheExactMu() {
        BigDecimal factor =
                references().conversions().stream()
                        .filter(unit -> unit.from().equals("mu") && unit.to().equals("m2"))
                        .map(UnitConversion::factor)
                        .findFirst()
                        .orElseThrow();
        Area area = new Area(new BigDecimal("33333.33"));

        assertThat(area.mu().shown())
                .isEqualByComparingTo(
                        area.squareMetres()
                                .divide(factor, MathContext.DECIMAL64)
                                .setScale(2, RoundingMode.HALF_UP));
    }

    private Indicator tax(Region region) {
        return references().indicators(region).stream()
                .filter(indicator -> indicator.code().equals("LI-TAX"))
                .findFirst()
                .orElseThrow();
    }

    private void imports(String table, String csv) {
        context.getBean(Importing.class).importShipped(Map.of(table, bytes(csv)));
    }

    private String shipped(String name) {
        return context.getBeansOfType(ReferenceTable.class).values().stream()
                .filter(table -> table.name().equals(name))
                .map(table -> new String(table.shipped(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(String csv) {
        return csv.getBytes(StandardCharsets.UTF_8);
    }

    private LandReferences references() {
        return context.getBean(LandReferences.class);
    }

    private ReferenceTables tables() {
        return context.getBean(ReferenceTables.class);
    }

    private static AnnotationConfigApplicationContext start(DataSource database) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database);
        context.register(Wiring.class);
        context.refresh();
        return context;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @ComponentScan(
            basePackages = {
                "org.xiangmuzhang.catalog.application",
                "org.xiangmuzhang.catalog.adapter.out.jdbc",
                "org.xiangmuzhang.catalog.adapter.in.files",
                "org.xiangmuzhang.land.adapter.out.catalog"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*\\.(Arranging|GuideEditing|ShippedGuides|LocalProposals|TableProposing|ItemDrafting|ItemImport(ing|Work)|OldDrafts)"))
    static class Wiring {

        @Bean
        static PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        static JdbcTemplate jdbcTemplate(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        static JdbcClient jdbcClient(JdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        static Settings settings() {
            return (setting, place, day) -> setting.shipped();
        }

        @Bean
        static Clock clock() {
            return Clock.systemUTC();
        }
    }
}

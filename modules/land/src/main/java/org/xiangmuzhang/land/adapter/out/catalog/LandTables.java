package org.xiangmuzhang.land.adapter.out.catalog;

import static org.xiangmuzhang.catalog.spi.Column.code;
import static org.xiangmuzhang.catalog.spi.Column.oneOf;
import static org.xiangmuzhang.catalog.spi.Column.ref;
import static org.xiangmuzhang.catalog.spi.Column.source;
import static org.xiangmuzhang.catalog.spi.Column.text;
import static org.xiangmuzhang.catalog.spi.Column.whole;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.catalog.spi.ReferenceTable;
import org.xiangmuzhang.land.domain.CheckedWhen;
import org.xiangmuzhang.land.domain.IndicatorRule;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the four tables of land look like; a place may have indicators and evaluations of its own.
 */
@Configuration(proxyBeanMethods = false)
class LandTables {

    static final String INDICATORS = "land_indicators";
    static final String VALUES = "land_values";
    static final String EVALUATIONS = "regional_evaluations";
    static final String CONVERSIONS = "unit_conversions";

    @Bean
    static ReferenceTable landIndicators() {
        return new LandTable(
                INDICATORS,
                true,
                List.of(
                        code("indicator_code").asKey(),
                        oneOf("group", "MAIN", "CONTROL", "OPTIONAL", "TIME"),
                        whole("seq", 1, 999),
                        text("name_zh"),
                        text("name_en"),
                        text("unit_zh"),
                        text("unit_en"),
                        oneOf("rule", IndicatorRule.class),
                        text("formula"),
                        oneOf("checked_when", CheckedWhen.class).several(),
                        text("parts").several().optional(),
                        ref("per", INDICATORS).optional(),
                        text("note").optional(),
                        source("source_id").several()));
    }

    /** What places published: facts, each with its place. */
    @Bean
    static ReferenceTable landValues() {
        return new LandTable(
                VALUES,
                false,
                List.of(
                        code("value_id").asKey(),
                        ref("region_code", "regions"),
                        text("place_zh"),
                        text("indicator_or_measure"),
                        text("value_before").optional(),
                        text("value_after"),
                        text("unit_or_text"),
                        text("kind"),
                        source("seed_id"),
                        whole("case_no", 1, 999)));
    }

    @Bean
    static ReferenceTable regionalEvaluations() {
        return new LandTable(
                EVALUATIONS,
                true,
                List.of(
                        code("evaluation_code").asKey(),
                        text("name_zh"),
                        text("name_en"),
                        ref("substitutes_item_codes", "items").several(),
                        ref("lead_dept", "departments"),
                        text("basis"),
                        text("effect"),
                        whole("default_valid_years", 1, 99)));
    }

    /** Units are the same everywhere. */
    @Bean
    static ReferenceTable unitConversions() {
        return new LandTable(
                CONVERSIONS,
                false,
                List.of(
                        text("from_unit").asKey(),
                        text("to_unit").asKey(),
                        text("factor").must("positive-number", List.of(), LandTables::isPositive),
                        text("meaning").optional(),
                        text("basis")));
    }

    private static boolean isPositive(String value) {
        return value.matches("\\d{1,15}(\\.\\d{1,15})?") && new BigDecimal(value).signum() > 0;
    }
}

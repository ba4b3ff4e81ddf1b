package org.xiangmuzhang.catalog.domain;

import static org.xiangmuzhang.catalog.domain.Table.DEPARTMENTS;
import static org.xiangmuzhang.catalog.domain.Table.INDUSTRIES;
import static org.xiangmuzhang.catalog.domain.Table.ITEMS;
import static org.xiangmuzhang.catalog.domain.Table.PACKAGES;
import static org.xiangmuzhang.catalog.domain.Table.PROJECT_TYPES;
import static org.xiangmuzhang.catalog.domain.Table.REGIONS;
import static org.xiangmuzhang.catalog.spi.Column.code;
import static org.xiangmuzhang.catalog.spi.Column.oneOf;
import static org.xiangmuzhang.catalog.spi.Column.source;
import static org.xiangmuzhang.catalog.spi.Column.text;
import static org.xiangmuzhang.catalog.spi.Column.whole;
import static org.xiangmuzhang.catalog.spi.Column.yesNo;

import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.bundle.Family;
import org.xiangmuzhang.catalog.domain.bundle.PublishedFigure;
import org.xiangmuzhang.catalog.spi.Column;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The columns of every table, in the order of its header. */
final class Columns {

    private static final int MOST_DAYS = 3650;
    private static final String CHOICE = "[A-Z0-9-]+(/[A-Z0-9-]+)+";

    private Columns() {}

    static List<Column> departments() {
        return List.of(
                code("dept_code").asKey(),
                text("name_zh"),
                text("name_en"),
                text("note").optional());
    }

    static List<Column> milestones() {
        return List.of(
                ref("item_code", ITEMS).asKey(),
                oneOf("context", "steward", "land"),
                text("reached_by"));
    }

    static List<Column> dependencies() {
        return List.of(
                code("dependency_id").asKey(),
                ref("from_item", ITEMS),
                ref("to_item", ITEMS),
                oneOf("kind", Dependency.Kind.class),
                oneOf("relaxable_by", Dependency.Relaxation.class),
                text("applies_when"),
                source("source_id"));
    }

    static List<Column> mergedApprovals() {
        return List.of(
                ref("package_code", PACKAGES).asKey(),
                ref("merged_item", ITEMS),
                ref("region_code", REGIONS));
    }

    static List<Column> projectTypeItems() {
        return List.of(
                ref("project_type_code", PROJECT_TYPES).asKey(),
                whole("seq", 1, 999),
                ref("item_code", ITEMS).asKey(),
                oneOf("stage_code", Stage.class),
                whole("parallel_level", 1, 999),
                oneOf("necessity", "mandatory", "conditional"));
    }

    private static Column ref(String name, Table table) {
        return Column.ref(name, table.text());
    }

    static List<Column> sources() {
        return List.of(
                code("source_id").asKey(),
                oneOf(
                        "kind",
                        "seed",
                        "law",
                        "rule",
                        "guide",
                        "notice",
                        "news",
                        "standard",
                        "projection",
                        "secondary",
                        "general",
                        "design"),
                text("title"),
                text("what_it_supports").optional(),
                text("url").optional(),
                text("check").optional());
    }

    static List<Column> regions() {
        return List.of(
                text("region_code").asKey().must("region-form", List.of(), Columns::isRegion),
                text("name_zh"),
                oneOf("level", "TEMPLATE", "PROVINCE", "PREFECTURE", "COUNTY", "ZONE"),
                ref("parent_code", REGIONS).optional(),
                text("path_zh"),
                oneOf("is_gbt2260", "0", "1"),
                text("seed_id").optional(),
                text("check_note").optional(),
                source("source_id"));
    }

    static List<Column> industries() {
        return List.of(
                text("code")
                        .asKey()
                        .must("industry-form", List.of(), value -> value.matches("[A-T]|\\d{2}")),
                oneOf("level", "SECTION", "DIVISION"),
                ref("parent_code", INDUSTRIES).optional(),
                text("full_code"),
                text("name_zh"),
                text("name_en").optional(),
                source("source_id"));
    }

    static List<Column> workdays() {
        return List.of(
                text("date").asKey().must("date-form", List.of(), Columns::isDate),
                whole("year", 2000, 2999),
                oneOf("weekday", "周一", "周二", "周三", "周四", "周五", "周六", "周日"),
                oneOf("kind", "HOLIDAY", "IN_LIEU_OFF", "MAKEUP_WORKDAY", "STATUTORY_PROJECTED"),
                oneOf("is_working_day", "0", "1"),
                text("festival_zh"),
                text("festival_en"),
                oneOf("status", "OFFICIAL", "PROJECTED"),
                source("source_id"));
    }

    static List<Column> items() {
        return List.of(
                code("item_code").asKey(),
                text("name_zh"),
                text("name_en"),
                oneOf("stage_code", Stage.class),
                text("stage_zh"),
                oneOf(
                        "kind_code",
                        "PERMIT",
                        "CONFIRM",
                        "FILING",
                        "REVIEW",
                        "UTILITY",
                        "SERVICE",
                        "OTHER"),
                text("kind_zh"),
                ref("lead_dept_code", DEPARTMENTS),
                oneOf("level", "省", "市", "县").several(),
                whole("statutory_days", 0, MOST_DAYS).optional(),
                oneOf("statutory_unit", "WD", "CD").optional(),
                source("statutory_source"),
                whole("committed_days", 0, MOST_DAYS),
                oneOf("committed_unit", "WD", "CD"),
                source("committed_source"),
                yesNo("clock_pauses"),
                oneOf("pause_procedures", SpecialProcedure.class).several().optional(),
                yesNo("notice_commitment"),
                yesNo("deficiency_tolerant"),
                yesNo("mock_approval"),
                code("regional_eval_code").optional(),
                yesNo("one_book"),
                text("result_document_zh"),
                oneOf(
                        "result_kind",
                        "CODE",
                        "APPROVAL",
                        "CERTIFICATE",
                        "OPINION",
                        "RECEIPT",
                        "CONTRACT",
                        "REPORT",
                        "PRE_APPROVAL"),
                oneOf("in_2018_national_list", "yes", "no", "unsure"),
                text("applies_when").optional(),
                text("eligibility_source"),
                text("note").optional(),
                oneOf("exclusion", Exclusion.Category.class).optional(),
                text("exclusion_clause").optional());
    }

    static List<Column> materials() {
        return List.of(
                code("material_id").asKey(),
                ref("item_code", ITEMS),
                whole("seq", 1, 999),
                text("name_zh"),
                text("name_en"),
                oneOf("form", "ORIGINAL", "COPY", "ELECTRONIC", "E_CERTIFICATE"),
                oneOf("source", "APPLICANT", "GOVERNMENT_ECERT", "INTERMEDIARY"),
                yesNo("required"),
                yesNo("deferrable"),
                ref("produced_by_item", ITEMS).several().optional(),
                yesNo("reusable_without_submission"),
                source("source_id"),
                text("basis").optional(),
                yesNo("committable").optional(),
                text("template").optional(),
                text("sample").optional());
    }

    static List<Column> packages() {
        return List.of(
                code("package_code").asKey(),
                text("name_zh"),
                text("name_en"),
                text("kind").must("code-form", List.of(), value -> value.matches("[A-Z_]+")),
                code("seed_id").optional(),
                whole("case_no", 1, 999).optional(),
                text("place_zh"),
                ref("item_codes", ITEMS).several().optional(),
                text("handling_mode"),
                text("published_effect"),
                source("source_id"),
                oneOf("family", Family.class).optional(),
                ref("trade_code", INDUSTRIES).optional(),
                ref("lead_dept_code", DEPARTMENTS).optional(),
                source("lead_source").optional(),
                whole("promised_days", 0, MOST_DAYS).optional(),
                oneOf("promised_unit", "WD", "CD").optional(),
                source("promised_source").optional(),
                text("choices")
                        .several()
                        .optional()
                        .must("choice-form", List.of(), value -> value.matches(CHOICE)),
                text("published_figures")
                        .several()
                        .optional()
                        .must("figure-form", List.of(), PublishedFigure::isForm));
    }

    static List<Column> projectTypes() {
        return List.of(
                code("project_type_code").asKey(),
                text("name_zh"),
                text("name_en"),
                oneOf("investor_kind", "ENTERPRISE", "GOVERNMENT", "MARKET_ENTITY"),
                oneOf(
                        "initiation_kind",
                        "FILING",
                        "VERIFICATION",
                        "APPROVAL",
                        "TECH_FILING",
                        "LICENCE"),
                oneOf("land_supply", "GRANT", "ALLOCATION", "NONE"),
                whole("total_target_days", 0, MOST_DAYS),
                text("target_scope"),
                text("target_source"),
                text("mechanisms_zh").several());
    }

    private static boolean isRegion(String value) {
        try {
            return new Region(value).code().equals(value);
        } catch (Refusal malformed) {
            return false;
        }
    }

    static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).toString().equals(value);
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }
}

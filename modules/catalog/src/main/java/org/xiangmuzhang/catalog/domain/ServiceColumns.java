package org.xiangmuzhang.catalog.domain;

import static org.xiangmuzhang.catalog.spi.Column.code;
import static org.xiangmuzhang.catalog.spi.Column.oneOf;
import static org.xiangmuzhang.catalog.spi.Column.ref;
import static org.xiangmuzhang.catalog.spi.Column.source;
import static org.xiangmuzhang.catalog.spi.Column.text;
import static org.xiangmuzhang.catalog.spi.Column.whole;
import static org.xiangmuzhang.catalog.spi.Column.yesNo;

import org.xiangmuzhang.catalog.domain.list.Delegation;
import org.xiangmuzhang.catalog.domain.list.ServiceWay;
import org.xiangmuzhang.catalog.spi.Column;

import java.util.List;

/** The columns of the tables that say how items are served, filled in and paid for. */
final class ServiceColumns {

    private static final String DECIMAL = "\\d{1,9}(\\.\\d{1,4})?";

    private ServiceColumns() {}

    static List<Column> steps() {
        return List.of(
                ref("item_code", "items").asKey(),
                whole("steps", 1, 99),
                whole("visits", 0, 99),
                text("note").optional(),
                source("source_id"));
    }

    static List<Column> meanings() {
        return List.of(
                code("meaning_code").asKey(),
                text("name_zh"),
                text("name_en"),
                oneOf("form", "TEXT", "LONG_TEXT", "NUMBER", "DATE", "CHOICE", "FILE"),
                source("source_id"));
    }

    static List<Column> fields() {
        return List.of(
                ref("item_code", "items").asKey(),
                ref("meaning_code", "field_meanings").asKey(),
                yesNo("required"),
                source("source_id"));
    }

    static List<Column> services() {
        return List.of(
                ref("item_code", "items").asKey(),
                oneOf("way", ServiceWay.class).asKey(),
                text("place_zh").optional(),
                text("hours").optional(),
                text("basis").optional(),
                day("valid_from"),
                day("valid_until"),
                source("source_id"),
                text("note").optional());
    }

    static List<Column> delegations() {
        return List.of(
                ref("item_code", "items").asKey(),
                ref("region_code", "regions").asKey(),
                oneOf("mode", Delegation.class),
                ref("dept_code", "departments"),
                text("basis").optional(),
                day("valid_from"),
                day("valid_until"),
                source("source_id"),
                text("note").optional());
    }

    static List<Column> seals() {
        return List.of(
                code("seal_code").asKey(),
                text("name_zh"),
                ref("dept_code", "departments"),
                ref("region_code", "regions"),
                day("valid_from"),
                day("valid_until"),
                source("source_id"),
                text("note").optional());
    }

    static List<Column> transfers() {
        return List.of(
                ref("item_code", "items").asKey(),
                ref("region_code", "regions").asKey(),
                ref("former_dept_code", "departments"),
                ref("dept_code", "departments"),
                ref("seal_code", "seals").optional(),
                text("basis").optional(),
                day("valid_from"),
                day("valid_until"),
                source("source_id"),
                text("note").optional());
    }

    static List<Column> intermediaries() {
        return List.of(
                code("service_code").asKey(),
                text("name_zh"),
                text("name_en"),
                ref("material_ids", "item_materials").several(),
                text("content_zh"),
                text("basis").optional(),
                yesNo("compulsory"),
                oneOf("fee_kind", "MARKET", "GUIDED", "FIXED", "PAID_BY_GOVERNMENT", "FREE"),
                text("fee_note").optional(),
                whole("limit_days", 0, 3650).optional(),
                oneOf("limit_unit", "WD", "CD").optional(),
                source("source_id"));
    }

    static List<Column> requirements() {
        return List.of(
                code("requirement_code").asKey(),
                ref("trade_code", "industries"),
                ref("item_code", "items"),
                code("subject_code"),
                text("name_zh"),
                text("name_en"),
                oneOf("rule", "MIN", "MAX", "REQUIRED", "FORBIDDEN"),
                text("value")
                        .optional()
                        .must("decimal-form", List.of(), value -> value.matches(DECIMAL)),
                text("unit_zh").optional(),
                text("content_zh"),
                text("basis").optional(),
                source("source_id"));
    }

    private static Column day(String name) {
        return text(name).optional().must("date-form", List.of(), Columns::isDate);
    }
}

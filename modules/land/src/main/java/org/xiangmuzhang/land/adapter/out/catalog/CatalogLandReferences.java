package org.xiangmuzhang.land.adapter.out.catalog;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.ReferenceRow;
import org.xiangmuzhang.catalog.api.ReferenceRows;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.land.domain.CheckedWhen;
import org.xiangmuzhang.land.domain.Indicator;
import org.xiangmuzhang.land.domain.IndicatorRule;
import org.xiangmuzhang.land.domain.PublishedValue;
import org.xiangmuzhang.land.domain.RegionalEvaluation;
import org.xiangmuzhang.land.domain.UnitConversion;
import org.xiangmuzhang.land.port.out.LandReferences;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads land's tables where the catalog keeps them; their form was checked on the way in. */
@Component
class CatalogLandReferences implements LandReferences {

    private final ReferenceTables tables;

    CatalogLandReferences(ReferenceTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Indicator> indicators(Region region) {
        ReferenceRows held = tables.rows(LandTables.INDICATORS, region);
        return held.rows().stream()
                .map(row -> indicator(row, held.version()))
                .sorted(Comparator.comparing(Indicator::order).thenComparing(Indicator::code))
                .toList();
    }

    private static Indicator indicator(ReferenceRow row, String version) {
        return new Indicator(
                row.get("indicator_code"),
                row.get("group"),
                Integer.parseInt(row.get("seq")),
                row.get("name_zh"),
                row.get("name_en"),
                row.get("unit_zh"),
                row.get("unit_en"),
                IndicatorRule.valueOf(row.get("rule")),
                row.get("formula"),
                row.list("checked_when").stream()
                        .map(CheckedWhen::valueOf)
                        .collect(Collectors.toSet()),
                Set.copyOf(row.list("parts")),
                row.get("per").isEmpty() ? null : row.get("per"),
                version);
    }

    @Override
    public List<RegionalEvaluation> evaluations(Region region) {
        return tables.rows(LandTables.EVALUATIONS, region).rows().stream()
                .map(
                        row ->
                                new RegionalEvaluation(
                                        row.get("evaluation_code"),
                                        row.get("name_zh"),
                                        row.get("name_en"),
                                        row.list("substitutes_item_codes"),
                                        row.get("lead_dept"),
                                        row.get("basis"),
                                        row.get("effect"),
                                        Integer.parseInt(row.get("default_valid_years"))))
                .sorted(Comparator.comparing(RegionalEvaluation::code))
                .toList();
    }

    @Override
    public List<UnitConversion> conversions() {
        return tables.rows(LandTables.CONVERSIONS, Region.TEMPLATE).rows().stream()
                .map(
                        row ->
                                new UnitConversion(
                                        row.get("from_unit"),
                                        row.get("to_unit"),
                                        new BigDecimal(row.get("factor")),
                                        row.get("meaning")))
                .toList();
    }

    @Override
    public List<PublishedValue> values() {
        return tables.rows(LandTables.VALUES, Region.TEMPLATE).rows().stream()
                .map(
                        row ->
                                new PublishedValue(
                                        row.get("value_id"),
                                        new Region(row.get("region_code")),
                                        row.get("place_zh"),
                                        row.get("indicator_or_measure"),
                                        row.get("value_before").isEmpty()
                                                ? null
                                                : row.get("value_before"),
                                        row.get("value_after"),
                                        row.get("unit_or_text"),
                                        row.get("seed_id")))
                .sorted(Comparator.comparing(PublishedValue::id))
                .toList();
    }
}

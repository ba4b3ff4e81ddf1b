package org.xiangmuzhang.land.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.land.domain.CheckedWhen;
import org.xiangmuzhang.land.domain.Indicator;
import org.xiangmuzhang.land.domain.IndicatorRule;
import org.xiangmuzhang.land.domain.PublishedValue;
import org.xiangmuzhang.land.domain.ReferenceTables;
import org.xiangmuzhang.land.domain.RegionalEvaluation;
import org.xiangmuzhang.land.domain.UnitConversion;
import org.xiangmuzhang.land.port.out.LandReferences;

import java.util.List;
import java.util.stream.Collectors;

@Repository
class JdbcLandReferences implements LandReferences {

    private final JdbcClient jdbc;

    JdbcLandReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Indicator> indicators(Region region) {
        return jdbc.sql(
                        """
                        select * from (
                            select distinct on (code) * from land.indicator
                            where region in (:region, '000000')
                            order by code, region = '000000') as held
                        order by position, code
                        """)
                .param("region", region.code())
                .query(
                        (row, i) ->
                                new Indicator(
                                        row.getString("code"),
                                        row.getString("category"),
                                        row.getInt("position"),
                                        row.getString("name_zh"),
                                        row.getString("name_en"),
                                        row.getString("unit_zh"),
                                        row.getString("unit_en"),
                                        IndicatorRule.valueOf(row.getString("rule")),
                                        row.getString("formula"),
                                        Arrays.read(row, "checked_when").stream()
                                                .map(CheckedWhen::valueOf)
                                                .collect(Collectors.toSet()),
                                        row.getInt("version")))
                .list();
    }

    @Override
    public List<RegionalEvaluation> evaluations(Region region) {
        return jdbc.sql(
                        """
                        select distinct on (code) * from land.regional_evaluation
                        where region in (:region, '000000')
                        order by code, region = '000000'
                        """)
                .param("region", region.code())
                .query(
                        (row, i) ->
                                new RegionalEvaluation(
                                        row.getString("code"),
                                        row.getString("name_zh"),
                                        row.getString("name_en"),
                                        Arrays.read(row, "replaces"),
                                        row.getString("department"),
                                        row.getString("basis"),
                                        row.getString("effect"),
                                        row.getInt("valid_years")))
                .list();
    }

    @Override
    public List<UnitConversion> conversions() {
        return jdbc.sql("select * from land.unit_conversion order by from_unit, to_unit")
                .query(
                        (row, i) ->
                                new UnitConversion(
                                        row.getString("from_unit"),
                                        row.getString("to_unit"),
                                        row.getBigDecimal("factor"),
                                        row.getString("meaning")))
                .list();
    }

    @Override
    public List<PublishedValue> values() {
        return jdbc.sql("select * from land.published_value order by id")
                .query(
                        (row, i) ->
                                new PublishedValue(
                                        row.getString("id"),
                                        new Region(row.getString("region")),
                                        row.getString("place"),
                                        row.getString("measure"),
                                        row.getString("value_before"),
                                        row.getString("value_after"),
                                        row.getString("unit"),
                                        row.getString("source")))
                .list();
    }

    @Override
    public boolean holds(String fingerprint) {
        return jdbc.sql("select count(*) from land.template where fingerprint = ?")
                        .param(fingerprint)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public List<String> replaceTemplate(ReferenceTables tables) {
        int version =
                jdbc.sql(
                                """
                                insert into land.template values ('000000', 1, :fingerprint)
                                on conflict (region) do update
                                set version = template.version + 1,
                                    fingerprint = excluded.fingerprint, imported_at = now()
                                returning version
                                """)
                        .param("fingerprint", tables.fingerprint())
                        .query(Integer.class)
                        .single();
        tables.indicators().forEach(indicator -> put(indicator, version));
        dropIndicatorsExcept(tables.indicators().stream().map(Indicator::code).toList());
        jdbc.sql("delete from land.regional_evaluation where region = '000000'").update();
        tables.evaluations().forEach(evaluation -> add(evaluation, version));
        jdbc.sql("delete from land.unit_conversion where region = '000000'").update();
        tables.conversions().forEach(this::add);
        jdbc.sql("delete from land.published_value").update();
        tables.values().forEach(this::add);
        return jdbc.sql(
                        """
                        select own.region || '/' || own.code from land.indicator as own
                        join land.indicator as template using (code)
                        where own.region <> '000000' and template.region = '000000'
                            and template.version = ? order by 1
                        """)
                .param(version)
                .query(String.class)
                .list();
    }

    private void put(Indicator indicator, int version) {
        jdbc.sql(
                        """
                        insert into land.indicator
                        values ('000000', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (region, code) do update
                        set category = excluded.category, position = excluded.position,
                            name_zh = excluded.name_zh, name_en = excluded.name_en,
                            unit_zh = excluded.unit_zh, unit_en = excluded.unit_en,
                            rule = excluded.rule, formula = excluded.formula,
                            checked_when = excluded.checked_when, version = excluded.version
                        where (indicator.category, indicator.position, indicator.name_zh,
                                indicator.name_en, indicator.unit_zh, indicator.unit_en,
                                indicator.rule, indicator.formula, indicator.checked_when)
                            <> (excluded.category, excluded.position, excluded.name_zh,
                                excluded.name_en, excluded.unit_zh, excluded.unit_en,
                                excluded.rule, excluded.formula, excluded.checked_when)
                        """)
                .param(indicator.code())
                .param(indicator.group())
                .param(indicator.order())
                .param(indicator.nameZh())
                .param(indicator.nameEn())
                .param(indicator.unitZh())
                .param(indicator.unitEn())
                .param(indicator.rule().name())
                .param(indicator.formula())
                .param(Arrays.of(indicator.checkedWhen()))
                .param(version)
                .update();
    }

    private void dropIndicatorsExcept(List<String> codes) {
        jdbc.sql("delete from land.indicator where region = '000000' and code <> all (?)")
                .param(codes.toArray(String[]::new))
                .update();
    }

    private void add(RegionalEvaluation evaluation, int version) {
        jdbc.sql(
                        """
                        insert into land.regional_evaluation
                        values ('000000', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(evaluation.code())
                .param(evaluation.nameZh())
                .param(evaluation.nameEn())
                .param(evaluation.replaces().toArray(String[]::new))
                .param(evaluation.department())
                .param(evaluation.basis())
                .param(evaluation.effect())
                .param(evaluation.validYears())
                .param(version)
                .update();
    }

    private void add(UnitConversion conversion) {
        jdbc.sql("insert into land.unit_conversion values ('000000', ?, ?, ?, ?)")
                .param(conversion.from())
                .param(conversion.to())
                .param(conversion.factor())
                .param(conversion.meaning())
                .update();
    }

    private void add(PublishedValue value) {
        jdbc.sql("insert into land.published_value values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(value.id())
                .param(value.region().code())
                .param(value.place())
                .param(value.measure())
                .param(value.before())
                .param(value.after())
                .param(value.unit())
                .param(value.source())
                .update();
    }
}

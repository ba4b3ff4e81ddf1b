package org.xiangmuzhang.land.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.catalog.spi.SiteFacts;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.land.domain.Indicator;
import org.xiangmuzhang.land.port.out.LandReferences;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers for parcels on public offer, by their number; of others nobody outside is told. {@code
 * land.standard}: whether it carries every main indicator of its place; {@code
 * land.planning-conditions}: whether any are set; {@code land.area-hectares}: a number of four
 * decimals.
 */
@Repository
class JdbcFactsOfParcels implements SiteFacts {

    private static final BigDecimal HECTARE = new BigDecimal(10_000);

    private final JdbcClient jdbc;
    private final LandReferences references;
    private final Regions regions;

    JdbcFactsOfParcels(JdbcClient jdbc, LandReferences references, Regions regions) {
        this.jdbc = jdbc;
        this.references = references;
        this.regions = regions;
    }

    @Override
    public Map<String, String> of(Region place, String site) {
        return jdbc.sql(
                        """
                        select region, area_square_metres,
                               exists (select from land.planning_conditions
                                        where parcel = offered.id
                                          and version = offered.planning_conditions
                                          and coalesce(document_number,
                                                minimum_plot_ratio::text, maximum_plot_ratio::text,
                                                maximum_height::text) is not null),
                               array(select code from land.parcel_indicator
                                      where parcel = offered.id) as carried
                          from land.parcel as offered
                         where number = :number and state = 'LISTED'
                           and region = any(:regions)
                        """)
                .param("number", site)
                .param(
                        "regions",
                        regions.within(place).stream().map(Region::code).toArray(String[]::new))
                .query(
                        (row, n) ->
                                facts(
                                        new Region(row.getString(1)),
                                        row.getBigDecimal(2),
                                        row.getBoolean(3),
                                        Arrays.read(row, "carried")))
                .optional()
                .orElse(Map.of());
    }

    private Map<String, String> facts(
            Region region, BigDecimal area, boolean conditions, List<String> carried) {
        Map<String, String> facts = new LinkedHashMap<>();
        boolean standard =
                references.indicators(region).stream()
                        .filter(Indicator::isMain)
                        .map(Indicator::code)
                        .allMatch(carried::contains);
        facts.put("land.standard", standard && !carried.isEmpty() ? "YES" : "NO");
        facts.put("land.planning-conditions", conditions ? "YES" : "NO");
        facts.put(
                "land.area-hectares",
                area.divide(HECTARE, 4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString());
        return facts;
    }
}

package org.xiangmuzhang.land.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.land.domain.CheckedWhen;
import org.xiangmuzhang.land.domain.IndicatorRule;
import org.xiangmuzhang.land.domain.ParcelFacts;
import org.xiangmuzhang.land.domain.Threshold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The thresholds of parcels. */
@Repository
class JdbcThresholds {

    private final JdbcClient jdbc;

    JdbcThresholds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<Threshold>> of(Collection<UUID> parcels) {
        Map<UUID, List<Threshold>> found = new HashMap<>();
        jdbc.sql(
                        """
                        select * from land.parcel_indicator
                        where parcel = any (?) order by parcel, position
                        """)
                .param(parcels.toArray(UUID[]::new))
                .query(
                        row -> {
                            found.computeIfAbsent(
                                            row.getObject("parcel", UUID.class),
                                            parcel -> new ArrayList<>())
                                    .add(threshold(row));
                        });
        return found;
    }

    void replace(ParcelFacts parcel) {
        jdbc.sql("delete from land.parcel_indicator where parcel = ?").param(parcel.id()).update();
        int position = 0;
        for (Threshold threshold : parcel.indicators()) {
            jdbc.sql(
                            """
                            insert into land.parcel_indicator
                                (parcel, region, position, code, pollutant, rule, minimum, maximum,
                                 allowed, unit, checked_when)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(parcel.id())
                    .param(parcel.region().code())
                    .param(position++)
                    .param(threshold.code())
                    .param(threshold.pollutant())
                    .param(threshold.rule().name())
                    .param(threshold.minimum())
                    .param(threshold.maximum())
                    .param(Arrays.of(threshold.allowed()))
                    .param(threshold.unit())
                    .param(Arrays.of(threshold.checkedWhen()))
                    .update();
        }
    }

    private static Threshold threshold(ResultSet row) throws SQLException {
        return new Threshold(
                row.getString("code"),
                row.getString("pollutant"),
                IndicatorRule.valueOf(row.getString("rule")),
                row.getBigDecimal("minimum"),
                row.getBigDecimal("maximum"),
                Set.copyOf(Arrays.read(row, "allowed")),
                row.getString("unit"),
                Arrays.read(row, "checked_when").stream()
                        .map(CheckedWhen::valueOf)
                        .collect(Collectors.toSet()));
    }
}

package org.xiangmuzhang.land.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Set;

/** Tells the catalog how many parcels carry an indicator; what they carry was set with them. */
@Repository
class JdbcParcelsByIndicator implements Dependents {

    private final JdbcClient jdbc;

    JdbcParcelsByIndicator(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> of(Set<Region> places, String table, String key, Set<String> items) {
        if (!table.equals("land_indicators")) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'PREPARED'),
                               count(*) filter (where state <> 'PREPARED')
                          from land.parcel
                         where region = any(:regions)
                           and exists (select from land.parcel_indicator
                                where parcel_indicator.parcel = parcel.id and code = :code)
                        """)
                .param("regions", places.stream().map(Region::code).toArray(String[]::new))
                .param("code", key)
                .query(
                        (row, n) ->
                                List.of(
                                        new Line("land.touched.prepared", row.getLong(1)),
                                        new Line("land.touched.listed", row.getLong(2))))
                .single();
    }
}

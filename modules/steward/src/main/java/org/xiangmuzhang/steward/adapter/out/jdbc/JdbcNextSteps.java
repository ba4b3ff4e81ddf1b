package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Set;

/** Tells the catalog how many projects come next to an item that a change is about. */
@Repository
class JdbcNextSteps implements Dependents {

    private final JdbcClient jdbc;

    JdbcNextSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> of(Set<Region> places, String table, String key, Set<String> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Line(
                        "steward.touched.next",
                        jdbc.sql(
                                        """
                                        select count(*) from steward.board
                                         where region = any(:regions) and next_item = any(:items)
                                        """)
                                .param(
                                        "regions",
                                        places.stream().map(Region::code).toArray(String[]::new))
                                .param("items", items.toArray(String[]::new))
                                .query(Long.class)
                                .single()));
    }
}

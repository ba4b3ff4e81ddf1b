package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Set;

/** Tells the catalog how many projects have an item before them that a change is about. */
@Repository
class JdbcPlansAhead implements Dependents {

    private final JdbcClient jdbc;

    JdbcPlansAhead(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks at the projects under way only: those with nothing left to do come last of a place. */
    @Override
    public List<Line> of(Set<Region> places, String table, String key, Set<String> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select count(*) as planned,
                               count(*) filter (where next_item = any(:items)) as next
                          from steward.board
                         where region = any(:regions) and urgency < 2147483647
                           and open_items && cast(:items as text[])
                        """)
                .param("regions", places.stream().map(Region::code).toArray(String[]::new))
                .param("items", items.toArray(String[]::new))
                .query(
                        (row, number) ->
                                List.of(
                                        new Line("steward.touched.planned", row.getLong("planned")),
                                        new Line("steward.touched.next", row.getLong("next"))))
                .single();
    }
}

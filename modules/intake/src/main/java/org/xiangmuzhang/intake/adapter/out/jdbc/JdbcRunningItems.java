package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Set;

/** Tells the catalog how many running items a change of it is about. */
@Repository
class JdbcRunningItems implements Dependents {

    private final JdbcClient jdbc;

    JdbcRunningItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> of(Set<Region> places, String table, String key, Set<String> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        long running =
                jdbc.sql(
                                """
                                select count(*) from intake.task
                                 where state in ('IN_DEPARTMENT', 'PAUSED')
                                   and item_code = any(:items) and region = any(:regions)
                                """)
                        .param("items", items.toArray(String[]::new))
                        .param("regions", codes(places))
                        .query(Long.class)
                        .single();
        long atWindow =
                jdbc.sql(
                                """
                                select count(distinct application.id)
                                  from intake.application
                                  join intake.task on task.application = application.id
                                 where application.state in ('RECEIVED', 'CORRECTION_NOTICED',
                                           'CORRECTION_SUPPLIED')
                                   and task.item_code = any(:items)
                                   and application.region = any(:regions)
                                """)
                        .param("items", items.toArray(String[]::new))
                        .param("regions", codes(places))
                        .query(Long.class)
                        .single();
        return List.of(
                new Line("intake.touched.running", running),
                new Line("intake.touched.window", atWindow));
    }

    private static String[] codes(Set<Region> places) {
        return places.stream().map(Region::code).toArray(String[]::new);
    }
}

package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Tells the catalog how many running items a change of it is about. */
@Repository
class JdbcRunningItems implements Dependents {

    /** With which something may still happen; a pre-approval waits to turn formal. */
    private static final String OPEN =
            "state in ('RECEIVED', 'IN_DEPARTMENT', 'PAUSED', 'PRE_APPROVED')";

    private final JdbcClient jdbc;

    JdbcRunningItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> of(Set<Region> places, String table, String key, Set<String> items) {
        if (table.equals("departments")) {
            return List.of(new Line("intake.touched.running", ofDepartment(places, key)));
        }
        if (table.equals("workdays")) {
            return List.of(new Line("intake.touched.days", dueFrom(places, key)));
        }
        if (items.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select count(*) filter (where state <> 'RECEIVED') as running,
                               count(distinct application)
                                   filter (where state = 'RECEIVED') as at_window
                          from intake.task
                         where item_code = any(:items) and region = any(:regions) and
                        """
                                + OPEN)
                .param("items", items.toArray(String[]::new))
                .param("regions", codes(places))
                .query(
                        (row, number) ->
                                List.of(
                                        new Line("intake.touched.running", row.getLong("running")),
                                        new Line(
                                                "intake.touched.window", row.getLong("at_window"))))
                .single();
    }

    private long ofDepartment(Set<Region> places, String department) {
        return jdbc.sql(
                        """
                        select count(*) from intake.task
                         where department = :department and region = any(:regions) and
                        """
                                + OPEN)
                .param("department", department)
                .param("regions", codes(places))
                .query(Long.class)
                .single();
    }

    /** Running items that are due on a day or later. */
    private long dueFrom(Set<Region> places, String day) {
        return jdbc.sql(
                        """
                        select count(*) from intake.task
                         where state in ('IN_DEPARTMENT', 'PAUSED') and calendar is not null
                           and promised_due >= :day and region = any(:regions)
                        """)
                .param("day", LocalDate.parse(day))
                .param("regions", codes(places))
                .query(Long.class)
                .single();
    }

    private static String[] codes(Set<Region> places) {
        return places.stream().map(Region::code).toArray(String[]::new);
    }
}

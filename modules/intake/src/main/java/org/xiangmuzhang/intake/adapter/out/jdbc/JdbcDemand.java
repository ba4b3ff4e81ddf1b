package org.xiangmuzhang.intake.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.spi.Demand;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Tells the catalog how often each item was applied for. */
@Repository
class JdbcDemand implements Demand {

    private final JdbcClient jdbc;

    JdbcDemand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> asked(Set<Region> places, LocalDate from, LocalDate until) {
        Map<String, Long> asked = new HashMap<>();
        jdbc.sql(
                        """
                        select task.item_code, count(*) as asked
                          from intake.application
                          join intake.task on task.application = application.id
                         where application.region = any(:regions)
                           and application.received_on between :from and :until
                         group by task.item_code
                        """)
                .param("regions", places.stream().map(Region::code).toArray(String[]::new))
                .param("from", from)
                .param("until", until)
                .query(
                        row -> {
                            asked.put(row.getString("item_code"), row.getLong("asked"));
                        });
        return asked;
    }
}

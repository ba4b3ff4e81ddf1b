package org.xiangmuzhang.eventlog;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A read model: what the numbers of each subject add up to. */
@Component
@TotalOrder
@ProcessingGroup("test.sums")
class Sums {

    private final JdbcClient jdbc;

    Sums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(Counted event, TrackingToken position) {
        jdbc.sql(
                        """
                        insert into sums (subject, sum, position) values (?, ?, ?)
                        on conflict (subject) do update
                        set sum = sums.sum + excluded.sum, position = excluded.position
                        """)
                .params(event.subject(), event.number(), position.position().orElseThrow())
                .update();
    }
}

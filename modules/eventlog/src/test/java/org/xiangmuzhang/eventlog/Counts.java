package org.xiangmuzhang.eventlog;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** A consumer that writes down what it sees, in the order in which it sees it. */
@Component
@ProcessingGroup("test.counts")
public class Counts {

    private final JdbcClient jdbc;

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(Counted event) {
        jdbc.sql("insert into counts (subject, number) values (?, ?)")
                .params(event.subject(), event.number())
                .update();
    }

    List<Integer> of(UUID subject) {
        return jdbc.sql("select number from counts where subject = ? order by id")
                .param(subject)
                .query(Integer.class)
                .list();
    }
}

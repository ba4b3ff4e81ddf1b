package org.xiangmuzhang.eventlog;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A consumer that writes down what it sees, in the order in which it sees it. */
@Component
@ProcessingGroup("test.counts")
class Counts {

    private final Set<String> dieAfter = ConcurrentHashMap.newKeySet();
    private final Set<String> throwAfter = ConcurrentHashMap.newKeySet();
    private final Set<String> breakAt = ConcurrentHashMap.newKeySet();
    private final AtomicInteger deaths = new AtomicInteger();
    private final JdbcClient jdbc;

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(Counted event) {
        jdbc.sql("insert into counts (subject, number) values (?, ?)")
                .params(event.subject(), event.number())
                .update();
        if (dieAfter.remove(event.subject() + "/" + event.number())) {
            die();
        }
        if (breakAt.contains(event.subject() + "/" + event.number())) {
            jdbc.sql("select 1 / 0").query(Integer.class).single();
        }
        if (throwAfter.remove(event.subject() + "/" + event.number())) {
            throw new IllegalStateException("not this time");
        }
    }

    @EventHandler
    void on(Echoed event) {
        jdbc.sql("insert into echoes (subject, number) values (?, ?)")
                .params(event.subject(), event.number())
                .update();
    }

    /** The server ends this transaction's own connection, as if the node had died here. */
    private void die() {
        try {
            jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query(Boolean.class).single();
        } catch (DataAccessException dead) {
            deaths.incrementAndGet();
        }
    }

    void dieAfter(UUID subject, int number) {
        dieAfter.add(subject + "/" + number);
    }

    void throwAfter(UUID subject, int number) {
        throwAfter.add(subject + "/" + number);
    }

    /** Breaks the transaction at every try, until it is mended. */
    void breakAt(UUID subject, int number) {
        breakAt.add(subject + "/" + number);
    }

    void mend() {
        breakAt.clear();
    }

    int deaths() {
        return deaths.get();
    }

    List<Integer> of(UUID subject) {
        return jdbc.sql("select number from counts where subject = ? order by id")
                .param(subject)
                .query(Integer.class)
                .list();
    }

    List<Integer> echoes(UUID subject) {
        return jdbc.sql("select number from echoes where subject = ?")
                .param(subject)
                .query(Integer.class)
                .list();
    }
}

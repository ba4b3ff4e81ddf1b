package org.xiangmuzhang.eventlog;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.LoggedEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A consumer that writes at the end of a batch what the whole of it has told, and answers then. */
@Component
@TotalOrder
@ProcessingGroup("test.lists")
class Lists {

    static final int ANSWERED = 888;

    private final Set<UUID> watched = ConcurrentHashMap.newKeySet();
    private final Set<String> breakAt = ConcurrentHashMap.newKeySet();
    private final Batches batches;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Lists(Batches batches, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.events = events;
    }

    @EventHandler
    void on(LoggedEvent event) {
        if (event instanceof Counted counted && watched.contains(counted.subject())) {
            Runnable answer = batches.later(() -> answer(counted));
            batches.gather(
                    Sheet.class,
                    Sheet::new,
                    sheet -> {
                        sheet.counted.add(counted);
                        sheet.answers.add(answer);
                    });
        }
    }

    private void answer(Counted counted) {
        if (counted.number() == ANSWERED) {
            events.publishEvent(new Echoed(counted.subject(), counted.region(), ANSWERED));
        }
    }

    void watch(UUID subject) {
        watched.add(subject);
    }

    void breakAt(UUID subject, int number) {
        breakAt.add(subject + "/" + number);
    }

    void mend() {
        breakAt.clear();
    }

    /** Numbers of a subject, in the order in which they were written. */
    List<Integer> of(UUID subject) {
        return jdbc.sql("select number from lists where subject = ? order by id")
                .param(subject)
                .query(Integer.class)
                .list();
    }

    private final class Sheet implements Batches.Gathered {

        private final List<Counted> counted = new ArrayList<>();
        private final List<Runnable> answers = new ArrayList<>();

        @Override
        public void finish() {
            for (Counted one : counted) {
                if (breakAt.contains(one.subject() + "/" + one.number())) {
                    jdbc.sql("select 1 / 0").query(Integer.class).single();
                }
                jdbc.sql("insert into lists (subject, number) values (?, ?)")
                        .params(one.subject(), one.number())
                        .update();
            }
            answers.forEach(Runnable::run);
        }
    }
}

package org.xiangmuzhang.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;

/** What a consumer gathers is written at the end of a batch, and fails event by event. */
@SpringBootTest
class GatheringTests {

    private final UUID subject = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired LogReader log;
    @Autowired ParkedEvents parked;
    @Autowired Lists lists;

    @AfterEach
    void clear() {
        lists.mend();
        parked.waiting(0, 10)
                .forEach(
                        it ->
                                parked.retry(
                                        it.consumer(), it.subject(), it.subject(), () -> "tidied"));
        assertThat(parked.count()).isZero();
    }

    @Test
    void writesEverythingOnceAndInOrder() {
        publish(subject, 1, 2, 3, 4, 5);
        publish(subject, 6, 7);
        Await.settled(log);

        assertThat(lists.of(subject)).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void parksTheEventThatMakesTheEndOfItsBatchFailAndNoOther() {
        lists.breakAt(subject, 2);
        lists.watch(other);
        publish(subject, 1, 2, 3);
        publish(other, 1, 2, 3);
        Await.until(() -> parked.count() == 1);
        Await.settled(log);

        assertThat(lists.of(subject)).containsExactly(1);
        assertThat(lists.of(other)).containsExactly(1, 2, 3);
        Parked first = parked.waiting(0, 10).getFirst();
        assertThat(first.consumer()).isEqualTo("test.lists");
        assertThat(first.waiting()).isEqualTo(2);

        lists.mend();
        assertThat(parked.retry("test.lists", subject, subject, () -> "mended")).isEqualTo(2);
        assertThat(lists.of(subject)).containsExactly(1, 2, 3);
        publish(other, 4, 5, 6);
        Await.settled(log);
        assertThat(lists.of(other)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void whatIsToldAtTheEndNamesTheEventItAnswers() {
        publish(subject, 1, Lists.ANSWERED, 3);
        Await.settled(log);

        List<LogEntry> told = log.ofSubject(subject, 0, 10);
        assertThat(told).hasSize(4);
        String cause =
                jdbc.sql("select event_id from eventlog.event where global_index = ?")
                        .param(told.get(1).position())
                        .query(String.class)
                        .single();
        assertThat(told.getLast().type()).isEqualTo("test.echoed");
        assertThat(told.getLast().metadata()).containsEntry("cause", cause);
    }

    private void publish(UUID of, int... numbers) {
        lists.watch(of);
        transaction.executeWithoutResult(
                status -> {
                    for (int number : numbers) {
                        events.publishEvent(Counted.of(of, number));
                    }
                });
    }
}

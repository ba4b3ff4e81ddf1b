package org.xiangmuzhang.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.eventlog.ReadModelProof.Projection;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

@SpringBootTest
class ConsumingTests {

    private final UUID subject = UUID.randomUUID();

    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired LogReader log;
    @Autowired Rebuilds rebuilds;
    @Autowired Counts counts;
    @Autowired Echo echo;

    @Test
    void aConsumerSeesWhatWasPublishedInItsOrder() throws Exception {
        publish(1, 2, 3);
        Await.until(log::caughtUp);
        assertThat(counts.of(subject)).containsExactly(1, 2, 3);
    }

    @Test
    void deliveryWakesOnCommitAndDoesNotWaitForAPoll() throws Exception {
        long began = System.nanoTime();
        for (int i = 1; i <= 20; i++) {
            publish(i);
            int last = i;
            Await.until(() -> counts.of(subject).contains(last));
        }
        // Twenty polls of four or five seconds would take more than a minute.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aConsumerKilledBetweenItsEffectAndItsPositionRepeatsNothing() throws Exception {
        counts.dieAfter(subject, 2);
        publish(1, 2);
        publish(3);
        Await.until(() -> counts.of(subject).contains(3));
        assertThat(counts.deaths()).isPositive();
        assertThat(counts.of(subject)).containsExactly(1, 2, 3);
    }

    @Test
    void aConsumerThatThrowsIsAskedAgainAndPassesNothingOver() throws Exception {
        counts.throwAfter(subject, 1);
        publish(1);
        publish(2);
        Await.until(() -> counts.of(subject).contains(2));
        assertThat(counts.of(subject)).containsExactly(1, 2);
    }

    @Test
    void aConsumerIsToldWhoActedWhenAndWhere() throws Exception {
        publish(1);
        Await.until(log::caughtUp);
        LogEntry entry = log.ofSubject(subject, 0, 1).getFirst();
        assertThat(echo.heard.get(subject))
                .isEqualTo(
                        new Echo.Heard(
                                entry.metadata().get("actor"),
                                entry.recordedAt(),
                                entry.position()));
        assertThat(log.positionOf("test.echo")).isGreaterThanOrEqualTo(entry.position());
    }

    @Test
    void anEventPublishedByAConsumerNamesItsCause() throws Exception {
        publish(Echo.ANSWERED);
        Await.until(() -> log.ofSubject(subject, 0, 10).size() == 2);
        String cause =
                jdbc.sql(
                                "select event_id from eventlog.event where subject = ? and"
                                        + " payload_type = ?")
                        .params(subject, "test.counted")
                        .query(UUID.class)
                        .single()
                        .toString();
        assertThat(log.ofSubject(subject, 0, 10).getLast())
                .satisfies(
                        answer -> {
                            assertThat(answer.type()).isEqualTo("test.echoed");
                            assertThat(answer.metadata()).containsEntry("cause", cause);
                        });
    }

    @Test
    void anEventOfATypeNobodyKnowsStopsNobody() throws Exception {
        write("test.forgotten", 1, "{}");
        publish(1);
        Await.until(() -> counts.of(subject).contains(1));
    }

    @Test
    void anOldVersionIsReadThroughItsUpcaster() throws Exception {
        write(
                "test.echoed",
                1,
                "{\"subject\":\"%s\",\"region\":\"340100\",\"count\":5}".formatted(subject));
        publish(1);
        Await.until(() -> counts.echoes(subject).equals(List.of(5)));
    }

    @Test
    void aRebuiltReadModelEqualsTheLiveOneAtTheSamePositionWhileWritesGoOn() throws Exception {
        Thread writer =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 1; i <= 300; i++) {
                                        publish(i);
                                    }
                                });
        Await.until(() -> counts.of(subject).size() > 20);
        ReadModelProof proof = new ReadModelProof(transaction, jdbc, rebuilds);
        assertThat(proof.of("test.sums", new Sums(jdbc), Projection.of("sums")).size())
                .isPositive();
        writer.join();
    }

    @Test
    void aReadModelOfSeveralSegmentsIsRebuiltAsFarAsEachOfThemHasCome() throws Exception {
        Thread writer =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 1; i <= 300; i++) {
                                        int number = i;
                                        transaction.executeWithoutResult(
                                                status ->
                                                        events.publishEvent(
                                                                Counted.of(
                                                                        UUID.randomUUID(),
                                                                        number)));
                                    }
                                });
        publish(1);
        Await.until(() -> counts.of(subject).contains(1));
        ReadModelProof proof = new ReadModelProof(transaction, jdbc, rebuilds);
        assertThat(
                        proof.of(
                                "test.counts",
                                new Counts(jdbc),
                                new Projection("counts", "subject, number"),
                                new Projection("echoes", "subject, number")))
                .isNotEmpty();
        writer.join();
    }

    @Test
    void aConsumerSentBackToTheFirstEventHandlesEverythingOnceMore() throws Exception {
        publish(1, 2);
        Await.until(log::caughtUp);
        rebuilds.fromFirstEvent("test.sums", () -> jdbc.sql("truncate sums").update());
        Await.until(log::caughtUp);
        assertThat(
                        jdbc.sql("select sum from sums where subject = ?")
                                .param(subject)
                                .query(Integer.class)
                                .single())
                .isEqualTo(3);
    }

    private void publish(int... numbers) {
        transaction.executeWithoutResult(
                status -> {
                    for (int number : numbers) {
                        events.publishEvent(Counted.of(subject, number));
                    }
                });
    }

    private void write(String type, int version, String payload) {
        jdbc.sql(
                        """
                        insert into eventlog.event (event_id, recorded_at, payload_type,
                            payload_revision, payload, metadata, subject, region)
                        values (gen_random_uuid(), now(), ?, ?, ?::jsonb, '{}', ?, '340100')
                        """)
                .params(type, String.valueOf(version), payload, subject)
                .update();
    }
}

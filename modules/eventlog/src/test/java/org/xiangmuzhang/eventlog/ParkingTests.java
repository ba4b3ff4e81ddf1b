package org.xiangmuzhang.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.eventlog.ReadModelProof.Projection;
import org.xiangmuzhang.kernel.Refusal;

import java.util.UUID;

/** An event that its consumer cannot handle holds up its subject, and nobody else. */
@SpringBootTest
class ParkingTests {

    private static final String CONSUMER = "test.counts";
    private static final UUID OPERATOR = new UUID(0, 1);

    private final UUID subject = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired LogReader log;
    @Autowired Rebuilds rebuilds;
    @Autowired ParkedEvents parked;
    @Autowired Counts counts;

    @AfterEach
    void clear() {
        counts.mend();
        parked.waiting(0, 10)
                .forEach(it -> parked.retry(it.consumer(), it.subject(), OPERATOR, () -> "tidied"));
        assertThat(parked.count()).isZero();
    }

    @Test
    void parksItAndWhatFollowsAndLetsEveryoneElseGoOn() {
        Parked first = stuck();

        assertThat(counts.of(subject)).containsExactly(1);
        assertThat(counts.of(other)).containsExactly(1, 2, 3);
        assertThat(parked.count()).isEqualTo(1);
        assertThat(first.type()).isEqualTo("test.counted");
        assertThat(first.waiting()).isEqualTo(2);
        assertThat(first.cause()).contains("DataIntegrityViolationException");
        publish(subject, 4);
        Await.settled(log);
        assertThat(counts.of(subject)).containsExactly(1);
        assertThat(waiting().waiting()).isEqualTo(3);
    }

    @Test
    void retriesInOrderWhenTheConsumerIsMended() {
        stuck();
        assertThat(parked.retry(CONSUMER, subject, OPERATOR, () -> "too early")).isZero();
        assertThat(counts.of(subject)).containsExactly(1);
        counts.mend();

        assertThat(parked.retry(CONSUMER, subject, OPERATOR, () -> "mended")).isEqualTo(2);
        assertThat(parked.acts(null, 10).stream().filter(act -> act.subject().equals(subject)))
                .extracting(
                        ParkedAct::kind, ParkedAct::person, ParkedAct::reason, ParkedAct::handled)
                .containsExactly(
                        tuple(ParkedAct.Kind.RETRIED, OPERATOR, "mended", 2),
                        tuple(ParkedAct.Kind.RETRIED, OPERATOR, "too early", 0));

        publish(subject, 4);
        Await.settled(log);
        assertThat(counts.of(subject)).containsExactly(1, 2, 3, 4);
        assertThat(parked.count()).isZero();
    }

    @Test
    void passesOneOverAndKeepsWhoAndWhy() {
        Parked first = stuck();
        assertThatThrownBy(
                        () ->
                                parked.passOver(
                                        CONSUMER,
                                        first.position() + 1,
                                        OPERATOR,
                                        () -> "not the first"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo("parked-event-unknown"));

        assertThat(parked.passOver(CONSUMER, first.position(), OPERATOR, () -> "counted by hand"))
                .isEqualTo(1);

        assertThat(counts.of(subject)).containsExactly(1, 3);
        assertThat(parked.acts(null, 1).getFirst())
                .extracting(
                        ParkedAct::kind, ParkedAct::position, ParkedAct::reason, ParkedAct::handled)
                .containsExactly(
                        ParkedAct.Kind.PASSED_OVER, first.position(), "counted by hand", 1);
        publish(other, 4);
        Await.settled(log);
        assertThat(
                        new ReadModelProof(transaction, jdbc, rebuilds)
                                .of(
                                        CONSUMER,
                                        new Counts(jdbc),
                                        new Projection("counts", "subject, number"),
                                        new Projection("echoes", "subject, number")))
                .isNotEmpty();
        assertThat(
                        jdbc.sql(
                                        """
                                        select reason from eventlog.passed_over
                                         where global_index = ? and person = ?
                                        """)
                                .params(first.position(), OPERATOR)
                                .query(String.class)
                                .single())
                .isEqualTo("counted by hand");
    }

    private Parked stuck() {
        counts.breakAt(subject, 2);
        publish(subject, 1, 2, 3);
        publish(other, 1, 2, 3);
        Await.until(() -> parked.count() == 1);
        Await.settled(log);
        return waiting();
    }

    private Parked waiting() {
        return parked.waiting(0, 10).getFirst();
    }

    private void publish(UUID of, int... numbers) {
        transaction.executeWithoutResult(
                status -> {
                    for (int number : numbers) {
                        events.publishEvent(Counted.of(of, number));
                    }
                });
    }
}

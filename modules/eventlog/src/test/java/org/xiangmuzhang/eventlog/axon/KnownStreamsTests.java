package org.xiangmuzhang.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.eventlog.Counted;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What is known of a stream is used as far as the log shows it, and no further. */
@SpringBootTest
class KnownStreamsTests {

    private static final Region HERE = new Region("340100");

    private final UUID aggregate = UUID.randomUUID();

    @Autowired EventStore store;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    @Test
    void readsWhatIsNewBehindWhatItKnows() {
        append(0, 10);
        append(1, 11);
        assertThat(numbers()).containsExactly(10, 11);
        assertThat(numbers()).containsExactly(10, 11);
        append(2, 12);

        assertThat(numbers()).containsExactly(10, 11, 12);
        assertThat(store.readEvents(aggregate.toString()).asStream())
                .extracting(event -> event.getSequenceNumber())
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void showsNothingToWhoMayNotSeeIt() {
        append(0, 10);
        assertThat(numbers()).containsExactly(10);

        assertThat(Sight.NOTHING.during(this::numbers)).isEmpty();
        assertThat(Sight.ofRegions(List.of("370403")).during(this::numbers)).isEmpty();
        assertThat(Sight.ofRegions(List.of(HERE.code())).during(this::numbers)).containsExactly(10);
        assertThat(numbers()).containsExactly(10);
    }

    @Test
    void doesNotTrustWhatStandsThereNoMore() {
        append(0, 10);
        append(1, 11);
        assertThat(numbers()).hasSize(2);
        UUID another = UUID.randomUUID();
        jdbc.sql(
                        """
                        update eventlog.event set event_id = ?
                        where aggregate_id = ? and sequence_number = 1
                        """)
                .params(another, aggregate.toString())
                .update();

        assertThat(store.readEvents(aggregate.toString()).asStream())
                .extracting(event -> event.getIdentifier())
                .hasSize(2)
                .endsWith(another.toString());
    }

    @Test
    void forgetsWhatWasRolledBack() {
        append(0, 10);
        transaction.executeWithoutResult(
                status -> {
                    publish(1, 11);
                    assertThat(numbers()).containsExactly(10, 11);
                    status.setRollbackOnly();
                });

        assertThat(numbers()).containsExactly(10);
    }

    @Test
    void inATransactionReadsAgainOnlyAfterSomebodyLookedForMore() {
        append(0, 10);
        transaction.executeWithoutResult(
                status -> {
                    assertThat(numbers()).containsExactly(10);
                    CompletableFuture.runAsync(() -> append(1, 11)).join();
                    assertThat(numbers()).containsExactly(10);

                    assertThat(store.readEvents(aggregate.toString(), 1).asStream()).hasSize(1);
                    assertThat(numbers()).containsExactly(10, 11);
                });
    }

    @Test
    void inATransactionEachSightReadsForItself() {
        append(0, 10);
        transaction.executeWithoutResult(
                status -> {
                    assertThat(numbers()).containsExactly(10);
                    assertThat(Sight.NOTHING.during(this::numbers)).isEmpty();
                    assertThat(numbers()).containsExactly(10);
                });
    }

    private void append(long sequence, int number) {
        transaction.executeWithoutResult(status -> publish(sequence, number));
    }

    private void publish(long sequence, int number) {
        store.publish(
                new GenericDomainEventMessage<>(
                        "test.stream",
                        aggregate.toString(),
                        sequence,
                        new Counted(aggregate, HERE, null, number)));
    }

    private List<Integer> numbers() {
        return store.readEvents(aggregate.toString())
                .asStream()
                .map(event -> ((Counted) event.getPayload()).number())
                .toList();
    }
}

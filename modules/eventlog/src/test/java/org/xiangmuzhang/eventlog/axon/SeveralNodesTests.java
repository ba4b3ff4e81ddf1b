package org.xiangmuzhang.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.TestDatabase;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/** Nodes are played by stores of their own over one database. */
class SeveralNodesTests {

    private static final TrackingToken FIVE = new GlobalSequenceTrackingToken(5);
    private static final TrackingToken TEN = new GlobalSequenceTrackingToken(10);

    private final DataSource database = TestDatabase.fresh();

    @Test
    void aNodeThatWasPausedWhileAnotherTookOverAndDiedCannotSetThePositionBack() {
        ClaimedTokens paused = new ClaimedTokens(node("paused"));
        ClaimedTokens other = new ClaimedTokens(node("other"));
        takeOver(paused, other);
        assertThatThrownBy(() -> paused.storeToken(FIVE, "test", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(other.fetchToken("test", Segment.ROOT_SEGMENT)).isEqualTo(TEN);
    }

    @Test
    void theStockTokenStoreLetsItSetThePositionBack() {
        JdbcTokenStore paused = node("paused").build();
        JdbcTokenStore other = node("other").build();
        takeOver(paused, other);
        assertThatCode(() -> paused.storeToken(FIVE, "test", 0)).doesNotThrowAnyException();
        assertThat(other.fetchToken("test", Segment.ROOT_SEGMENT)).isEqualTo(FIVE);
    }

    /** Claims lapse at once here, so whoever comes next may have the segment. */
    private static void takeOver(JdbcTokenStore paused, JdbcTokenStore other) {
        paused.initializeTokenSegments("test", 1, new GlobalSequenceTrackingToken(0));
        paused.fetchToken("test", Segment.ROOT_SEGMENT);
        other.fetchToken("test", Segment.ROOT_SEGMENT);
        other.storeToken(TEN, "test", 0);
    }

    private JdbcTokenStore.Builder node(String name) {
        return ClaimedTokens.settings(database::getConnection, Jackson3Serializer.builder().build())
                .nodeId(name)
                .claimTimeout(Duration.ofSeconds(-1));
    }

    @Test
    void whatAnotherNodeAppendsWakesTheReaders() throws Exception {
        LogStorage storage = LogLateWriterTests.storage(database);
        LogStore store =
                new LogStore(
                        storage,
                        new AppendAtCommit(
                                storage, new Provenance(() -> null, () -> null), events -> {}));
        CountDownLatch woken = new CountDownLatch(1);
        try (var stream = store.openStream(null)) {
            stream.setOnAvailableCallback(woken::countDown);
            SafeHeadWatch watch = new SafeHeadWatch(storage, store, Duration.ofMillis(20));
            watch.start();
            UUID event = UUID.randomUUID();
            JdbcClient.create(database)
                    .sql(
                            """
                            insert into eventlog.event (event_id, recorded_at, payload_type,
                                payload_revision, payload, metadata, subject, region)
                            values (?, now(), 'test.counted', '1', '{}', '{}', ?, '340100')
                            """)
                    .params(event, event)
                    .update();
            assertThat(woken.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.nextAvailable().getIdentifier()).isEqualTo(event.toString());
            watch.stop();
        }
    }
}

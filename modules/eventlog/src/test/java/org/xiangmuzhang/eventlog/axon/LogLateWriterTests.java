package org.xiangmuzhang.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.EventTypes;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** The log loses nothing to a late writer, and no writer holds it for long. */
class LogLateWriterTests extends LateWriterScenarios {

    private final DataSource database = TestDatabase.fresh();
    private final LogStorage engine = storage(database);

    static LogStorage storage(DataSource database) {
        return new LogStorage(
                new JdbcTemplate(database),
                Clock.systemUTC(),
                new NamedEventSerializer(EventTypes.below("org.xiangmuzhang")),
                new EventUpcasterChain());
    }

    @Override
    DataSource database() {
        return database;
    }

    @Override
    LogStorage engine() {
        return engine;
    }

    @Override
    void append(Connection writer, List<UUID> events, Instant at) throws SQLException {
        try (var statement =
                writer.prepareStatement(
                        """
                        insert into eventlog.event (event_id, recorded_at, payload_type,
                            payload_revision, payload, metadata, subject, region)
                        select id, ?, 'test.counted', '1', '{}', '{}', id, '340100'
                        from unnest(?::uuid[]) id
                        """)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setArray(2, writer.createArrayOf("uuid", events.toArray()));
            statement.executeUpdate();
        }
    }

    @Override
    void judge(boolean lateEventWasSeen) {
        assertThat(lateEventWasSeen).isTrue();
    }

    @Test
    void theMarkOfAWriterIsBelowEveryIndexItDraws() throws SQLException {
        try (Connection writer = open()) {
            append(writer, List.of(UUID.randomUUID(), UUID.randomUUID()), Instant.now());
            append(writer, List.of(UUID.randomUUID()), Instant.now());
            JdbcClient log = JdbcClient.create(database);
            long drawn =
                    log.sql("select last_value from eventlog.event_position")
                            .query(Long.class)
                            .single();
            assertThat(engine.safeHead()).isEqualTo(drawn - 3);
            assertThat(
                            log.sql("select count(*) from pg_locks where locktype = 'advisory'")
                                    .query(Long.class)
                                    .single())
                    .isEqualTo(1);
            writer.rollback();
            assertThat(engine.safeHead()).isEqualTo(drawn);
        }
    }

    @Test
    void aSavepointRolledBackTakesItsMarkAlongAndTheNextAppendTakesAnother() throws SQLException {
        try (Connection writer = open()) {
            var savepoint = writer.setSavepoint();
            appendLate(writer);
            writer.rollback(savepoint);
            UUID event = appendLate(writer);
            commitOther(1, Instant.now());
            assertThat(readOn()).doesNotContain(event).hasSize(1);
            writer.commit();
            assertThat(readOn()).contains(event).hasSize(3);
        }
    }

    @Test
    void theServerEndsAWriterThatHoldsTheLogForTwoSeconds() throws Exception {
        try (Connection stuck = open()) {
            UUID lost = UUID.randomUUID();
            append(stuck, List.of(lost), Instant.now());
            UUID waiting = UUID.randomUUID();
            try (Connection other = open()) {
                append(other, List.of(waiting), Instant.now());
                other.commit();
            }
            assertThat(readOn()).doesNotContain(waiting);
            Await.until(() -> readOn().contains(waiting));
            assertThatThrownBy(stuck::commit).isInstanceOf(SQLException.class);
            assertThat(readOn()).doesNotContain(lost);
        }
    }

    @Test
    void aFreshLogHasItsHeadAtZero() {
        LogStorage fresh = storage(TestDatabase.fresh());
        assertThat(fresh.safeHead()).isZero();
        assertThat(fresh.createHeadToken()).isEqualTo(fresh.createTailToken());
    }
}

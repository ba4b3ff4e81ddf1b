package org.xiangmuzhang.eventlog.axon;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/**
 * A writer holds an index open while others commit above it and a reader goes by; then it commits.
 * The same scenarios run against the log and against Axon's stock engine.
 */
abstract class LateWriterScenarios {

    private static final Instant LONG_AGO = Instant.now().minusSeconds(600);

    private final Set<UUID> seen = new HashSet<>();
    private @Nullable TrackingToken position;

    abstract DataSource database();

    abstract EventStorageEngine engine();

    /** Writes events in one statement of the connection's transaction, and commits nothing. */
    abstract void append(Connection writer, List<UUID> events, Instant at) throws SQLException;

    /** What the reader should have lost of the late event. */
    abstract void judge(boolean lateEventWasSeen);

    @BeforeEach
    void theReaderHasBegun() throws SQLException {
        commitOther(1, Instant.now());
        readOn();
    }

    @Test
    void aNeighbourWithAnOldTimestampCommitsFirst() throws SQLException {
        try (Connection late = open()) {
            UUID event = appendLate(late);
            commitOther(1, LONG_AGO);
            readOn();
            late.commit();
            readOn();
            judge(seen.contains(event));
        }
    }

    @Test
    void elevenThousandOthersCommitFirst() throws SQLException {
        try (Connection late = open()) {
            UUID event = appendLate(late);
            commitOther(11_000, Instant.now());
            readOn();
            late.commit();
            readOn();
            judge(seen.contains(event));
        }
    }

    @Test
    void aNeighbourWithAnOlderTransactionCommitsFirst() throws SQLException {
        try (Connection neighbour = open();
                Connection late = open()) {
            try (var statement = neighbour.createStatement()) {
                statement.execute("select pg_current_xact_id()");
            }
            UUID event = appendLate(late);
            append(neighbour, List.of(UUID.randomUUID()), LONG_AGO);
            neighbour.commit();
            readOn();
            late.commit();
            readOn();
            judge(seen.contains(event));
        }
    }

    Connection open() throws SQLException {
        Connection connection = database().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Appends and takes all the time in the world. */
    UUID appendLate(Connection writer) throws SQLException {
        UUID event = UUID.randomUUID();
        append(writer, List.of(event), Instant.now());
        try (var statement = writer.createStatement()) {
            statement.execute(
                    """
                    select set_config(name, '0', true) from pg_settings
                    where name in ('transaction_timeout', 'statement_timeout',
                        'idle_in_transaction_session_timeout')
                    """);
        }
        return event;
    }

    void commitOther(int count, Instant at) throws SQLException {
        try (Connection other = open()) {
            append(other, IntStream.range(0, count).mapToObj(i -> UUID.randomUUID()).toList(), at);
            other.commit();
        }
    }

    Set<UUID> readOn() {
        engine().readEvents(position, false)
                .forEach(
                        event -> {
                            seen.add(UUID.fromString(event.getIdentifier()));
                            position = event.trackingToken();
                        });
        return seen;
    }
}

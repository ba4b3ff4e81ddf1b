package org.xiangmuzhang.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.xiangmuzhang.database.TestDatabase;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** Axon's stock engine loses the late event in every scenario: the scenarios can fail. */
class StockLateWriterTests extends LateWriterScenarios {

    private final DataSource database = TestDatabase.fresh();
    private final JdbcEventStorageEngine engine = stockEngine(database);

    private static JdbcEventStorageEngine stockEngine(DataSource database) {
        Serializer serializer = Jackson3Serializer.builder().build();
        PersistenceExceptionResolver none = exception -> false;
        JdbcEventStorageEngine engine =
                JdbcEventStorageEngine.builder()
                        .connectionProvider(database::getConnection)
                        .transactionManager(NoTransactionManager.INSTANCE)
                        .persistenceExceptionResolver(none)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return engine;
    }

    @Override
    DataSource database() {
        return database;
    }

    @Override
    JdbcEventStorageEngine engine() {
        return engine;
    }

    @Override
    void append(Connection writer, List<UUID> events, Instant at) throws SQLException {
        try (var statement =
                writer.prepareStatement(
                        """
                        insert into domainevententry (eventidentifier, aggregateidentifier,
                            sequencenumber, timestamp, payloadtype, payload, metadata)
                        select id, id, 0, ?, 'java.lang.String', '""'::bytea, '{}'::bytea
                        from unnest(?::text[]) id
                        """)) {
            statement.setString(1, at.toString());
            statement.setArray(2, writer.createArrayOf("text", events.toArray()));
            statement.executeUpdate();
        }
    }

    @Override
    void judge(boolean lateEventWasSeen) {
        assertThat(lateEventWasSeen).isFalse();
    }
}

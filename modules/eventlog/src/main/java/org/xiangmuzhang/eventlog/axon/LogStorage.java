package org.xiangmuzhang.eventlog.axon;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xiangmuzhang.eventlog.axon.KnownStreams.Known;
import org.xiangmuzhang.kernel.LoggedEvent;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Axon's storage engine over the table {@code eventlog.event}. Takes part in the caller's Spring
 * transaction. Readers go no further than the safe head, so a token is a plain number and no gap is
 * ever remembered or given up.
 */
final class LogStorage extends BatchingEventStorageEngine {

    private static final String APPEND =
            """
            insert into eventlog.event (event_id, recorded_at, payload_type, payload_revision,
                payload, metadata, subject, region, project,
                aggregate_type, aggregate_id, sequence_number)
            values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?)
            """;

    private static final String COLUMNS =
            """
            select global_index, event_id, recorded_at, payload_type, payload_revision,
                payload::text, metadata::text, aggregate_type, aggregate_id, sequence_number
            from eventlog.event
            """;

    private static final String BETWEEN =
            COLUMNS
                    + """
                    where global_index > ? and global_index <= ?
                    order by global_index limit ?
                    """;

    private static final String OF_AGGREGATE =
            COLUMNS
                    + """
                    where aggregate_id = ? and sequence_number >= ?
                    order by sequence_number limit ?
                    """;

    /** Of events that are known already only the ids. */
    private static final String WITHOUT_KNOWN =
            """
            select event_id, recorded_at, payload_type, payload_revision,
                case when sequence_number > ? then payload::text end as payload,
                case when sequence_number > ? then metadata::text end as metadata,
                aggregate_type, aggregate_id, sequence_number
            from eventlog.event
            where aggregate_id = ? order by sequence_number
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final KnownStreams known = new KnownStreams();

    LogStorage(
            JdbcTemplate jdbc, Clock clock, Serializer eventSerializer, EventUpcaster upcasters) {
        super(new Settings(eventSerializer, upcasters));
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Events are appended inside a transaction only");
        }
        OffsetDateTime now =
                clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        try {
            jdbc.batchUpdate(
                    APPEND,
                    events,
                    500,
                    (statement, event) -> writeTo(statement, event, now, serializer));
        } catch (DuplicateKeyException twice) {
            handlePersistenceException(twice, events.getFirst());
        }
    }

    private static void writeTo(
            PreparedStatement statement,
            EventMessage<?> event,
            OffsetDateTime now,
            Serializer serializer)
            throws SQLException {
        if (!(event.getPayload() instanceof LoggedEvent logged)) {
            throw new IllegalStateException(event.getPayloadType() + " is not a LoggedEvent");
        }
        var payload = event.serializePayload(serializer, String.class);
        statement.setObject(1, UUID.fromString(event.getIdentifier()));
        statement.setObject(2, now);
        statement.setString(3, payload.getType().getName());
        statement.setString(4, payload.getType().getRevision());
        statement.setString(5, payload.getData());
        statement.setString(6, event.serializeMetaData(serializer, String.class).getData());
        statement.setObject(7, logged.subject());
        statement.setString(8, logged.region().code());
        statement.setObject(9, logged.project());
        DomainEventMessage<?> domain = event instanceof DomainEventMessage<?> of ? of : null;
        statement.setString(10, domain == null ? null : domain.getType());
        statement.setString(11, domain == null ? null : domain.getAggregateIdentifier());
        statement.setObject(12, domain == null ? null : domain.getSequenceNumber());
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
            @Nullable TrackingToken last, int batchSize) {
        long after = last == null ? 0 : position(last);
        long upTo = safeHead();
        if (upTo <= after) {
            return List.of();
        }
        return rows(after, upTo, batchSize);
    }

    /**
     * The events between two positions, the first excluded. Up to the safe head, or up to where a
     * consumer has come, nothing is missing. Its snapshot must be younger than either.
     */
    Batch read(long after, long upTo, int limit) {
        List<TrackedDomainEventData<String>> rows = rows(after, upTo, limit);
        long last = rows.size() < limit ? upTo : position(rows.getLast().trackingToken());
        return new Batch(
                after,
                last,
                EventUtils.upcastAndDeserializeTrackedEvents(
                                rows.stream(), getEventSerializer(), upcasterChain)
                        .<TrackedEventMessage<?>>map(event -> event)
                        .toList());
    }

    /** All events of the log between two positions; events that upcasting dropped are not there. */
    record Batch(long after, long upTo, List<TrackedEventMessage<?>> events) {

        boolean covers(long position) {
            return after <= position && position < upTo;
        }

        Batch from(long position) {
            return new Batch(
                    position,
                    upTo,
                    events.stream()
                            .filter(event -> position(event.trackingToken()) > position)
                            .toList());
        }
    }

    private static long position(TrackingToken token) {
        return token.position().orElseThrow();
    }

    private List<TrackedDomainEventData<String>> rows(long after, long upTo, int limit) {
        return jdbc.query(
                BETWEEN,
                (row, n) ->
                        new TrackedDomainEventData<>(
                                new GlobalSequenceTrackingToken(row.getLong("global_index")),
                                event(row)),
                after,
                upTo,
                limit);
    }

    /** The position beyond which an event may still appear below another. */
    long safeHead() {
        return number("select eventlog.safe_head()").orElse(0L);
    }

    /**
     * From the first event on, what this node knows of the stream is not read again; what the
     * transaction has read last, not even asked for: who has added to it meanwhile is found when
     * this one appends.
     */
    @Override
    public DomainEventStream readEvents(String aggregate, long first) {
        if (first > 0) {
            ReadStreams.here(this).forget(aggregate);
            return super.readEvents(aggregate, first);
        }
        return DomainEventStream.of(
                ReadStreams.here(this).of(aggregate, () -> read(aggregate)).events());
    }

    private Known read(String aggregate) {
        Known before = known.of(aggregate);
        Known now = readAfter(aggregate, before);
        if (now == null) {
            // who asks sees less of it, or the log was put back
            now = readAfter(aggregate, Known.NOTHING);
        }
        if (now != before) {
            known.keep(aggregate, Objects.requireNonNull(now));
        }
        return Objects.requireNonNull(now);
    }

    /** Null when the log does not show what is known in its place. */
    private @Nullable Known readAfter(String aggregate, Known before) {
        List<DomainEventData<String>> rows =
                jdbc.query(
                        WITHOUT_KNOWN,
                        (row, n) -> event(row),
                        before.last(),
                        before.last(),
                        aggregate);
        int shared = before.ids().size();
        List<String> ids = rows.stream().map(DomainEventData::getEventIdentifier).toList();
        if (rows.size() < shared || !ids.subList(0, shared).equals(before.ids())) {
            return null;
        }
        if (rows.size() == shared) {
            return before;
        }
        List<DomainEventData<String>> fresh = rows.subList(shared, rows.size());
        return new Known(
                ids,
                fresh.getLast().getSequenceNumber(),
                Stream.concat(before.events().stream(), read(fresh)).toList(),
                before.size() + fresh.stream().mapToLong(LogStorage::size).sum());
    }

    /** Read into their classes at once: the JSON need not be kept. */
    private Stream<DomainEventMessage<?>> read(List<DomainEventData<String>> rows) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        rows.stream(), getEventSerializer(), upcasterChain)
                .asStream()
                .map(
                        message ->
                                new GenericDomainEventMessage<>(
                                        message.getType(),
                                        message.getAggregateIdentifier(),
                                        message.getSequenceNumber(),
                                        message.getPayload(),
                                        message.getMetaData(),
                                        message.getIdentifier(),
                                        message.getTimestamp()));
    }

    private static long size(DomainEventData<String> row) {
        return row.getPayload().getData().length();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return jdbc.query(
                OF_AGGREGATE,
                (row, n) -> event(row),
                aggregateIdentifier,
                firstSequenceNumber,
                batchSize);
    }

    private static DomainEventData<String> event(ResultSet row) throws SQLException {
        String id = row.getString("event_id");
        String aggregate = row.getString("aggregate_id");
        return new GenericDomainEventEntry<>(
                row.getString("aggregate_type"),
                aggregate == null ? id : aggregate,
                row.getLong("sequence_number"),
                id,
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getString("payload"),
                row.getString("metadata"));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return number(
                "select max(sequence_number) from eventlog.event where aggregate_id = ?",
                aggregateIdentifier);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(safeHead());
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return number(
                        "select min(global_index) - 1 from eventlog.event where recorded_at >= ?",
                        Timestamp.from(moment))
                .<TrackingToken>map(GlobalSequenceTrackingToken::new)
                .orElseGet(this::createHeadToken);
    }

    private Optional<Long> number(String sql, Object... arguments) {
        return Optional.ofNullable(jdbc.queryForObject(sql, Long.class, arguments));
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("The log keeps no snapshots");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    private static final class Settings extends BatchingEventStorageEngine.Builder {
        Settings(Serializer eventSerializer, EventUpcaster upcasters) {
            eventSerializer(eventSerializer);
            snapshotSerializer(eventSerializer);
            upcasterChain(upcasters);
            persistenceExceptionResolver(DuplicateKeyException.class::isInstance);
        }
    }
}

package org.xiangmuzhang.eventlog.axon;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.eventlog.ConsumerProgress;
import org.xiangmuzhang.eventlog.LogEntry;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.eventlog.LoggedAct;
import org.xiangmuzhang.kernel.Region;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads the log by plain SQL, and the consumers' progress from this node and the token table. */
final class JdbcLogReader implements LogReader {

    private static final String OF_PROJECT =
            """
            select * from eventlog.event where project = ? and global_index > ?
            order by global_index limit ?
            """;

    private static final String OF_SUBJECT =
            """
            select * from eventlog.event where subject = ? and global_index > ?
            order by global_index limit ?
            """;

    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final EventProcessingConfiguration consumers;

    JdbcLogReader(JdbcClient jdbc, EventProcessingConfiguration consumers) {
        this.jdbc = jdbc;
        this.consumers = consumers;
    }

    @Override
    public long head() {
        return jdbc.sql("select coalesce(max(global_index), 0) from eventlog.event")
                .query(Long.class)
                .single();
    }

    @Override
    public List<LogEntry> ofProject(UUID project, long after, int limit) {
        return entries(OF_PROJECT, project, after, limit);
    }

    @Override
    public List<LogEntry> ofSubject(UUID subject, long after, int limit) {
        return entries(OF_SUBJECT, subject, after, limit);
    }

    @Override
    public List<LoggedAct> ofActor(UUID person, long after, int limit) {
        return jdbc.sql(
                        """
                        select global_index, payload_type, subject, project, recorded_at
                          from eventlog.event
                         where metadata ->> 'actor' = :actor and global_index > :after
                         order by global_index limit :limit
                        """)
                .param("actor", person.toString())
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new LoggedAct(
                                        row.getLong("global_index"),
                                        row.getString("payload_type"),
                                        row.getObject("subject", UUID.class),
                                        row.getObject("project", UUID.class),
                                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    @Override
    public long countOfActor(UUID person) {
        return jdbc.sql("select count(*) from eventlog.event where metadata ->> 'actor' = :actor")
                .param("actor", person.toString())
                .query(Long.class)
                .single();
    }

    @Override
    public Set<UUID> projectsOfActor(UUID person) {
        return jdbc.sql(
                        """
                        select distinct project from eventlog.event
                         where metadata ->> 'actor' = :actor and project is not null
                        """)
                .param("actor", person.toString())
                .query(UUID.class)
                .set();
    }

    @Override
    public List<LogEntry> latestOfProject(
            UUID project, @Nullable Instant asOf, long before, int limit) {
        return jdbc.sql(
                        """
                        select * from eventlog.event
                        where project = :project and global_index < :before
                            and (cast(:asOf as timestamptz) is null or recorded_at <= :asOf)
                        order by global_index desc limit :limit
                        """)
                .param("project", project)
                .param("before", before)
                .param("asOf", asOf == null ? null : asOf.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(JdbcLogReader::entry)
                .list();
    }

    @Override
    public List<Instant> momentsOfProject(UUID project, int most) {
        return jdbc.sql(
                        """
                        select recorded_at from (
                            select recorded_at, global_index,
                                row_number() over (order by global_index) - 1 as place,
                                count(*) over () as events
                            from eventlog.event where project = :project) as life
                        where place = 0 or place = events - 1
                            or place * :most / events > (place - 1) * :most / events
                        order by global_index
                        """)
                .param("project", project)
                .param("most", most)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
    }

    private List<LogEntry> entries(String sql, UUID of, long after, int limit) {
        return jdbc.sql(sql).params(of, after, limit).query(JdbcLogReader::entry).list();
    }

    private static LogEntry entry(ResultSet row, int number) throws SQLException {
        return new LogEntry(
                row.getLong("global_index"),
                row.getString("payload_type"),
                Integer.parseInt(row.getString("payload_revision")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("subject", UUID.class),
                new Region(row.getString("region")),
                row.getObject("project", UUID.class),
                JSON.readValue(row.getString("metadata"), STRINGS),
                row.getString("payload"));
    }

    @Override
    public boolean caughtUp() {
        long head = head();
        return consumers.eventProcessors().values().stream()
                .allMatch(consumer -> hasReached(consumer, head));
    }

    /** Segments of this node are seen at once, those of other nodes as far as they are stored. */
    private boolean hasReached(EventProcessor consumer, long head) {
        var here =
                consumer instanceof StreamingEventProcessor streaming
                        ? streaming.processingStatus()
                        : Map.<Integer, EventTrackerStatus>of();
        Map<Integer, Long> stored = segments(jdbc, consumer.getName());
        return !stored.isEmpty()
                && stored.entrySet().stream()
                        .allMatch(
                                segment ->
                                        segment.getValue() >= head
                                                || position(here.get(segment.getKey())) >= head);
    }

    private static long position(@Nullable EventTrackerStatus status) {
        return status == null || status.isErrorState()
                ? -1
                : status.getCurrentPosition().orElse(-1);
    }

    @Override
    public long positionOf(String processingGroup) {
        return segments(jdbc, processingGroup).values().stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
    }

    @Override
    public List<ConsumerProgress> consumers() {
        return jdbc.sql(
                        """
                        select processor_name,
                            min(coalesce((token::json ->> 'globalIndex')::bigint, 0)) as position,
                            count(*) as segments,
                            count(*) filter (where owner is not null
                                and timestamp::timestamptz > now() - interval '30 seconds') as held,
                            bool_or(catching_up) as catching_up
                        from eventlog.token where segment >= 0 and processor_name = any(?)
                        group by processor_name order by processor_name
                        """)
                .param(consumers.eventProcessors().keySet().toArray(String[]::new))
                .query(
                        (row, number) ->
                                new ConsumerProgress(
                                        row.getString("processor_name"),
                                        row.getLong("position"),
                                        row.getInt("segments"),
                                        row.getInt("held"),
                                        row.getBoolean("catching_up")))
                .list();
    }

    /** Up to where a consumer has come, by segment. */
    static Map<Integer, Long> segments(JdbcClient jdbc, String processingGroup) {
        Map<Integer, Long> positions = new HashMap<>();
        jdbc.sql(
                        """
                        select segment, coalesce((token::json ->> 'globalIndex')::bigint, 0) as position
                        from eventlog.token where processor_name = ?
                        """)
                .param(processingGroup)
                .query(
                        row -> {
                            positions.put(row.getInt("segment"), row.getLong("position"));
                        });
        return positions;
    }
}

package org.xiangmuzhang.eventlog.axon;

import org.axonframework.eventhandling.Segment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.eventlog.EventTypes;
import org.xiangmuzhang.eventlog.ReadModels;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * Compares the positions of events with those that consumers have stored. A segment stores its
 * position with what it did, so the one that an event falls into says at once when it is done; the
 * others, which have nothing to do for it, come up later and are not asked.
 */
final class JdbcReadModels implements ReadModels {

    private final JdbcClient jdbc;
    private final EventTypes types;
    private final BiPredicate<String, Class<?>> handles;

    /**
     * @param handles whether a consumer has a handler for events of a class
     */
    JdbcReadModels(JdbcClient jdbc, EventTypes types, BiPredicate<String, Class<?>> handles) {
        this.jdbc = jdbc;
        this.types = types;
        this.handles = handles;
    }

    private record Written(long position, String type, UUID sequence) {}

    @Override
    public boolean hold(Collection<UUID> events) {
        return Sight.ALL.during(() -> held(events));
    }

    private boolean held(Collection<UUID> events) {
        List<Written> written = written(events);
        if (written.isEmpty()) {
            return true;
        }
        return positions().entrySet().stream()
                .allMatch(
                        consumer ->
                                written.stream()
                                        .filter(event -> isHandled(consumer.getKey(), event))
                                        .allMatch(event -> isBehind(consumer.getValue(), event)));
    }

    private boolean isHandled(String consumer, Written event) {
        Class<?> type = types.classOf(event.type());
        return type != null && handles.test(consumer, type);
    }

    private static boolean isBehind(Map<Integer, Long> positions, Written event) {
        int[] ids = positions.keySet().stream().mapToInt(Integer::intValue).toArray();
        return Arrays.stream(Segment.computeSegments(ids))
                .filter(segment -> segment.matches((Object) event.sequence().toString()))
                .allMatch(
                        segment ->
                                positions.getOrDefault(segment.getSegmentId(), 0L)
                                        >= event.position());
    }

    private List<Written> written(Collection<UUID> events) {
        return jdbc.sql(
                        """
                        select global_index, payload_type, coalesce(project, subject) as sequence
                        from eventlog.event where event_id = any(?)
                        """)
                .param(events.toArray(UUID[]::new))
                .query(
                        (row, number) ->
                                new Written(
                                        row.getLong("global_index"),
                                        row.getString("payload_type"),
                                        row.getObject("sequence", UUID.class)))
                .list();
    }

    private Map<String, Map<Integer, Long>> positions() {
        Map<String, Map<Integer, Long>> positions = new HashMap<>();
        jdbc.sql(
                        """
                        select processor_name, segment,
                            coalesce((token::json ->> 'globalIndex')::bigint, 0) as position
                        from eventlog.token where segment >= 0
                        """)
                .query(
                        row -> {
                            positions
                                    .computeIfAbsent(
                                            row.getString("processor_name"),
                                            name -> new HashMap<>())
                                    .put(row.getInt("segment"), row.getLong("position"));
                        });
        return positions;
    }
}

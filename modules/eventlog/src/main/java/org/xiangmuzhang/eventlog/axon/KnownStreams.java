package org.xiangmuzhang.eventlog.axon;

import org.axonframework.eventhandling.DomainEventMessage;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Streams of aggregates as this node read them last, so that only what came since has to be read.
 * An event never changes, so what is known of it holds as long as its id stands at its place; who
 * uses it asks for the ids. The streams used last stay, as many as fit.
 */
final class KnownStreams {

    /** Characters of JSON; what is kept of them takes some three times as many bytes. */
    private static final long ROOM = 24_000_000;

    private final Map<String, Known> byAggregate = new LinkedHashMap<>(16, 0.75f, true);
    private long taken;

    /**
     * A stream.
     *
     * @param ids of all its rows
     * @param last sequence number of the last one
     * @param events what upcasting has made of them
     * @param size in characters
     */
    record Known(List<String> ids, long last, List<DomainEventMessage<?>> events, long size) {

        static final Known NOTHING = new Known(List.of(), -1, List.of(), 0);
    }

    synchronized Known of(String aggregate) {
        return byAggregate.getOrDefault(aggregate, Known.NOTHING);
    }

    synchronized void keep(String aggregate, Known known) {
        if (known.size() > ROOM / 4) {
            return;
        }
        Known before = byAggregate.put(aggregate, known);
        taken += known.size() - (before == null ? 0 : before.size());
        Iterator<Known> longestUnused = byAggregate.values().iterator();
        while (taken > ROOM) {
            taken -= longestUnused.next().size();
            longestUnused.remove();
        }
    }
}

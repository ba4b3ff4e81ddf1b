package org.xiangmuzhang.eventlog;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads the log for people and pages. Consumers do not read: they are Axon event handlers. */
public interface LogReader {

    /** Position of the last event the calling transaction can see; 0 while there is none. */
    long head();

    /** At most {@code limit} events of a project after a position, in log order. */
    List<LogEntry> ofProject(UUID project, long after, int limit);

    /**
     * At most {@code limit} events of a project before a position, the newest first, as far as they
     * were recorded at a moment.
     *
     * @param asOf null for now
     */
    List<LogEntry> latestOfProject(UUID project, @Nullable Instant asOf, long before, int limit);

    /**
     * Recording times of a project's events, oldest first: of the first, of the last, and at most
     * {@code most} in between, spread evenly over the events.
     */
    List<Instant> momentsOfProject(UUID project, int most);

    /** At most {@code limit} events of a subject after a position, in log order. */
    List<LogEntry> ofSubject(UUID subject, long after, int limit);

    /**
     * At most {@code limit} events that a person caused, after a position, in log order, without
     * what they say.
     */
    List<LoggedAct> ofActor(UUID person, long after, int limit);

    /** How many events a person caused. */
    long countOfActor(UUID person);

    /** The projects about which a person caused events. */
    Set<UUID> projectsOfActor(UUID person);

    /** Whether every consumer has handled everything up to the head as of this call. */
    boolean caughtUp();

    /**
     * Up to where all effects of a consumer are committed: the least over its segments, as the
     * calling transaction sees it; 0 before the first.
     */
    long positionOf(String processingGroup);

    /**
     * How far each consumer of this release has come, as far as it is stored: at most some seconds
     * ago.
     */
    List<ConsumerProgress> consumers();
}

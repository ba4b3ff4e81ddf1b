package org.xiangmuzhang.eventlog.axon;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.eventlog.Parked;
import org.xiangmuzhang.eventlog.ParkedAct;
import org.xiangmuzhang.eventlog.ParkedAct.Kind;
import org.xiangmuzhang.eventlog.ParkedEvents;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Parked events in a table. Whoever adds to a subject's line or takes from it holds a lock on the
 * line until the end of its transaction, so that nothing joins a line that is being cleared.
 */
final class JdbcParkedEvents implements ParkedEvents {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcParkedEvents.class);

    private static final String PARK =
            """
            insert into eventlog.parked
                (processor_name, global_index, subject, region, parked_at, cause)
            select ?, global_index, ?, region, ?, ? from eventlog.event where global_index = ?
            on conflict do nothing
            """;

    private static final String PASS_OVER =
            """
            insert into eventlog.passed_over
            select processor_name, global_index, subject, region, cause, ?, ?, ?
              from eventlog.parked where processor_name = ? and global_index = ?
            """;

    private static final String ACT =
            """
            insert into eventlog.parked_act
                (id, kind, processor_name, global_index, subject, region, person, reason, at)
            select ?, ?, processor_name, global_index, subject, region, ?, ?, ?
              from eventlog.parked where processor_name = ? and global_index = ?
            """;

    private static final String ACTS =
            """
            select act.*, event.payload_type
              from eventlog.parked_act act join eventlog.event as event using (global_index)
             where cast(:before as uuid) is null or act.id < cast(:before as uuid)
             order by act.id desc limit :limit
            """;

    private static final String WAITING =
            """
            select first.*, event.payload_type, line.waiting
              from (select distinct on (processor_name, subject) *
                      from eventlog.parked where processor_name = any(?)
                     order by processor_name, subject, global_index) as first
              join eventlog.event as event using (global_index)
              cross join lateral (select count(*) as waiting from eventlog.parked
                     where processor_name = first.processor_name and subject = first.subject) as line
             where first.global_index > ?
             order by first.global_index limit ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Redelivery redelivery;

    /** Whatever happens to one event stays when the next one fails. */
    private final TransactionTemplate apart;

    JdbcParkedEvents(
            JdbcClient jdbc,
            Clock clock,
            Redelivery redelivery,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.redelivery = redelivery;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Subjects that wait for a consumer, and positions that it has been let pass over. */
    record LeftOut(Set<UUID> subjects, Set<Long> positions) {}

    LeftOut of(String consumer) {
        LeftOut left = new LeftOut(new HashSet<>(), new HashSet<>());
        jdbc.sql(
                        """
                        select distinct subject, null::bigint as position from eventlog.parked
                         where processor_name = :consumer
                        union all
                        select null, global_index from eventlog.passed_over
                         where processor_name = :consumer
                        """)
                .param("consumer", consumer)
                .query(
                        row -> {
                            UUID subject = row.getObject("subject", UUID.class);
                            if (subject == null) {
                                left.positions.add(row.getLong("position"));
                            } else {
                                left.subjects.add(subject);
                            }
                        });
        return left;
    }

    /** The positions behind a consumer that it has not handled. */
    Set<Long> leftOut(String consumer) {
        return jdbc.sql(
                        """
                        select global_index from eventlog.parked where processor_name = :consumer
                        union
                        select global_index from eventlog.passed_over
                         where processor_name = :consumer
                        """)
                .param("consumer", consumer)
                .query(Long.class)
                .set();
    }

    /** For a consumer that is sent back: it will meet them again. */
    void forget(String consumer) {
        jdbc.sql("delete from eventlog.parked where processor_name = ?").param(consumer).update();
    }

    /** Puts an event behind those that wait, unless none before it waits any more. */
    boolean joins(String consumer, UUID subject, long position) {
        lock(consumer, subject);
        if (first(consumer, subject).filter(head -> head <= position).isEmpty()) {
            return false;
        }
        park(consumer, subject, position, (String) null);
        return true;
    }

    /** Parks an event whose own transaction is lost. */
    void park(String consumer, UUID subject, long position, Exception failure) {
        apart.executeWithoutResult(
                status -> {
                    lock(consumer, subject);
                    park(consumer, subject, position, cause(failure));
                });
    }

    private void park(String consumer, UUID subject, long position, @Nullable String cause) {
        jdbc.sql(PARK)
                .param(1, consumer)
                .param(2, subject)
                .param(3, now())
                .param(4, cause, Types.VARCHAR)
                .param(5, position)
                .update();
    }

    @Override
    public int count() {
        return jdbc.sql(
                        """
                        select count(distinct (processor_name, subject)) from eventlog.parked
                         where processor_name = any(?)
                        """)
                .param(consumers())
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Parked> waiting(long after, int limit) {
        return jdbc.sql(WAITING)
                .params(consumers(), after, limit)
                .query(JdbcParkedEvents::parked)
                .list();
    }

    /** Those of this release: what waits for others is left to nodes that have them. */
    private String[] consumers() {
        return redelivery.consumers().toArray(String[]::new);
    }

    @Override
    public int retry(String consumer, UUID subject, UUID person, Supplier<String> reason) {
        UUID act =
                kept(
                        consumer,
                        subject,
                        () -> {
                            long at =
                                    here(consumer, subject).orElseThrow(JdbcParkedEvents::unknown);
                            return note(Kind.RETRIED, consumer, at, person, reason.get());
                        });
        return goOn(act, consumer, subject);
    }

    /** In a transaction of its own, holding the line. */
    private UUID kept(String consumer, UUID subject, Supplier<UUID> act) {
        return Objects.requireNonNull(
                apart.execute(
                        status -> {
                            lock(consumer, subject);
                            return act.get();
                        }));
    }

    /** The first that waits for a consumer of this release: others would lose it unhandled. */
    private Optional<Long> here(String consumer, UUID subject) {
        return redelivery.consumers().contains(consumer)
                ? first(consumer, subject)
                : Optional.empty();
    }

    private UUID note(Kind kind, String consumer, long position, UUID person, String reason) {
        UUID id = Ids.next(clock);
        jdbc.sql(ACT).params(id, kind.name(), person, reason, now(), consumer, position).update();
        return id;
    }

    /** A consumer handles for the platform, whoever asks for it. */
    private int goOn(UUID act, String consumer, UUID subject) {
        return Sight.ALL.during(
                () -> {
                    int handled = handleAll(consumer, subject);
                    apart.executeWithoutResult(
                            status ->
                                    jdbc.sql(
                                                    "update eventlog.parked_act set handled = ?"
                                                            + " where id = ?")
                                            .params(handled, act)
                                            .update());
                    return handled;
                });
    }

    private int handleAll(String consumer, UUID subject) {
        int handled = 0;
        try {
            while (apart.execute(status -> retryFirst(consumer, subject)) == Boolean.TRUE) {
                handled++;
            }
        } catch (RuntimeException failure) {
            LOG.warn("{} fails again for {}", consumer, subject, failure);
            apart.executeWithoutResult(status -> noteCause(consumer, subject, cause(failure)));
        }
        return handled;
    }

    /** Whether there was one; what fails again leaves this transaction. */
    private boolean retryFirst(String consumer, UUID subject) {
        lock(consumer, subject);
        Optional<Long> position = first(consumer, subject);
        position.ifPresent(
                at -> {
                    redelivery.handle(consumer, at);
                    remove(consumer, at);
                });
        return position.isPresent();
    }

    private void noteCause(String consumer, UUID subject, String cause) {
        lock(consumer, subject);
        first(consumer, subject)
                .ifPresent(
                        at ->
                                jdbc.sql(
                                                """
                                                update eventlog.parked set cause = ?
                                                 where processor_name = ? and global_index = ?
                                                """)
                                        .params(cause, consumer, at)
                                        .update());
    }

    @Override
    public int passOver(String consumer, long position, UUID person, Supplier<String> reason) {
        UUID subject =
                jdbc.sql(
                                """
                                select subject from eventlog.parked
                                 where processor_name = ? and global_index = ?
                                """)
                        .params(consumer, position)
                        .query(UUID.class)
                        .optional()
                        .orElseThrow(JdbcParkedEvents::unknown);
        UUID act =
                kept(
                        consumer,
                        subject,
                        () -> {
                            if (!here(consumer, subject).equals(Optional.of(position))) {
                                throw unknown();
                            }
                            String why = reason.get();
                            jdbc.sql(PASS_OVER)
                                    .params(person, why, now(), consumer, position)
                                    .update();
                            UUID noted = note(Kind.PASSED_OVER, consumer, position, person, why);
                            remove(consumer, position);
                            return noted;
                        });
        return goOn(act, consumer, subject);
    }

    @Override
    public List<ParkedAct> acts(@Nullable UUID before, int limit) {
        return jdbc.sql(ACTS)
                .param("before", before)
                .param("limit", limit)
                .query(JdbcParkedEvents::act)
                .list();
    }

    private Optional<Long> first(String consumer, UUID subject) {
        return jdbc.sql(
                        """
                        select global_index from eventlog.parked
                         where processor_name = ? and subject = ? order by global_index limit 1
                        """)
                .params(consumer, subject)
                .query(Long.class)
                .optional();
    }

    private void remove(String consumer, long position) {
        jdbc.sql("delete from eventlog.parked where processor_name = ? and global_index = ?")
                .params(consumer, position)
                .update();
    }

    private void lock(String consumer, UUID subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("eventlog.parked " + consumer + " " + subject)
                .query(row -> {});
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** The types of what was thrown: its words may name somebody. */
    private static String cause(Throwable failure) {
        StringJoiner types = new StringJoiner(" < ");
        for (Throwable at = failure; at != null; at = at.getCause()) {
            types.add(
                    at instanceof Refusal refusal
                            ? "Refusal " + refusal.rule()
                            : at.getClass().getSimpleName());
        }
        return types.toString();
    }

    private static Refusal unknown() {
        return Refusal.notFound("parked-event-unknown");
    }

    private static ParkedAct act(ResultSet row, int number) throws SQLException {
        return new ParkedAct(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("processor_name"),
                row.getObject("subject", UUID.class),
                row.getLong("global_index"),
                row.getString("payload_type"),
                new Region(row.getString("region")),
                row.getObject("person", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("reason"),
                row.getInt("handled"));
    }

    private static Parked parked(ResultSet row, int number) throws SQLException {
        return new Parked(
                row.getString("processor_name"),
                row.getObject("subject", UUID.class),
                row.getLong("global_index"),
                row.getString("payload_type"),
                new Region(row.getString("region")),
                row.getTimestamp("parked_at").toInstant(),
                row.getString("cause"),
                row.getInt("waiting"));
    }
}

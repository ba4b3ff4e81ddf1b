package org.xiangmuzhang.webhooks;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.webhooks.sending.Answer;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Repository
class JdbcWebhooks {

    private static final String DELIVERIES =
            """
            select d.*, e.kind, e.application, e.at
              from webhooks.delivery d join webhooks.event e on e.id = d.event
            """;

    private final JdbcClient jdbc;

    JdbcWebhooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A thing to send now. */
    record Due(
            UUID delivery,
            UUID endpoint,
            UUID event,
            String url,
            byte[] secret,
            String body,
            int tries) {}

    /** An event of an enterprise with its place in the list of them. */
    record Numbered(long number, String body) {}

    void add(Endpoint endpoint, byte[] secret) {
        jdbc.sql(
                        """
                        insert into webhooks.endpoint
                            (id, region, enterprise, url, kinds, secret, state, created_at, version)
                        values (:id, :region, :enterprise, :url, :kinds, :secret, :state, :at,
                            :version)
                        """)
                .param("id", endpoint.id())
                .param("region", endpoint.region().code())
                .param("enterprise", endpoint.enterprise())
                .param("url", endpoint.url())
                .param("kinds", endpoint.kinds().toArray(String[]::new))
                .param("secret", secret)
                .param("state", endpoint.state().name())
                .param("at", Timestamp.from(endpoint.createdAt()))
                .param("version", endpoint.version())
                .update();
    }

    /** Of an enterprise, by id, after one of them. */
    List<Endpoint> of(UUID enterprise, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select * from webhooks.endpoint
                         where enterprise = :enterprise
                           and (cast(:after as uuid) is null or id > cast(:after as uuid))
                         order by id limit :limit
                        """)
                .param("enterprise", enterprise)
                .param("after", after)
                .param("limit", limit)
                .query(JdbcWebhooks::endpoint)
                .list();
    }

    Optional<Endpoint> byId(UUID id) {
        return jdbc.sql("select * from webhooks.endpoint where id = ?")
                .param(id)
                .query(JdbcWebhooks::endpoint)
                .optional();
    }

    /** As {@link #byId}, and nobody else changes it before the transaction ends. */
    Optional<Endpoint> locked(UUID id) {
        return jdbc.sql("select * from webhooks.endpoint where id = ? for update")
                .param(id)
                .query(JdbcWebhooks::endpoint)
                .optional();
    }

    void turn(UUID id, Endpoint.State state) {
        jdbc.sql("update webhooks.endpoint set state = ?, version = version + 1 where id = ?")
                .params(state.name(), id)
                .update();
    }

    void secret(UUID id, byte[] secret) {
        jdbc.sql("update webhooks.endpoint set secret = ?, version = version + 1 where id = ?")
                .params(secret, id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from webhooks.endpoint where id = ?").param(id).update();
    }

    void passOn(UUID dissolved, UUID kept) {
        for (String table : List.of("endpoint", "event", "delivery")) {
            jdbc.sql("update webhooks." + table + " set enterprise = ? where enterprise = ?")
                    .params(kept, dissolved)
                    .update();
        }
    }

    /**
     * Keeps an event and a delivery for each endpoint that wants it and was there by then; twice is
     * once. A lock makes those wait that are told out of turn, so that numbers only grow.
     */
    void tell(Happening what, UUID enterprise, String body, Clock clock) {
        jdbc.sql("select pg_advisory_xact_lock(22687, 1)").query(row -> {});
        Timestamp at = Timestamp.from(what.at());
        int added =
                jdbc.sql(
                                """
                                insert into webhooks.event
                                    (id, region, enterprise, kind, application, at, body)
                                values (:id, :region, :enterprise, :kind, :application, :at, :body)
                                on conflict (id) do nothing
                                """)
                        .param("id", what.id())
                        .param("region", what.region().code())
                        .param("enterprise", enterprise)
                        .param("kind", what.kind().type())
                        .param("application", what.application())
                        .param("at", at)
                        .param("body", body)
                        .update();
        if (added == 0) {
            return;
        }
        for (UUID endpoint : wanting(enterprise, what.kind(), at)) {
            jdbc.sql(
                            """
                            insert into webhooks.delivery
                                (id, region, enterprise, endpoint, event, state, due_at)
                            values (?, ?, ?, ?, ?, 'WAITING', ?)
                            """)
                    .params(
                            Ids.next(clock),
                            what.region().code(),
                            enterprise,
                            endpoint,
                            what.id(),
                            Timestamp.from(clock.instant()))
                    .update();
        }
    }

    private List<UUID> wanting(UUID enterprise, Kind kind, Timestamp at) {
        return jdbc.sql(
                        """
                        select id from webhooks.endpoint
                         where enterprise = ? and ? = any (kinds) and created_at <= ?
                         order by id for key share
                        """)
                .params(enterprise, kind.type(), at)
                .query(UUID.class)
                .list();
    }

    /** Events of an enterprise behind a number, oldest first. */
    List<Numbered> events(UUID enterprise, long after, int limit) {
        return jdbc.sql(
                        """
                        select number, body from webhooks.event
                         where enterprise = ? and number > ? order by number limit ?
                        """)
                .params(enterprise, after, limit)
                .query((row, i) -> new Numbered(row.getLong("number"), row.getString("body")))
                .list();
    }

    /** Those of an endpoint, the newest first, before one of them. */
    List<Delivery> deliveries(UUID endpoint, @Nullable UUID before, int limit) {
        return jdbc.sql(
                        DELIVERIES
                                + """
                                 where d.endpoint = :endpoint
                                   and (cast(:before as uuid) is null
                                        or d.id < cast(:before as uuid))
                                 order by d.id desc limit :limit
                                """)
                .param("endpoint", endpoint)
                .param("before", before)
                .param("limit", limit)
                .query(JdbcWebhooks::delivery)
                .list();
    }

    Optional<Delivery> delivery(UUID id) {
        return jdbc.sql(DELIVERIES + " where d.id = ?")
                .param(id)
                .query(JdbcWebhooks::delivery)
                .optional();
    }

    /** Has it sent at once, and tried as often as a new one. */
    void again(UUID delivery, Instant at) {
        jdbc.sql(
                        """
                        update webhooks.delivery set state = 'WAITING', tries = 0, due_at = ?
                         where id = ?
                        """)
                .params(Timestamp.from(at), delivery)
                .update();
    }

    /**
     * Takes endpoints for which something is due and that nobody sends to, those that were served
     * longest ago first. A lease ends by itself when its node died.
     */
    List<UUID> take(UUID lease, Instant now, int limit) {
        return jdbc.sql(
                        """
                        update webhooks.endpoint
                           set lease = :lease,
                               leased_until = clock_timestamp() + interval '2 minutes'
                         where id in (
                             select p.id from webhooks.endpoint p
                              where p.state = 'ACTIVE' and p.leased_until < clock_timestamp()
                                and exists (select from webhooks.delivery d
                                             where d.endpoint = p.id and d.state = 'WAITING'
                                               and d.due_at <= :now)
                              order by p.leased_until limit :limit
                                for no key update skip locked)
                        returning id
                        """)
                .param("lease", lease)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Prolongs a lease; false where it was lost or the endpoint is to be left alone. */
    boolean holds(UUID endpoint, UUID lease) {
        return jdbc.sql(
                                """
                                update webhooks.endpoint
                                   set leased_until = clock_timestamp() + interval '2 minutes'
                                 where id = ? and lease = ? and state = 'ACTIVE'
                                """)
                        .params(endpoint, lease)
                        .update()
                == 1;
    }

    void release(UUID endpoint, UUID lease) {
        jdbc.sql(
                        """
                        update webhooks.endpoint
                           set lease = null, leased_until = clock_timestamp()
                         where id = ? and lease = ?
                        """)
                .params(endpoint, lease)
                .update();
    }

    /** What is due first. */
    Optional<Due> due(UUID endpoint, Instant now) {
        return jdbc.sql(
                        """
                        select d.id, d.endpoint, d.event, p.url, p.secret, e.body, d.tries
                          from webhooks.delivery d
                          join webhooks.endpoint p on p.id = d.endpoint
                          join webhooks.event e on e.id = d.event
                         where d.endpoint = ? and d.state = 'WAITING' and d.due_at <= ?
                         order by d.due_at, e.number limit 1
                        """)
                .params(endpoint, Timestamp.from(now))
                .query(
                        (row, i) ->
                                new Due(
                                        row.getObject("id", UUID.class),
                                        row.getObject("endpoint", UUID.class),
                                        row.getObject("event", UUID.class),
                                        row.getString("url"),
                                        row.getBytes("secret"),
                                        row.getString("body"),
                                        row.getInt("tries")))
                .optional();
    }

    /**
     * How a try ended.
     *
     * @param next when it is tried again, or null for never
     */
    void tried(UUID delivery, Answer answer, Instant at, @Nullable Instant next) {
        jdbc.sql(
                        """
                        update webhooks.delivery
                           set tries = tries + 1, tried_at = :at, outcome = :outcome,
                               status = :status, state = :state,
                               due_at = coalesce(:next, due_at)
                         where id = :id
                        """)
                .param("at", Timestamp.from(at))
                .param("outcome", answer.outcome().name())
                .param("status", answer.status())
                .param(
                        "state",
                        answer.isTaken() ? "DELIVERED" : next == null ? "GIVEN_UP" : "WAITING")
                .param("next", next == null ? null : Timestamp.from(next), java.sql.Types.TIMESTAMP)
                .param("id", delivery)
                .update();
    }

    /** Removes events of before a moment with their deliveries; how many. */
    int forget(Instant before, int limit) {
        return jdbc.sql(
                        """
                        delete from webhooks.event where id in (
                            select id from webhooks.event where at < ? limit ?)
                        """)
                .params(Timestamp.from(before), limit)
                .update();
    }

    private static Endpoint endpoint(ResultSet row, int number) throws SQLException {
        Array kinds = row.getArray("kinds");
        return new Endpoint(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                row.getObject("enterprise", UUID.class),
                row.getString("url"),
                List.of((String[]) kinds.getArray()),
                Endpoint.State.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        Timestamp tried = row.getTimestamp("tried_at");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("endpoint", UUID.class),
                row.getObject("event", UUID.class),
                row.getString("kind"),
                row.getObject("application", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("state"),
                row.getInt("tries"),
                row.getTimestamp("due_at").toInstant(),
                tried == null ? null : tried.toInstant(),
                row.getString("outcome"),
                row.getObject("status", Integer.class));
    }
}

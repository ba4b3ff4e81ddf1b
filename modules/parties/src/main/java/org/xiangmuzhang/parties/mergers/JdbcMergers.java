package org.xiangmuzhang.parties.mergers;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Mergers, enterprises that look alike, and what happened to an enterprise. */
@Repository
class JdbcMergers {

    private static final UUID NONE = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    /** Both within reach; empty places stand for all. */
    private static final String WITHIN =
            " and (:everywhere or a.region = any(:places) and b.region = any(:places))";

    private final JdbcClient jdbc;

    JdbcMergers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An enterprise as it is while nobody else may merge it.
     *
     * @param mergedInto null while it stands
     */
    record Locked(Enterprise enterprise, @Nullable UUID mergedInto) {}

    /** By their ids, locked in the order of these; who is unknown is left out. */
    Map<UUID, Locked> locked(UUID one, UUID other) {
        return jdbc
                .sql(
                        """
                        select id, region, code, name, merged_into from parties.enterprise
                         where id in (:one, :other) order by id for update
                        """)
                .param("one", one)
                .param("other", other)
                .query(
                        (row, number) ->
                                new Locked(
                                        enterprise(row, ""),
                                        row.getObject("merged_into", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(it -> it.enterprise().id(), Function.identity()));
    }

    /** Whether one of the two is to be dissolved already, or to be kept by what is proposed. */
    boolean isInTheWay(UUID kept, UUID dissolved) {
        return jdbc.sql(
                        """
                        select exists (select from parties.merger where state = 'PROPOSED'
                            and (dissolved in (:kept, :dissolved) or kept = :dissolved))
                        """)
                .param("kept", kept)
                .param("dissolved", dissolved)
                .query(Boolean.class)
                .single();
    }

    void propose(Merger merger) {
        jdbc.sql(
                        """
                        insert into parties.merger (id, region, kept, dissolved, state, proposed_by,
                            proposed_at, reason)
                        values (:id, :region, :kept, :dissolved, :state, :by, :at, :reason)
                        """)
                .param("id", merger.id())
                .param("region", merger.region().code())
                .param("kept", merger.kept())
                .param("dissolved", merger.dissolved())
                .param("state", merger.state().name())
                .param("by", merger.proposedBy())
                .param("at", Timestamp.from(merger.proposedAt()))
                .param("reason", merger.reason())
                .update();
    }

    Optional<Merger> byId(UUID id) {
        return jdbc.sql("select * from parties.merger where id = :id")
                .param("id", id)
                .query(JdbcMergers::merger)
                .optional();
    }

    /** What waits for a second person who reaches both, the oldest first. */
    List<Merger> waiting(Set<Region> places, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select m.* from parties.merger m
                          join parties.enterprise a on a.id = m.kept
                          join parties.enterprise b on b.id = m.dissolved
                         where m.state = 'PROPOSED' and m.id > :after
                        """
                                + WITHIN
                                + " order by m.id limit :limit")
                .param("after", after == null ? NONE : after)
                .param("everywhere", places.isEmpty())
                .param("places", codes(places))
                .param("limit", limit)
                .query(JdbcMergers::merger)
                .list();
    }

    /** Whether it still waited. */
    boolean decide(UUID merger, Merger.State state, Merger.Decision decision) {
        return jdbc.sql(
                                """
                                update parties.merger set state = :state, decided_by = :by,
                                    decided_at = :at, decision_reason = :reason
                                 where id = :id and state = 'PROPOSED'
                                """)
                        .param("state", state.name())
                        .param("by", decision.by())
                        .param("at", Timestamp.from(decision.at()))
                        .param("reason", decision.reason())
                        .param("id", merger)
                        .update()
                > 0;
    }

    /** Leads the dissolved one, and those that were merged into it, to the one that is kept. */
    void merge(UUID dissolved, UUID kept, Instant at) {
        jdbc.sql(
                        """
                        update parties.enterprise
                           set merged_into = :kept, merged_at = coalesce(merged_at, :at)
                         where id = :dissolved or merged_into = :dissolved
                        """)
                .param("kept", kept)
                .param("dissolved", dissolved)
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql(
                        """
                        update parties.look_alike set closed_at = :at
                         where closed_at is null and (one = :dissolved or other = :dissolved)
                        """)
                .param("at", Timestamp.from(at))
                .param("dissolved", dissolved)
                .update();
    }

    /** They are two: nobody is asked again. */
    void setApart(UUID one, UUID other, Instant at) {
        jdbc.sql(
                        """
                        update parties.look_alike set closed_at = :at
                         where closed_at is null
                           and one = least(cast(:one as uuid), :other)
                           and other = greatest(cast(:one as uuid), :other)
                        """)
                .param("at", Timestamp.from(at))
                .param("one", one)
                .param("other", other)
                .update();
    }

    /** Pairs that nobody has decided on, both within reach, in the order of their ids. */
    List<LookAlike> lookAlikes(
            Set<Region> places, @Nullable UUID afterOne, @Nullable UUID afterOther, int limit) {
        return jdbc.sql(
                        """
                        select a.id as a_id, a.region as a_region, a.code as a_code,
                               a.name as a_name, b.id as b_id, b.region as b_region,
                               b.code as b_code, b.name as b_name, l.why
                          from parties.look_alike l
                          join parties.enterprise a on a.id = l.one
                          join parties.enterprise b on b.id = l.other
                         where l.closed_at is null and (l.one, l.other) > (:one, :other)
                        """
                                + WITHIN
                                + " order by l.one, l.other limit :limit")
                .param("one", afterOne == null ? NONE : afterOne)
                .param("other", afterOther == null ? NONE : afterOther)
                .param("everywhere", places.isEmpty())
                .param("places", codes(places))
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new LookAlike(
                                        enterprise(row, "a_"),
                                        enterprise(row, "b_"),
                                        LookAlike.Why.valueOf(row.getString("why"))))
                .list();
    }

    /** Enterprises by their own ids, also those that were merged. */
    Map<UUID, Enterprise> asTheyWere(Set<UUID> ids) {
        return jdbc
                .sql("select id, region, code, name from parties.enterprise where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> enterprise(row, ""))
                .list()
                .stream()
                .collect(Collectors.toMap(Enterprise::id, Function.identity()));
    }

    /** What happened to it and to those that were merged into it, the latest first. */
    List<Happened> history(UUID enterprise, @Nullable UUID before, int limit) {
        return jdbc.sql(
                        """
                        with family as materialized (
                            select id from parties.enterprise where id = :id
                            union all
                            select id from parties.enterprise where merged_into = :id)
                        (select id, until as at, 'RENAMED' as kind, changed_by as by, reason,
                                cast(null as uuid) as person, name as about
                           from parties.former_name
                          where enterprise in (select id from family) and id < :before
                          order by id desc limit :limit)
                        union all
                        (select reason, done_at, 'REGISTERED', done_by, reason, null, null
                           from parties.registration
                          where enterprise in (select id from family) and reason < :before)
                        union all
                        (select a.id, a.done_at, 'POST_' || a.kind, a.done_by, a.reason, a.person,
                                null
                           from parties.post p join parties.act a on a.post = p.id
                          where p.enterprise = :id and a.id < :before
                          order by a.id desc limit :limit)
                        union all
                        (select m.id, m.proposed_at, 'MERGER_PROPOSED', m.proposed_by, m.reason,
                                null, o.name || ' ' || o.code
                           from parties.merger m
                           join parties.enterprise o on o.id = case
                                when m.kept in (select id from family) then m.dissolved
                                else m.kept end
                          where (m.kept in (select id from family)
                                 or m.dissolved in (select id from family)) and m.id < :before
                          order by m.id desc limit :limit)
                        union all
                        (select m.decision_reason, m.decided_at, 'MERGER_' || m.state, m.decided_by,
                                m.decision_reason, null, o.name || ' ' || o.code
                           from parties.merger m
                           join parties.enterprise o on o.id = case
                                when m.kept in (select id from family) then m.dissolved
                                else m.kept end
                          where (m.kept in (select id from family)
                                 or m.dissolved in (select id from family))
                            and m.decision_reason < :before
                          order by m.decision_reason desc limit :limit)
                        order by id desc limit :limit
                        """)
                .param("id", enterprise)
                .param("before", before == null ? LAST : before)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Happened(
                                        row.getObject("id", UUID.class),
                                        row.getTimestamp("at").toInstant(),
                                        row.getString("kind"),
                                        row.getObject("by", UUID.class),
                                        row.getObject("reason", UUID.class),
                                        row.getObject("person", UUID.class),
                                        row.getString("about")))
                .list();
    }

    private static String[] codes(Set<Region> places) {
        return places.stream().map(Region::code).toArray(String[]::new);
    }

    private static Enterprise enterprise(ResultSet row, String of) throws SQLException {
        return new Enterprise(
                row.getObject(of + "id", UUID.class),
                new Region(row.getString(of + "region")),
                new SocialCreditCode(row.getString(of + "code")),
                row.getString(of + "name"));
    }

    private static Merger merger(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new Merger(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                row.getObject("kept", UUID.class),
                row.getObject("dissolved", UUID.class),
                Merger.State.valueOf(row.getString("state")),
                row.getObject("proposed_by", UUID.class),
                row.getTimestamp("proposed_at").toInstant(),
                row.getObject("reason", UUID.class),
                decided == null
                        ? null
                        : new Merger.Decision(
                                row.getObject("decided_by", UUID.class),
                                decided.toInstant(),
                                row.getObject("decision_reason", UUID.class)));
    }
}

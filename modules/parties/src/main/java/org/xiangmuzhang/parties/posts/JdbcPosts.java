package org.xiangmuzhang.parties.posts;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Posts with their past, what is proposed, and the record of what was done. */
@Repository
class JdbcPosts {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    JdbcPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * People with such an open post in one of the places, in the order in which they came.
     *
     * @param places empty for all
     */
    List<UUID> holders(
            Set<Region> places, Sought sought, LocalDate on, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select distinct person from parties.post
                         where person > :after and withdrawn_at is null
                           and (to_day is null or to_day >= :on)
                           and (:everywhere or region = any(:places))
                           and (cast(:region as text) is null or region = :region)
                           and (cast(:role as text) is null or role = :role)
                           and (cast(:department as text) is null or department = :department)
                           and (cast(:hall as text) is null or hall = :hall)
                         order by person limit :limit
                        """)
                .param("after", after == null ? NOBODY : after)
                .param("on", on)
                .param("everywhere", places.isEmpty())
                .param("places", places.stream().map(Region::code).toArray(String[]::new))
                .param("region", sought.region() == null ? null : sought.region().code())
                .param("role", sought.role() == null ? null : sought.role().name())
                .param("department", sought.department())
                .param("hall", sought.hall())
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Every post that these people hold or held, the latest first. */
    List<Held> of(Collection<UUID> people) {
        return jdbc.sql(
                        "select * from parties.post where person = any(cast(:people as uuid[]))"
                                + " order by from_day desc, id desc")
                .param("people", people.stream().map(UUID::toString).toArray(String[]::new))
                .query(JdbcPosts::held)
                .list();
    }

    /** One post, kept as it is until the transaction ends. */
    Optional<Held> locked(UUID post) {
        return jdbc.sql("select * from parties.post where id = :id for update")
                .param("id", post)
                .query(JdbcPosts::held)
                .optional();
    }

    void end(UUID post, LocalDate lastDay) {
        jdbc.sql("update parties.post set to_day = :to where id = :id")
                .param("to", lastDay)
                .param("id", post)
                .update();
    }

    void propose(Proposal proposal) {
        Post post = proposal.post();
        jdbc.sql(
                        """
                        insert into parties.proposal (id, region, person, role, department,
                            enterprise, hall, at_window, from_day, to_day, state, proposed_by)
                        values (:id, :region, :person, :role, :department, :enterprise, :hall,
                            :window, :from, :to, :state, :by)
                        """)
                .param("id", post.id())
                .param("region", post.region().code())
                .param("person", post.person())
                .param("role", post.role().name())
                .param("department", post.department())
                .param("enterprise", post.enterprise())
                .param("hall", post.hall())
                .param("window", post.window())
                .param("from", post.from())
                .param("to", post.to())
                .param("state", proposal.state().name())
                .param("by", proposal.proposedBy())
                .update();
    }

    Optional<Proposal> proposal(UUID id) {
        return jdbc.sql("select * from parties.proposal where id = :id")
                .param("id", id)
                .query(JdbcPosts::proposal)
                .optional();
    }

    /** What waits for a second person, the oldest first. */
    List<Proposal> waiting(@Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select * from parties.proposal
                         where state = 'PROPOSED' and id > :after order by id limit :limit
                        """)
                .param("after", after == null ? NOBODY : after)
                .param("limit", limit)
                .query(JdbcPosts::proposal)
                .list();
    }

    List<Proposal> proposalsFor(UUID person) {
        return jdbc.sql("select * from parties.proposal where person = :person order by id desc")
                .param("person", person)
                .query(JdbcPosts::proposal)
                .list();
    }

    /** Whether it still waited. */
    boolean decide(UUID proposal, Proposal.State state, UUID by) {
        return jdbc.sql(
                                """
                                update parties.proposal set state = :state, decided_by = :by
                                 where id = :id and state = 'PROPOSED'
                                """)
                        .param("state", state.name())
                        .param("by", by)
                        .param("id", proposal)
                        .update()
                > 0;
    }

    /** Takes posts for one enterprise from who holds the same post for the other as long. */
    void takeTwins(UUID dissolved, UUID kept, LocalDate today, Instant now) {
        jdbc.sql(
                        """
                        update parties.post twin set withdrawn_at = :now
                         where twin.enterprise = :dissolved and twin.withdrawn_at is null
                           and exists (select from parties.post p
                                        where p.enterprise = :kept and p.person = twin.person
                                          and p.role = twin.role and p.region = twin.region
                                          and p.withdrawn_at is null
                                          and p.from_day <= greatest(twin.from_day, :today)
                                          and coalesce(p.to_day, 'infinity')
                                              >= coalesce(twin.to_day, 'infinity'))
                        """)
                .param("dissolved", dissolved)
                .param("kept", kept)
                .param("today", today)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Every post for one enterprise, and what is proposed, is for the other from now on. */
    List<Held> passOn(UUID dissolved, UUID kept) {
        jdbc.sql(
                        """
                        update parties.proposal set enterprise = :kept
                         where enterprise = :dissolved and state = 'PROPOSED'
                        """)
                .param("dissolved", dissolved)
                .param("kept", kept)
                .update();
        return jdbc.sql(
                        "update parties.post set enterprise = :kept"
                                + " where enterprise = :dissolved returning *")
                .param("dissolved", dissolved)
                .param("kept", kept)
                .query(JdbcPosts::held)
                .list();
    }

    void record(Act act) {
        jdbc.sql(
                        """
                        insert into parties.act (id, region, kind, person, post, last_day, done_by,
                            done_at, reason)
                        values (:id, :region, :kind, :person, :post, :last, :by, :at, :reason)
                        """)
                .param("id", act.id())
                .param("region", act.region().code())
                .param("kind", act.kind().name())
                .param("person", act.person())
                .param("post", act.post())
                .param("last", act.lastDay())
                .param("by", act.by())
                .param("at", Timestamp.from(act.at()))
                .param("reason", act.reason())
                .update();
    }

    /** The record of everybody, or of one person, the latest first. */
    List<Act> acts(@Nullable UUID person, @Nullable UUID before, int limit) {
        String one = person == null ? "" : " and person = :person";
        JdbcClient.StatementSpec acts =
                jdbc.sql(
                                "select * from parties.act where id < :before"
                                        + one
                                        + " order by id desc limit :limit")
                        .param("before", before == null ? LAST : before)
                        .param("limit", limit);
        return (person == null ? acts : acts.param("person", person)).query(JdbcPosts::act).list();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        Timestamp takenAway = row.getTimestamp("withdrawn_at");
        return new Held(post(row), takenAway == null ? null : takenAway.toInstant());
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(
                post(row),
                Proposal.State.valueOf(row.getString("state")),
                row.getObject("proposed_by", UUID.class),
                row.getObject("decided_by", UUID.class));
    }

    private static Act act(ResultSet row, int number) throws SQLException {
        return new Act(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                Act.Kind.valueOf(row.getString("kind")),
                row.getObject("person", UUID.class),
                row.getObject("post", UUID.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("done_by", UUID.class),
                row.getTimestamp("done_at").toInstant(),
                row.getObject("reason", UUID.class));
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                Role.valueOf(row.getString("role")),
                new Region(row.getString("region")),
                row.getString("department"),
                row.getObject("enterprise", UUID.class),
                row.getString("hall"),
                row.getString("at_window"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                null);
    }
}

package org.xiangmuzhang.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Oversight;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.privacy.AboutPeople;
import org.xiangmuzhang.parties.privacy.CountByPlace;
import org.xiangmuzhang.parties.privacy.Forgetting;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.Retained;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Sign-ins of the past, of known people alone: what else is typed for a login may be a password.
 * They are kept for a term, and go with the person.
 */
@Repository
class PastSignIns implements Retained, AboutPeople, Forgetting {

    /** 等保 has records of the kind kept for six months at least. */
    private static final Term TERM = new Term("signins", 180, 3650, 365);

    /** So many failures within the time, with no success since, lock the form for the person. */
    private static final int FAILURES = 10;

    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final People people;
    private final Oversight oversight;
    private final Clock clock;

    PastSignIns(JdbcClient jdbc, People people, Oversight oversight, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.oversight = oversight;
        this.clock = clock;
    }

    /** Keeps how it ended, when there is such a person. */
    @Transactional
    void note(@Nullable String login, PastSignIn.Outcome outcome, HttpServletRequest request) {
        Person person = login == null ? null : people.byLogin(login).orElse(null);
        if (person == null || outcome == PastSignIn.Outcome.FAILED && isLocked(person.id())) {
            return;
        }
        Region place =
                people.posts(person.id(), WorkingDays.today(clock)).stream()
                        .map(Post::region)
                        .findFirst()
                        .orElse(Region.TEMPLATE);
        jdbc.sql(
                        """
                        insert into signin.past_sign_in (id, region, person, at, outcome, network,
                            device)
                        values (:id, :region, :person, :at, :outcome, :network, :device)
                        """)
                .param("id", Ids.next(clock))
                .param("region", place.code())
                .param("person", person.id())
                .param("at", Timestamp.from(clock.instant()))
                .param("outcome", outcome.name())
                .param("network", request.getRemoteAddr().contains(":") ? "IPv6" : "IPv4")
                .param("device", Device.of(request.getHeader("User-Agent")))
                .update();
    }

    /** Throws where too many sign-ins have just failed. */
    void mustNotBeLocked(String login) {
        people.byLogin(login)
                .filter(person -> isLocked(person.id()))
                .ifPresent(
                        person -> {
                            throw new LockedException("too many failures");
                        });
    }

    private boolean isLocked(UUID person) {
        return jdbc.sql(
                        """
                        select count(*) >= :most from (
                            select outcome from signin.past_sign_in
                             where person = :person and at > :since
                               and id > coalesce((select id from signin.past_sign_in
                                       where person = :person and outcome <> 'FAILED'
                                         and at > :since
                                       order by id desc limit 1),
                                     '00000000-0000-0000-0000-000000000000')
                             limit :most) failed
                        """)
                .param("most", FAILURES)
                .param("person", person)
                .param("since", Timestamp.from(clock.instant().minus(LOCKED)))
                .query(Boolean.class)
                .single();
    }

    /** The latest first, with one more than the limit. */
    List<PastSignIn> of(UUID person, @Nullable UUID before, int limit) {
        return jdbc.sql(
                        """
                        select * from signin.past_sign_in where person = :person and id < :before
                         order by id desc limit :limit
                        """)
                .param("person", person)
                .param("before", before == null ? LAST : before)
                .param("limit", limit + 1)
                .query(PastSignIns::line)
                .list();
    }

    /** Of somebody whom the security administrator's post reaches. */
    List<PastSignIn> of(Actor actor, UUID person, @Nullable UUID before, int limit) {
        return of(oversight.bySecurity(actor, person).id(), before, limit);
    }

    @Override
    public Term term() {
        return TERM;
    }

    @Override
    public List<Piece> pieces(Instant before, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select id, region, person, at from signin.past_sign_in
                         where at < :before
                           and (cast(:after as uuid) is null or id > cast(:after as uuid))
                         order by id limit :limit
                        """)
                .param("before", Timestamp.from(before))
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Piece(
                                        row.getObject("id", UUID.class),
                                        new Region(row.getString("region")),
                                        row.getTimestamp("at").toInstant(),
                                        Map.of(
                                                HeldKind.PERSON,
                                                row.getObject("person", UUID.class))))
                .list();
    }

    @Override
    public Map<Region, Long> count(Instant before) {
        return CountByPlace.of(
                jdbc.sql(
                                """
                        select region, count(*) from signin.past_sign_in
                         where at < :before group by region
                        """)
                        .param("before", Timestamp.from(before)));
    }

    @Override
    public boolean remove(UUID id) {
        jdbc.sql("delete from signin.past_sign_in where id = ?").param(id).update();
        return true;
    }

    @Override
    public String name() {
        return "pastSignIns";
    }

    @Override
    public List<PastSignIn> of(UUID person) {
        return jdbc.sql("select * from signin.past_sign_in where person = ? order by id")
                .param(person)
                .query(PastSignIns::line)
                .list();
    }

    @Override
    public void forget(Person person) {
        jdbc.sql("delete from signin.past_sign_in where person = ?").param(person.id()).update();
        jdbc.sql("delete from signin.first_secret where person = ?").param(person.id()).update();
    }

    private static PastSignIn line(ResultSet row, int number) throws SQLException {
        return new PastSignIn(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                PastSignIn.Outcome.valueOf(row.getString("outcome")),
                row.getString("network"),
                row.getString("device"));
    }
}

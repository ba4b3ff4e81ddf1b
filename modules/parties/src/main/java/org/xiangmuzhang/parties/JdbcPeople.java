package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.keys.Algorithm;
import org.xiangmuzhang.parties.keys.PersonKeys;
import org.xiangmuzhang.parties.keys.Secret;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

@Repository
class JdbcPeople implements People {

    private static final String VALID =
            " and withdrawn_at is null and from_day <= :on and (to_day is null or to_day >= :on)"
                    + " and not exists (select from parties.person"
                    + " where id = person and deactivated_at is not null)"
                    + " order by from_day, id";

    /**
     * What others hold and somebody acts in for a time; it counts no longer than their post, or
     * than a post of the substitute's own at the same place.
     */
    private static final String SUBSTITUTED =
            """
            select s.id, p.region, s.person, p.role, p.department, p.enterprise, p.hall,
                   s.from_day, s.to_day, p.withdrawn_at, p.at_window, p.person, true
              from parties.substitution s join parties.post p on p.id = s.post
             where s.person = %1$s and s.ended_at is null and s.confirmed_by is not null
               and p.from_day <= :on and (p.to_day is null or p.to_day >= :on)
               and not exists (select from parties.person holder
                                where holder.id = p.person and holder.deactivated_at is not null)
               and exists (select from parties.post own
                            where own.person = s.person and own.region = p.region
                              and own.role not in ('APPLICANT', 'INTERMEDIARY', 'ADMINISTRATOR',
                                  'SECURITY_ADMINISTRATOR', 'AUDITOR', 'SYSTEM')
                              and own.withdrawn_at is null and own.from_day <= :on
                              and (own.to_day is null or own.to_day >= :on))
            """;

    /** What a person may act in on a day. */
    private static final String HELD =
            "select * from (select *, null::uuid as in_place_of, false as substitute"
                    + " from parties.post where person = %1$s union all "
                    + SUBSTITUTED
                    + ") held where true"
                    + VALID.replace("order by", "order by substitute,");

    /** Who holds or ever held a public post, or is to get one. */
    private static final String OFFICIALS =
            """
            select person from parties.post
             where person = any(cast(:ids as uuid[])) and role not in (:outsiders)
            union
            select person from parties.proposal
             where person = any(cast(:ids as uuid[])) and role not in (:outsiders)
               and state = 'PROPOSED'
            """;

    /** Who is erased, or whose key is, is nobody. */
    private static final String KNOWN =
            "select p.id as whose, p.login, p.name, p.phone, p.sealed_login, p.sealed_name,"
                    + " p.sealed_phone, p.algorithm, "
                    + PersonKeys.COLUMNS
                    + " from parties.person p"
                    + " left join parties.person_key k on k.person = p.id"
                    + " where p.erased_at is null"
                    + " and (p.name is not null or k.wrapped is not null)";

    /** Plain until it is sealed, within minutes of the first start of this version. */
    private static final String OF_LOGIN = "(login_index = :index or login = :login)";

    private static final String ACTING =
            "select known.*, held.* from ("
                    + KNOWN
                    + " and "
                    + OF_LOGIN
                    + ") known left join lateral ("
                    + HELD.formatted("known.whose")
                    + ") held on true order by held.substitute, held.from_day, held.id";

    /** What the database says, too, when somebody would hold two of the three. */
    private static final String APART = "administrators-apart";

    private final JdbcClient jdbc;
    private final PersonKeys keys;
    private final Clock clock;

    JdbcPeople(JdbcClient jdbc, PersonKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Person> byId(UUID id) {
        return jdbc.sql(KNOWN + " and p.id = :id").param("id", id).query(this::person).optional();
    }

    @Override
    public List<Person> byIds(Collection<UUID> ids) {
        return jdbc.sql(KNOWN + " and p.id = any(cast(:ids as uuid[]))")
                .param("ids", IdArray.of(ids))
                .query(this::person)
                .list();
    }

    @Override
    public Optional<Person> byLogin(String login) {
        return jdbc.sql(KNOWN + " and " + OF_LOGIN)
                .param("index", keys.index(login))
                .param("login", login)
                .query(this::person)
                .optional();
    }

    @Override
    public Optional<String> passwordHash(String login) {
        return jdbc.sql(
                        "select password_hash from parties.person where "
                                + OF_LOGIN
                                + " and password_hash is not null and deactivated_at is null")
                .param("index", keys.index(login))
                .param("login", login)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean hasPassword(UUID person) {
        return jdbc.sql(
                        "select exists (select from parties.person"
                                + " where id = :id and password_hash is not null)")
                .param("id", person)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void setPassword(UUID person, @Nullable String passwordHash) {
        jdbc.sql("update parties.person set password_hash = :hash where id = :id")
                .param("hash", passwordHash)
                .param("id", person)
                .update();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return names(ids, (id, name) -> name);
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids, Actor reader, Occasion occasion) {
        Set<UUID> officials =
                Set.copyOf(
                        jdbc.sql(OFFICIALS)
                                .param("ids", IdArray.of(ids))
                                .param(
                                        "outsiders",
                                        WhoReadsNames.OUTSIDERS.stream().map(Role::name).toList())
                                .query(UUID.class)
                                .list());
        return names(
                ids,
                (id, name) ->
                        WhoReadsNames.inFull(reader, id, officials.contains(id), occasion)
                                ? name
                                : Masked.name(name));
    }

    private Map<UUID, String> names(Collection<UUID> ids, BiFunction<UUID, String, String> shown) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql(
                        "select p.id, p.name, p.sealed_name, p.algorithm, "
                                + PersonKeys.COLUMNS
                                + ", coalesce(p.erased_at, k.erased_at) is not null as erased"
                                + " from parties.person p"
                                + " left join parties.person_key k on k.person = p.id"
                                + " where p.id = any(cast(:ids as uuid[]))")
                .param("ids", IdArray.of(ids))
                .query(
                        row -> {
                            UUID id = row.getObject("id", UUID.class);
                            names.put(
                                    id,
                                    row.getBoolean("erased")
                                            ? ErasedPerson.inWords()
                                            : shown.apply(
                                                    id,
                                                    Objects.requireNonNull(
                                                            opened(row, keys.of(row), "name"))));
                        });
        return names;
    }

    @Override
    public Optional<Acting> acting(String login, LocalDate on) {
        return jdbc.sql(ACTING)
                .param("index", keys.index(login))
                .param("login", login)
                .param("on", on)
                .query((ResultSetExtractor<Optional<Acting>>) this::read);
    }

    /** A line for each post, each with the person; one without a post where there is none. */
    private Optional<Acting> read(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        Person person = person(rows, 0);
        List<Post> posts = new ArrayList<>();
        do {
            if (rows.getString("id") != null) {
                posts.add(held(rows, posts.size()));
            }
        } while (rows.next());
        return Optional.of(new Acting(person, posts));
    }

    @Override
    public List<Post> posts(UUID person, LocalDate on) {
        return jdbc.sql(HELD.formatted(":person"))
                .param("person", person)
                .param("on", on)
                .query(JdbcPeople::held)
                .list();
    }

    @Override
    public List<Post> postsEver(UUID person) {
        return jdbc.sql("select * from parties.post where person = :person order by from_day, id")
                .param("person", person)
                .query(JdbcPeople::post)
                .list();
    }

    @Override
    public List<Post> holders(Role role, Region region, @Nullable String department, LocalDate on) {
        return jdbc.sql(
                        "select * from parties.post where region = :region and role = :role"
                                + " and (cast(:department as text) is null"
                                + " or department = :department)"
                                + VALID)
                .param("region", region.code())
                .param("role", role.name())
                .param("department", department)
                .param("on", on)
                .query(JdbcPeople::post)
                .list();
    }

    @Override
    public List<Post> leading(Collection<Region> regions, LocalDate on) {
        return jdbc.sql(
                        "select * from parties.post where region = any(:regions)"
                                + " and role in ('LEADER', 'HEAD')"
                                + VALID)
                .param("regions", regions.stream().map(Region::code).toArray(String[]::new))
                .param("on", on)
                .query(JdbcPeople::post)
                .list();
    }

    @Override
    public void add(Person person, @Nullable String passwordHash) {
        Secret secret = keys.of(person.id());
        String phone = person.phone();
        jdbc.sql(
                        """
                        insert into parties.person (id, login_index, sealed_login, sealed_name,
                            sealed_phone, algorithm, password_hash, added_at)
                        values (:id, :index, :login, :name, :phone, :algorithm, :hash, :now)
                        """)
                .param("id", person.id())
                .param("index", keys.index(person.login()))
                .param("login", secret.seal(keys.algorithm(), person.login(), "login"))
                .param("name", secret.seal(keys.algorithm(), person.name(), "name"))
                .param(
                        "phone",
                        phone == null ? null : secret.seal(keys.algorithm(), phone, "phone"))
                .param("algorithm", keys.algorithm().name())
                .param("hash", passwordHash)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public void assign(Post post) {
        mustNotBeErased(post.person());
        try {
            insert(post);
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMessage()).contains(APART)) {
                throw Refusal.conflict(APART);
            }
            throw e;
        }
    }

    /** Waits for an erasing that is under way. */
    private void mustNotBeErased(UUID person) {
        if (jdbc.sql(
                        "select erased_at is not null from parties.person"
                                + " where id = :id for key share")
                .param("id", person)
                .query(Boolean.class)
                .optional()
                .orElse(false)) {
            throw Refusal.conflict("person-erased-already");
        }
    }

    /** For the enterprise that stands, also when the one named has just been merged away. */
    private void insert(Post post) {
        jdbc.sql(
                        """
                        insert into parties.post (id, region, person, role, department,
                            enterprise, hall, at_window, from_day, to_day)
                        values (:id, :region, :person, :role, :department,
                            (select coalesce(merged_into, id) from parties.enterprise
                              where id = :enterprise for key share),
                            :hall, :window, :from, :to)
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
                .update();
    }

    @Override
    public void rename(UUID person, String name) {
        byId(person).ifPresent(it -> seal(new Person(person, it.login(), name, it.phone())));
    }

    @Override
    public void changePhone(UUID person, @Nullable String phone) {
        byId(person).ifPresent(it -> seal(new Person(person, it.login(), it.name(), phone)));
    }

    /** Everything anew: one algorithm stands for the whole row. */
    private void seal(Person person) {
        Secret secret = keys.of(person.id());
        String phone = person.phone();
        jdbc.sql(
                        "update parties.person set sealed_name = :name, algorithm = :algorithm,"
                                + " sealed_phone = :phone, sealed_login = :login where id = :id")
                .param("name", secret.seal(keys.algorithm(), person.name(), "name"))
                .param("login", secret.seal(keys.algorithm(), person.login(), "login"))
                .param("algorithm", keys.algorithm().name())
                .param(
                        "phone",
                        phone == null ? null : secret.seal(keys.algorithm(), phone, "phone"))
                .param("id", person.id())
                .update();
    }

    @Override
    public boolean isActive(UUID person) {
        return jdbc.sql(
                        "select exists (select from parties.person"
                                + " where id = :id and deactivated_at is null)")
                .param("id", person)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void setActive(UUID person, boolean active) {
        jdbc.sql(
                        "update parties.person set deactivated_at = cast(:at as timestamptz)"
                                + " where id = :id")
                .param("at", active ? null : Timestamp.from(clock.instant()))
                .param("id", person)
                .update();
    }

    @Override
    public void withdraw(UUID post) {
        jdbc.sql(
                        "update parties.post set withdrawn_at = :at"
                                + " where id = :id and withdrawn_at is null")
                .param("at", Timestamp.from(clock.instant()))
                .param("id", post)
                .update();
    }

    @Override
    public boolean isErased(UUID person) {
        return !erased(List.of(person)).isEmpty();
    }

    @Override
    public Set<UUID> erased(Collection<UUID> ids) {
        return Set.copyOf(
                jdbc.sql(
                                "select person from parties.person_key where erased_at is not null"
                                        + " and person = any(cast(:ids as uuid[]))")
                        .param("ids", IdArray.of(ids))
                        .query(UUID.class)
                        .list());
    }

    @Override
    public void keepAsIs(UUID person) {
        jdbc.sql("select from parties.person where id = :id for update")
                .param("id", person)
                .query(row -> {});
    }

    @Override
    @Transactional
    public void erase(UUID person) {
        Instant now = clock.instant();
        keys.erase(person, now);
        jdbc.sql(
                        """
                        update parties.person set login = null, login_index = null, name = null,
                               phone = null, sealed_login = null, sealed_name = null,
                               sealed_phone = null, password_hash = null, erased_at = :at
                         where id = :id
                        """)
                .param("at", Timestamp.from(now))
                .param("id", person)
                .update();
        jdbc.sql("update parties.remark set text = null, sealed = null where author = :id")
                .param("id", person)
                .update();
        jdbc.sql(
                        "update parties.post set withdrawn_at = :at"
                                + " where person = :id and withdrawn_at is null")
                .param("at", Timestamp.from(now))
                .param("id", person)
                .update();
        jdbc.sql(
                        "update parties.proposal set state = 'WITHDRAWN', decided_by = proposed_by"
                                + " where person = :id and state = 'PROPOSED'")
                .param("id", person)
                .update();
    }

    private Person person(ResultSet row, int number) throws SQLException {
        Secret secret = keys.of(row);
        return new Person(
                row.getObject("whose", UUID.class),
                Objects.requireNonNull(opened(row, secret, "login")),
                Objects.requireNonNull(opened(row, secret, "name")),
                opened(row, secret, "phone"));
    }

    private static @Nullable String opened(ResultSet row, @Nullable Secret secret, String column)
            throws SQLException {
        byte[] sealed = row.getBytes("sealed_" + column);
        return secret == null || sealed == null
                ? row.getString(column)
                : secret.open(Algorithm.valueOf(row.getString("algorithm")), sealed, column);
    }

    private static Post held(ResultSet row, int number) throws SQLException {
        Post post = post(row, number);
        return new Post(
                post.id(),
                post.person(),
                post.role(),
                post.region(),
                post.department(),
                post.enterprise(),
                post.hall(),
                post.window(),
                post.from(),
                post.to(),
                row.getObject("in_place_of", UUID.class));
    }

    private static Post post(ResultSet row, int number) throws SQLException {
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

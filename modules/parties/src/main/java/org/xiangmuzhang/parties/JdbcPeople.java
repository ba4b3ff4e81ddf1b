package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
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
                   s.from_day, s.to_day, p.withdrawn_at, p.person, true
              from parties.substitution s join parties.post p on p.id = s.post
             where s.person = :person and s.ended_at is null
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

    /** Who is erased, or whose key is, is nobody. */
    private static final String KNOWN =
            "select p.id, p.login, p.name, p.phone, p.sealed_login, p.sealed_name,"
                    + " p.sealed_phone, p.algorithm, "
                    + PersonKeys.COLUMNS
                    + " from parties.person p"
                    + " left join parties.person_key k on k.person = p.id"
                    + " where p.erased_at is null"
                    + " and (p.name is not null or k.wrapped is not null)";

    /** Plain until it is sealed, within minutes of the first start of this version. */
    private static final String OF_LOGIN = "(login_index = :index or login = :login)";

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
    public Map<UUID, String> names(Collection<UUID> ids) {
        return names(ids, (id, name) -> name);
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids, Actor reader, Occasion occasion) {
        Set<UUID> officials =
                Set.copyOf(
                        jdbc.sql(
                                        "select distinct person from parties.post"
                                                + " where person = any(cast(:ids as uuid[]))"
                                                + " and role not in (:outsiders)")
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
    public List<Post> posts(UUID person, LocalDate on) {
        return jdbc.sql(
                        "select * from (select *, null::uuid as in_place_of, false as substitute"
                                + " from parties.post where person = :person union all "
                                + SUBSTITUTED
                                + ") held where true"
                                + VALID.replace("order by", "order by substitute,"))
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
    public void add(Person person, @Nullable String passwordHash) {
        Secret secret = keys.of(person.id());
        String phone = person.phone();
        jdbc.sql(
                        """
                        insert into parties.person (id, login_index, sealed_login, sealed_name,
                            sealed_phone, algorithm, password_hash)
                        values (:id, :index, :login, :name, :phone, :algorithm, :hash)
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
                .update();
    }

    @Override
    public void assign(Post post) {
        try {
            insert(post);
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMessage()).contains(APART)) {
                throw Refusal.conflict(APART);
            }
            throw e;
        }
    }

    private void insert(Post post) {
        jdbc.sql(
                        """
                        insert into parties.post (id, region, person, role, department,
                            enterprise, hall, from_day, to_day)
                        values (:id, :region, :person, :role, :department,
                            :enterprise, :hall, :from, :to)
                        """)
                .param("id", post.id())
                .param("region", post.region().code())
                .param("person", post.person())
                .param("role", post.role().name())
                .param("department", post.department())
                .param("enterprise", post.enterprise())
                .param("hall", post.hall())
                .param("from", post.from())
                .param("to", post.to())
                .update();
    }

    @Override
    public void rename(UUID person, String name) {
        jdbc.sql(
                        "update parties.person set sealed_name = :name, algorithm = :algorithm,"
                                + " sealed_phone = :phone, sealed_login = :login where id = :id")
                .param("name", keys.of(person).seal(keys.algorithm(), name, "name"))
                .param(
                        "login",
                        byId(person)
                                .map(Person::login)
                                .map(it -> keys.of(person).seal(keys.algorithm(), it, "login"))
                                .orElse(null))
                .param("algorithm", keys.algorithm().name())
                .param(
                        "phone",
                        byId(person)
                                .map(Person::phone)
                                .map(it -> keys.of(person).seal(keys.algorithm(), it, "phone"))
                                .orElse(null))
                .param("id", person)
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
    }

    private Person person(ResultSet row, int number) throws SQLException {
        Secret secret = keys.of(row);
        return new Person(
                row.getObject("id", UUID.class),
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
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class));
    }
}

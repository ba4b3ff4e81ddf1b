package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Repository
class JdbcPeople implements People {

    private static final String VALID =
            " and withdrawn_at is null and from_day <= :on and (to_day is null or to_day >= :on)"
                    + " order by from_day, id";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPeople(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Person> byId(UUID id) {
        return jdbc.sql("select id, login, name, phone from parties.person where id = :id")
                .param("id", id)
                .query(this::person)
                .optional();
    }

    @Override
    public Optional<Person> byLogin(String login) {
        return jdbc.sql("select id, login, name, phone from parties.person where login = :login")
                .param("login", login)
                .query(this::person)
                .optional();
    }

    @Override
    public Optional<String> passwordHash(String login) {
        return jdbc.sql(
                        "select password_hash from parties.person"
                                + " where login = :login and password_hash is not null")
                .param("login", login)
                .query(String.class)
                .optional();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql(
                        "select id, login, name, phone from parties.person"
                                + " where id = any(cast(:ids as uuid[]))")
                .param("ids", IdArray.of(ids))
                .query(this::person)
                .list()
                .forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    @Override
    public List<Post> posts(UUID person, LocalDate on) {
        return jdbc.sql("select * from parties.post where person = :person" + VALID)
                .param("person", person)
                .param("on", on)
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
        jdbc.sql(
                        "insert into parties.person (id, login, name, phone, password_hash)"
                                + " values (:id, :login, :name, :phone, :hash)")
                .param("id", person.id())
                .param("login", person.login())
                .param("name", person.name())
                .param("phone", person.phone())
                .param("hash", passwordHash)
                .update();
    }

    @Override
    public void assign(Post post) {
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
    public void withdraw(UUID post) {
        jdbc.sql(
                        "update parties.post set withdrawn_at = :at"
                                + " where id = :id and withdrawn_at is null")
                .param("at", Timestamp.from(clock.instant()))
                .param("id", post)
                .update();
    }

    private Person person(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Person(
                id, row.getString("login"), row.getString("name"), row.getString("phone"));
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

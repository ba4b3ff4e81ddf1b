package org.xiangmuzhang.parties.posts;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Substitutions; one that was ended stays, and counts no more. */
@Repository
class JdbcSubstitutions {

    private static final String OPEN =
            """
            select s.id as substitution, s.person as substitute, s.from_day as first_day,
                   s.to_day as last_day, s.given_by as giver,
                   s.confirmed_by is not null as confirmed, p.*
              from parties.substitution s join parties.post p on p.id = s.post
             where s.ended_at is null
            """;

    private final JdbcClient jdbc;

    JdbcSubstitutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Substitution> open(UUID id) {
        return jdbc.sql(OPEN + " and s.id = :id for update of s")
                .param("id", id)
                .query(JdbcSubstitutions::substitution)
                .optional();
    }

    List<Substitution> ofPost(UUID post) {
        return jdbc.sql(OPEN + " and s.post = :post order by s.id")
                .param("post", post)
                .query(JdbcSubstitutions::substitution)
                .list();
    }

    /** Those in whose posts others act, and those in which the person acts, from a day on. */
    List<Substitution> around(UUID person, LocalDate on) {
        return jdbc.sql(
                        OPEN
                                + """
                                   and s.to_day >= :on
                                   and s.id in (
                                       select id from parties.substitution where person = :person
                                       union
                                       select x.id from parties.substitution x
                                         join parties.post y on y.id = x.post
                                        where y.person = :person)
                                 order by s.id
                                """)
                .param("person", person)
                .param("on", on)
                .query(JdbcSubstitutions::substitution)
                .list();
    }

    void add(Substitution it) {
        jdbc.sql(
                        """
                        insert into parties.substitution (id, region, post, person, from_day,
                            to_day, given_by, confirmed_by)
                        values (:id, :region, :post, :person, :from, :to, :by, :confirmed)
                        """)
                .param("id", it.id())
                .param("region", it.post().region().code())
                .param("post", it.post().id())
                .param("person", it.person())
                .param("from", it.from())
                .param("to", it.to())
                .param("by", it.givenBy())
                .param("confirmed", it.confirmed() ? it.givenBy() : null)
                .update();
    }

    void confirm(UUID id, UUID by) {
        jdbc.sql("update parties.substitution set confirmed_by = :by where id = :id")
                .param("by", by)
                .param("id", id)
                .update();
    }

    void end(UUID id, UUID by, Instant at) {
        jdbc.sql("update parties.substitution set ended_by = :by, ended_at = :at where id = :id")
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    private static Substitution substitution(ResultSet row, int number) throws SQLException {
        Post post =
                new Post(
                        row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class),
                        Role.valueOf(row.getString("role")),
                        new Region(row.getString("region")),
                        row.getString("department"),
                        row.getObject("enterprise", UUID.class),
                        row.getString("hall"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class));
        return new Substitution(
                row.getObject("substitution", UUID.class),
                post,
                row.getObject("substitute", UUID.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("giver", UUID.class),
                row.getBoolean("confirmed"));
    }
}

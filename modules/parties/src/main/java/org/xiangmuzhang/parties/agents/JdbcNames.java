package org.xiangmuzhang.parties.agents;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Enterprises place by place, their former names, and the posts of those who act for them. */
@Repository
class JdbcNames {

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;

    JdbcNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Enterprises that first appeared at one of the places and stand, in the order in which they
     * came.
     *
     * @param places empty for all
     */
    List<Enterprise> enterprises(Set<Region> places, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select id, region, code, name from parties.enterprise
                         where id > :after and merged_into is null
                           and (:everywhere or region = any(:places))
                         order by id limit :limit
                        """)
                .param("after", after == null ? NOBODY : after)
                .param("everywhere", places.isEmpty())
                .param("places", places.stream().map(Region::code).toArray(String[]::new))
                .param("limit", limit)
                .query(JdbcNames::enterprise)
                .list();
    }

    /** Writes down who registered it. */
    void registered(Enterprise enterprise, UUID by, Instant at, UUID reason) {
        jdbc.sql(
                        """
                        insert into parties.registration (enterprise, region, done_by, done_at,
                            reason)
                        values (:enterprise, :region, :by, :at, :reason)
                        """)
                .param("enterprise", enterprise.id())
                .param("region", enterprise.region().code())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .update();
    }

    /** One that stands, kept as it is until the transaction ends. */
    Optional<Enterprise> locked(UUID id) {
        return jdbc.sql(
                        "select id, region, code, name from parties.enterprise"
                                + " where id = :id and merged_into is null for update")
                .param("id", id)
                .query(JdbcNames::enterprise)
                .optional();
    }

    void keep(UUID record, Enterprise enterprise, FormerName former) {
        jdbc.sql(
                        """
                        insert into parties.former_name (id, region, enterprise, name, until,
                            changed_by, reason)
                        values (:id, :region, :enterprise, :name, :until, :by, :reason)
                        """)
                .param("id", record)
                .param("region", enterprise.region().code())
                .param("enterprise", enterprise.id())
                .param("name", former.name())
                .param("until", Timestamp.from(former.until()))
                .param("by", former.changedBy())
                .param("reason", former.reason())
                .update();
    }

    /** The latest first. */
    List<FormerName> former(UUID enterprise) {
        return jdbc.sql(
                        """
                        select name, until, changed_by, reason from parties.former_name
                         where enterprise = :enterprise order by id desc
                        """)
                .param("enterprise", enterprise)
                .query(
                        (row, number) ->
                                new FormerName(
                                        row.getString("name"),
                                        row.getTimestamp("until").toInstant(),
                                        row.getObject("changed_by", UUID.class),
                                        row.getObject("reason", UUID.class)))
                .list();
    }

    /** Those that were merged into it, the latest first. */
    List<Merged> merged(UUID enterprise) {
        return jdbc.sql(
                        """
                        select id, code, name, merged_at from parties.enterprise
                         where merged_into = :enterprise order by merged_at desc, id
                        """)
                .param("enterprise", enterprise)
                .query(
                        (row, number) ->
                                new Merged(
                                        row.getObject("id", UUID.class),
                                        new SocialCreditCode(row.getString("code")),
                                        row.getString("name"),
                                        row.getTimestamp("merged_at").toInstant()))
                .list();
    }

    /** Posts that let somebody act for an enterprise from a day on. */
    List<Post> agents(UUID enterprise, LocalDate on) {
        return jdbc.sql(
                        """
                        select * from parties.post
                         where enterprise = :enterprise and role = 'APPLICANT'
                           and withdrawn_at is null and (to_day is null or to_day >= :on)
                         order by id
                        """)
                .param("enterprise", enterprise)
                .param("on", on)
                .query(
                        (row, number) ->
                                new Post(
                                        row.getObject("id", UUID.class),
                                        row.getObject("person", UUID.class),
                                        Role.APPLICANT,
                                        new Region(row.getString("region")),
                                        null,
                                        enterprise,
                                        row.getString("hall"),
                                        row.getObject("from_day", LocalDate.class),
                                        row.getObject("to_day", LocalDate.class)))
                .list();
    }

    private static Enterprise enterprise(ResultSet row, int number) throws SQLException {
        return new Enterprise(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                new SocialCreditCode(row.getString("code")),
                row.getString("name"));
    }
}

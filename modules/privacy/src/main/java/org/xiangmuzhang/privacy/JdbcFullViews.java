package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The log of who saw whom in full. */
@Repository
class JdbcFullViews {

    private final JdbcClient jdbc;

    JdbcFullViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was seen. */
    enum Kind {
        /** Name and phone. */
        VIEW,
        /** Everything that is kept about the person. */
        EXPORT,
        /** Nothing was seen: the phone was changed. */
        PHONE,
        /** Nothing was seen: the name was corrected. */
        NAME
    }

    /**
     * One view.
     *
     * @param region of the viewer's post
     * @param reason the remark that says why, or null under a mandate
     */
    record FullView(
            UUID id,
            Region region,
            Kind kind,
            UUID person,
            UUID viewer,
            String role,
            @Nullable UUID reason,
            @Nullable UUID mandate,
            Instant at) {}

    void add(FullView view) {
        jdbc.sql(
                        """
                        insert into privacy.full_view (id, region, kind, person, viewer, role,
                            reason, mandate, at)
                        values (:id, :region, :kind, :person, :viewer, :role, :reason, :mandate,
                            :at)
                        """)
                .param("id", view.id())
                .param("region", view.region().code())
                .param("kind", view.kind().name())
                .param("person", view.person())
                .param("viewer", view.viewer())
                .param("role", view.role())
                .param("reason", view.reason())
                .param("mandate", view.mandate())
                .param("at", Timestamp.from(view.at()))
                .update();
    }

    /** Those within sight, the newest first. */
    List<FullView> before(@Nullable UUID id, int limit) {
        return jdbc.sql(
                        """
                        select * from privacy.full_view
                         where cast(:id as uuid) is null or id < cast(:id as uuid)
                         order by id desc limit :limit
                        """)
                .param("id", id)
                .param("limit", limit)
                .query(JdbcFullViews::view)
                .list();
    }

    /** Those of one person, the newest first. */
    List<FullView> of(UUID person, int limit) {
        return jdbc.sql(
                        """
                        select * from privacy.full_view where person = :person
                         order by id desc limit :limit
                        """)
                .param("person", person)
                .param("limit", limit)
                .query(JdbcFullViews::view)
                .list();
    }

    private static FullView view(ResultSet row, int number) throws SQLException {
        return new FullView(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                Kind.valueOf(row.getString("kind")),
                row.getObject("person", UUID.class),
                row.getObject("viewer", UUID.class),
                row.getString("role"),
                row.getObject("reason", UUID.class),
                row.getObject("mandate", UUID.class),
                row.getTimestamp("at").toInstant());
    }
}

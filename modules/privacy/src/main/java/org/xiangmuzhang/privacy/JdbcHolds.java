package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.Holds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Repository
class JdbcHolds implements Holds {

    private final JdbcClient jdbc;

    JdbcHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A legal hold and, once it is lifted, who did so and why.
     *
     * @param authority the place whose supervisor placed it
     * @param number what people call the thing by; of a person nothing but the id
     * @param reason the remark that says why
     */
    record Hold(
            UUID id,
            Region region,
            Region authority,
            HeldKind kind,
            UUID subject,
            String number,
            UUID reason,
            UUID placedBy,
            Instant placedAt,
            @Nullable UUID liftReason,
            @Nullable UUID liftedBy,
            @Nullable Instant liftedAt) {}

    @Override
    public Set<UUID> held(HeldKind kind, Collection<UUID> ids) {
        return Sight.ALL.during(
                () ->
                        Set.copyOf(
                                jdbc.sql(
                                                "select subject from privacy.hold"
                                                        + " where subject = any(?) and kind = ?"
                                                        + " and lifted_at is null")
                                        .params(ids.toArray(UUID[]::new), kind.name())
                                        .query(UUID.class)
                                        .list()));
    }

    /** Of 64 locks, so that a person of many matters does not fill the table of locks. */
    private static final String LOCK = "(hashtextextended('privacy.hold ' || id, 0) & 63)";

    @Override
    public void still(Collection<UUID> ids) {
        jdbc.sql(
                        "select pg_advisory_xact_lock_shared(22606, lock) from (select distinct "
                                + LOCK
                                + "::int as lock from unnest(?) as id order by lock) locks")
                .param(ids.toArray(UUID[]::new))
                .query(row -> {});
    }

    /** Waits for a removal of the thing that is under way. */
    void waitFor(UUID subject) {
        jdbc.sql("select pg_advisory_xact_lock(22606, " + LOCK + "::int) from (select ? as id) one")
                .param(subject)
                .query(row -> {});
    }

    /** Refuses with {@code hold-stands-already}. */
    void place(Hold hold) {
        try {
            jdbc.sql(
                            """
                            insert into privacy.hold (id, region, authority, kind, subject, number,
                                reason, placed_by, placed_at)
                            values (:id, :region, :authority, :kind, :subject, :number, :reason,
                                :by, :at)
                            """)
                    .param("id", hold.id())
                    .param("region", hold.region().code())
                    .param("authority", hold.authority().code())
                    .param("kind", hold.kind().name())
                    .param("subject", hold.subject())
                    .param("number", hold.number())
                    .param("reason", hold.reason())
                    .param("by", hold.placedBy())
                    .param("at", Timestamp.from(hold.placedAt()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("hold-stands-already", hold.number());
        }
    }

    Optional<Hold> byId(UUID id) {
        return jdbc.sql("select * from privacy.hold where id = :id")
                .param("id", id)
                .query(JdbcHolds::hold)
                .optional();
    }

    /** Whether it still stood. */
    boolean lift(UUID id, UUID reason, UUID by, Instant at) {
        return jdbc.sql(
                                """
                                update privacy.hold
                                   set lift_reason = :reason, lifted_by = :by, lifted_at = :at
                                 where id = :id and lifted_at is null
                                """)
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Those within sight, the newest first. */
    List<Hold> before(@Nullable UUID id, int limit) {
        return jdbc.sql(
                        """
                        select * from privacy.hold
                         where cast(:id as uuid) is null or id < cast(:id as uuid)
                         order by id desc limit :limit
                        """)
                .param("id", id)
                .param("limit", limit)
                .query(JdbcHolds::hold)
                .list();
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        Timestamp lifted = row.getTimestamp("lifted_at");
        return new Hold(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                new Region(row.getString("authority")),
                HeldKind.valueOf(row.getString("kind")),
                row.getObject("subject", UUID.class),
                row.getString("number"),
                row.getObject("reason", UUID.class),
                row.getObject("placed_by", UUID.class),
                row.getTimestamp("placed_at").toInstant(),
                row.getObject("lift_reason", UUID.class),
                row.getObject("lifted_by", UUID.class),
                lifted == null ? null : lifted.toInstant());
    }
}

package org.xiangmuzhang.settings;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every version of every setting; none is ever changed but by the one decision on it. */
@Repository
class JdbcSettings {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final TypeReference<LinkedHashMap<String, Object>> VALUES =
            new TypeReference<>() {};

    private final JdbcClient jdbc;

    JdbcSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long head() {
        return jdbc.sql("select version from settings.head").query(Long.class).single();
    }

    /** To a number that no transaction has had, also none that was rolled back. */
    void raiseHead() {
        jdbc.sql("update settings.head set version = nextval('settings.head_drawn')").update();
    }

    /** Approved versions under these names, by place, the newest first. */
    List<SettingVersion> approved(Collection<String> names) {
        return jdbc.sql(
                        """
                        select * from settings.version
                         where state = 'APPROVED' and name = any(:names)
                         order by region, name, number desc
                        """)
                .param("names", names.toArray(String[]::new))
                .query(JdbcSettings::version)
                .list();
    }

    /** The newest approved version of a place whose validity covers the day. */
    Optional<SettingVersion> holding(Region region, String name, LocalDate day) {
        return jdbc.sql(
                        """
                        select * from settings.version
                         where state = 'APPROVED' and region = :region and name = :name
                           and from_day <= :day and (until_day is null or until_day >= :day)
                         order by number desc limit 1
                        """)
                .param("region", region.code())
                .param("name", name)
                .param("day", day)
                .query(JdbcSettings::version)
                .optional();
    }

    /** The versions of one setting of a place below a number, the newest first. */
    List<SettingVersion> history(Region region, String name, int before, int limit) {
        return jdbc.sql(
                        """
                        select * from settings.version
                         where region = ? and name = ? and number < ?
                         order by number desc limit ?
                        """)
                .params(region.code(), name, before, limit)
                .query(JdbcSettings::version)
                .list();
    }

    /** What waits under this name at a place. */
    Optional<SettingVersion> proposal(Region region, String name) {
        return jdbc.sql(
                        """
                        select * from settings.version
                         where state = 'PROPOSED' and region = ? and name = ?
                        """)
                .params(region.code(), name)
                .query(JdbcSettings::version)
                .optional();
    }

    /** What waits at some places under names that begin so, by place and name. */
    List<SettingVersion> proposals(Collection<Region> regions, String prefix) {
        return jdbc.sql(
                        """
                        select * from settings.version
                         where state = 'PROPOSED' and region = any(:regions)
                           and starts_with(name, :prefix)
                         order by region, name limit 200
                        """)
                .param("regions", regions.stream().map(Region::code).toArray(String[]::new))
                .param("prefix", prefix)
                .query(JdbcSettings::version)
                .list();
    }

    /** What waits anywhere under these names, by place and name. */
    List<SettingVersion> proposals(Collection<String> names) {
        return jdbc.sql(
                        """
                        select * from settings.version
                         where state = 'PROPOSED' and name = any(:names)
                         order by region, name
                        """)
                .param("names", names.toArray(String[]::new))
                .query(JdbcSettings::version)
                .list();
    }

    /** Refuses with {@code setting-proposed-already} while another proposal waits. */
    void propose(SettingVersion version) {
        try {
            jdbc.sql(
                            """
                            insert into settings.version (region, name, number, content, from_day,
                                until_day, state, proposed_by, proposed_at, reason)
                            values (:region, :name, :number, :content::jsonb, :from, :until,
                                :state, :by, :at, :reason)
                            """)
                    .param("region", version.region().code())
                    .param("name", version.name())
                    .param("number", version.number())
                    .param("content", JSON.writeValueAsString(version.values()))
                    .param("from", version.from())
                    .param("until", version.until())
                    .param("state", version.state().name())
                    .param("by", version.proposedBy())
                    .param("at", Timestamp.from(version.proposedAt()))
                    .param("reason", version.reason())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("setting-proposed-already");
        }
    }

    /** Refuses with {@code setting-decided-already} when somebody was quicker. */
    void decide(
            SettingVersion version, SettingVersion.State state, UUID by, Instant at, UUID answer) {
        int decided =
                jdbc.sql(
                                """
                                update settings.version
                                   set state = ?, decided_by = ?, decided_at = ?, answer = ?
                                 where region = ? and name = ? and number = ?
                                   and state = 'PROPOSED'
                                """)
                        .params(
                                state.name(),
                                by,
                                Timestamp.from(at),
                                answer,
                                version.region().code(),
                                version.name(),
                                version.number())
                        .update();
        if (decided == 0) {
            throw Refusal.conflict("setting-decided-already");
        }
    }

    private static SettingVersion version(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new SettingVersion(
                new Region(row.getString("region")),
                row.getString("name"),
                row.getInt("number"),
                JSON.readValue(row.getString("content"), VALUES),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                SettingVersion.State.valueOf(row.getString("state")),
                row.getObject("proposed_by", UUID.class),
                row.getTimestamp("proposed_at").toInstant(),
                row.getObject("reason", UUID.class),
                row.getObject("decided_by", UUID.class),
                decided == null ? null : decided.toInstant(),
                row.getObject("answer", UUID.class));
    }
}

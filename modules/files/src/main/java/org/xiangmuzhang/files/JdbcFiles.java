package org.xiangmuzhang.files;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One row for each upload. */
@Repository
class JdbcFiles {

    private final JdbcClient jdbc;

    JdbcFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends, nobody else adds or removes this content. */
    void hold(String sha256) {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", Long.parseUnsignedLong(sha256.substring(0, 16), 16))
                .query(row -> {});
    }

    /** Whether any upload does, also one that the caller may not see. */
    boolean refersTo(String sha256) {
        return unused(List.of(sha256)).isEmpty();
    }

    /** Those of the contents that no upload refers to, whoever may see it. */
    List<String> unused(Collection<String> contents) {
        return Sight.ALL.during(
                () ->
                        jdbc.sql(
                                        """
                                        select content from unnest(?) as content
                                         where not exists
                                               (select from files.file where sha256 = content)
                                        """)
                                .param(contents.toArray(String[]::new))
                                .query(String.class)
                                .list());
    }

    void passOn(UUID dissolved, UUID kept) {
        jdbc.sql("update files.file set enterprise = ? where enterprise = ?")
                .params(kept, dissolved)
                .update();
    }

    /** The number of rows, one. */
    int add(StoredFile file) {
        return jdbc.sql(
                        """
                        insert into files.file (id, region, sha256, name, media_type, size,
                            uploaded_by, enterprise, uploaded_at, used)
                        values (:id, :region, :sha256, :name, :type, :size, :by, :enterprise, :at,
                            false)
                        """)
                .param("id", file.id())
                .param("region", file.region().code())
                .param("sha256", file.sha256())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("size", file.size())
                .param("by", file.uploadedBy())
                .param("enterprise", file.enterprise())
                .param("at", Timestamp.from(file.at()))
                .update();
    }

    /** Whether all of them are still there; a removal that is under way is waited for. */
    boolean use(Collection<UUID> ids) {
        UUID[] distinct = ids.stream().distinct().sorted().toArray(UUID[]::new);
        long there =
                jdbc.sql(
                                """
                                with taken as (
                                    update files.file set used = true
                                    where id = any(:ids) and not used returning id)
                                select (select count(*) from taken) + count(*)
                                from files.file where id = any(:ids) and used
                                """)
                        .param("ids", distinct)
                        .query(Long.class)
                        .single();
        return there == distinct.length // else somebody else has just used one, or removed it
                || jdbc.sql("select count(*) from files.file where id = any(?)")
                                .param(distinct)
                                .query(Long.class)
                                .single()
                        == distinct.length;
    }

    Optional<StoredFile> byId(UUID id) {
        return jdbc.sql("select * from files.file where id = :id")
                .param("id", id)
                .query(JdbcFiles::file)
                .optional();
    }

    List<StoredFile> byIds(Collection<UUID> ids) {
        return jdbc.sql("select * from files.file where id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query(JdbcFiles::file)
                .list();
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                row.getString("sha256"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getObject("uploaded_by", UUID.class),
                row.getObject("enterprise", UUID.class),
                row.getTimestamp("uploaded_at").toInstant());
    }
}

package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.keys.Algorithm;
import org.xiangmuzhang.parties.keys.PersonKeys;
import org.xiangmuzhang.parties.keys.Secret;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Repository
class JdbcRemarks implements Remarks {

    private static final int LONGEST = 2000;
    private static final String STILL_THERE = " and (r.text is not null or r.sealed is not null)";

    private final JdbcClient jdbc;
    private final PersonKeys keys;
    private final Clock clock;

    JdbcRemarks(JdbcClient jdbc, PersonKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public UUID write(Region region, UUID author, String text, String pointer) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST) {
            throw Refusal.invalid("remark-length", pointer, 1, LONGEST);
        }
        UUID id = Ids.next(clock);
        Secret secret = keys.of(author);
        jdbc.sql(
                        """
                        insert into parties.remark (id, region, author, sealed, algorithm,
                            written_at)
                        values (:id, :region, :author, :sealed, :algorithm, :at)
                        """)
                .param("id", id)
                .param("region", region.code())
                .param("author", author)
                .param("sealed", secret.seal(keys.algorithm(), text, id.toString()))
                .param("algorithm", keys.algorithm().name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    @Override
    public void remove(Collection<UUID> ids) {
        jdbc.sql(
                        "update parties.remark set text = null, sealed = null"
                                + " where id = any(cast(:ids as uuid[]))")
                .param("ids", IdArray.of(ids))
                .update();
    }

    @Override
    public List<Written> by(UUID author, @Nullable UUID after, int limit) {
        List<Written> written = new ArrayList<>();
        jdbc.sql(
                        "select r.id, r.region, r.written_at, r.text, r.sealed, r.algorithm, "
                                + PersonKeys.COLUMNS
                                + " from parties.remark r"
                                + " left join parties.person_key k on k.person = r.author"
                                + " where r.author = :author"
                                + STILL_THERE
                                + " and (cast(:after as uuid) is null"
                                + " or r.id > cast(:after as uuid))"
                                + " order by r.id limit :limit")
                .param("author", author)
                .param("after", after)
                .param("limit", limit)
                .query(
                        row -> {
                            UUID id = row.getObject("id", UUID.class);
                            String text = text(row, id);
                            if (text != null) {
                                written.add(
                                        new Written(
                                                id,
                                                new Region(row.getString("region")),
                                                row.getTimestamp("written_at").toInstant(),
                                                text));
                            }
                        });
        return written;
    }

    @Override
    public long countBy(UUID author) {
        return jdbc.sql(
                        "select count(*) from parties.remark r where r.author = :author"
                                + STILL_THERE)
                .param("author", author)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<String> text(UUID id) {
        return Optional.ofNullable(texts(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, String> texts(Collection<UUID> ids) {
        Map<UUID, String> texts = new HashMap<>();
        jdbc.sql(
                        "select r.id, r.text, r.sealed, r.algorithm, "
                                + PersonKeys.COLUMNS
                                + " from parties.remark r"
                                + " left join parties.person_key k on k.person = r.author"
                                + " where r.id = any(cast(:ids as uuid[]))")
                .param("ids", IdArray.of(ids))
                .query(
                        row -> {
                            UUID id = row.getObject("id", UUID.class);
                            String text = text(row, id);
                            if (text != null) {
                                texts.put(id, text);
                            }
                        });
        return texts;
    }

    private @Nullable String text(ResultSet row, UUID id) throws SQLException {
        Secret secret = keys.of(row);
        byte[] sealed = row.getBytes("sealed");
        return secret == null || sealed == null
                ? row.getString("text")
                : secret.open(Algorithm.valueOf(row.getString("algorithm")), sealed, id.toString());
    }
}

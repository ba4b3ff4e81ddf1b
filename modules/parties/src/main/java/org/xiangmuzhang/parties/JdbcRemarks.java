package org.xiangmuzhang.parties;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

@Repository
class JdbcRemarks implements Remarks {

    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcRemarks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public UUID write(Region region, UUID author, String text, String pointer) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST) {
            throw Refusal.invalid("remark-length", pointer, 1, LONGEST);
        }
        UUID id = Ids.next(clock);
        jdbc.sql(
                        "insert into parties.remark (id, region, author, text, written_at)"
                                + " values (:id, :region, :author, :text, :at)")
                .param("id", id)
                .param("region", region.code())
                .param("author", author)
                .param("text", text)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    @Override
    public Optional<String> text(UUID id) {
        return Optional.ofNullable(texts(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, String> texts(Collection<UUID> ids) {
        Map<UUID, String> texts = new HashMap<>();
        jdbc.sql("select id, text from parties.remark" + " where id = any(cast(:ids as uuid[]))")
                .param("ids", IdArray.of(ids))
                .query(
                        row -> {
                            texts.put(
                                    row.getObject("id", UUID.class),
                                    Objects.requireNonNull(row.getString("text")));
                        });
        return texts;
    }
}

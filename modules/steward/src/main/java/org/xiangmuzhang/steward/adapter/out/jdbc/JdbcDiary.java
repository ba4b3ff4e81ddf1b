package org.xiangmuzhang.steward.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.port.out.Diary;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@Repository
class JdbcDiary implements Diary {

    private final JdbcClient jdbc;

    JdbcDiary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Row row) {
        try {
            jdbc.sql(
                            """
                            insert into steward.diary (id, region, project, enterprise, kind, place,
                                item, condition, on_day, person, remark)
                            values (:id, :region, :project, :enterprise, :kind, :place, :item,
                                :condition, :on, :person, :remark)
                            """)
                    .param("id", row.id())
                    .param("region", row.region().code())
                    .param("project", row.project())
                    .param("enterprise", row.enterprise())
                    .param("kind", row.kind())
                    .param("place", row.place())
                    .param("item", row.item())
                    .param("condition", row.condition())
                    .param("on", row.on())
                    .param("person", row.person())
                    .param("remark", row.remark())
                    .update();
        } catch (DuplicateKeyException written) {
            throw Refusal.conflict("diary-written-already");
        }
    }

    @Override
    public List<Row> list(UUID project, @Nullable String item, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select * from steward.diary
                         where project = :project
                           and (cast(:item as text) is null or item = :item)
                           and (cast(:after as uuid) is null or id < cast(:after as uuid))
                         order by id desc limit :limit
                        """)
                .param("project", project)
                .param("item", item)
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Row(
                                        row.getObject("id", UUID.class),
                                        new Region(row.getString("region")),
                                        row.getObject("project", UUID.class),
                                        row.getObject("enterprise", UUID.class),
                                        row.getString("kind"),
                                        row.getString("place"),
                                        row.getString("item"),
                                        row.getBoolean("condition"),
                                        row.getObject("on_day", LocalDate.class),
                                        row.getObject("person", UUID.class),
                                        row.getObject("remark", UUID.class)))
                .list();
    }
}

package org.xiangmuzhang.catalog.adapter.out.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.domain.own.ItemDraft;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.catalog.port.out.ItemDrafts;
import org.xiangmuzhang.kernel.Region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Repository
class JdbcItemDrafts implements ItemDrafts {

    private final JdbcClient jdbc;

    JdbcItemDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ItemDraft> find(Region region, String code) {
        return jdbc.sql("select * from catalog.item_draft where region = ? and code = ?")
                .params(region.code(), code)
                .query(JdbcItemDrafts::draft)
                .optional();
    }

    @Override
    public List<ItemDraft> latest(List<Region> places) {
        return jdbc.sql(
                        """
                        select * from catalog.item_draft where region = any(?)
                         order by edited_at desc, region, code limit 100
                        """)
                .param(places.stream().map(Region::code).toArray(String[]::new))
                .query(JdbcItemDrafts::draft)
                .list();
    }

    @Override
    public boolean save(ItemDraft draft) {
        return jdbc.sql(
                                """
                                insert into catalog.item_draft as draft (region, code, version,
                                    content, withdrawn, base, edited_by, edited_at)
                                select :region, :code, :version, cast(:content as jsonb),
                                    :withdrawn, cast(:base as int), :by, cast(:at as timestamptz)
                                 where :version = 1 or exists (
                                     select from catalog.item_draft
                                      where region = :region and code = :code)
                                    on conflict (region, code) do update
                                   set version = excluded.version, content = excluded.content,
                                       withdrawn = excluded.withdrawn, base = excluded.base,
                                       edited_by = excluded.edited_by,
                                       edited_at = excluded.edited_at
                                 where draft.version = excluded.version - 1
                                """)
                        .param("region", draft.region().code())
                        .param("code", draft.code())
                        .param("version", draft.version())
                        .param("content", Fields.JSON.writeValueAsString(draft.sheet()))
                        .param("withdrawn", draft.withdrawn())
                        .param("base", draft.base())
                        .param("by", draft.editedBy())
                        .param("at", Timestamp.from(draft.editedAt()))
                        .update()
                == 1;
    }

    @Override
    public boolean remove(ItemDraft draft) {
        return jdbc.sql(
                                """
                                delete from catalog.item_draft
                                 where region = ? and code = ? and version = ?
                                """)
                        .params(draft.region().code(), draft.code(), draft.version())
                        .update()
                == 1;
    }

    private static ItemDraft draft(ResultSet row, int n) throws SQLException {
        int base = row.getInt("base");
        return new ItemDraft(
                new Region(row.getString("region")),
                row.getString("code"),
                row.getLong("version"),
                Fields.JSON.readValue(row.getString("content"), ItemSheet.class),
                row.getBoolean("withdrawn"),
                base == 0 ? null : base,
                row.getObject("edited_by", UUID.class),
                row.getTimestamp("edited_at").toInstant());
    }
}

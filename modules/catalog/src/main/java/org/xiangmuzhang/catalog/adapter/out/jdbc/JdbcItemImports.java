package org.xiangmuzhang.catalog.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.own.Above;
import org.xiangmuzhang.catalog.domain.own.ImportFault;
import org.xiangmuzhang.catalog.domain.own.ItemImport;
import org.xiangmuzhang.catalog.domain.own.ItemImport.State;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.catalog.port.out.ItemImports;
import org.xiangmuzhang.kernel.Region;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Imports, their staged rows and their reports, batch by batch. */
@Repository
class JdbcItemImports implements ItemImports {

    /** The newest published version of an item on a day. */
    private static final String NEWEST =
            """
            select distinct on (item.code) item.code, item.digest, item.withdrawn,
                   item.until_day, item.waits_for
              from catalog.own_item item
              join catalog.item_publication publication on publication.id = item.publication
             where item.region = :region and publication.number is not null
               and publication.from_day <= :day
            """;

    private static final String ORDER =
            " order by item.code, publication.from_day desc, publication.number desc";

    private static final String HOLDS =
            " not withdrawn and (until_day is null or until_day >= :day)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcItemImports(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void add(ItemImport begun) {
        jdbc.sql(
                        """
                        insert into catalog.item_import (id, region, file, file_name, dry_run,
                            whole, state, publication, base, started_by, started_at, moved_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        begun.id(),
                        begun.region().code(),
                        begun.file(),
                        begun.fileName(),
                        begun.dryRun(),
                        begun.whole(),
                        begun.state().name(),
                        begun.publication(),
                        begun.base(),
                        begun.startedBy(),
                        Timestamp.from(begun.startedAt()),
                        Timestamp.from(begun.movedAt()))
                .update();
    }

    @Override
    public Optional<ItemImport> find(UUID id) {
        return jdbc.sql("select * from catalog.item_import where id = ?")
                .param(id)
                .query(JdbcItemImports::read)
                .optional();
    }

    @Override
    public boolean knows(Region region, UUID file) {
        return jdbc.sql(
                        """
                        select exists (select from catalog.item_import
                                        where region = ? and file = ?)
                        """)
                .params(region.code(), file)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<ItemImport> latest(List<Region> places, @Nullable UUID before, int limit) {
        return jdbc.sql(
                        """
                        select * from catalog.item_import
                         where region = any(:places)
                           and (cast(:before as uuid) is null or id < cast(:before as uuid))
                         order by id desc limit :limit
                        """)
                .param("places", places.stream().map(Region::code).toArray(String[]::new))
                .param("before", before)
                .param("limit", limit)
                .query(JdbcItemImports::read)
                .list();
    }

    @Override
    public Optional<ItemImport> next(@Nullable UUID after) {
        return jdbc.sql(
                        """
                        select * from catalog.item_import
                         where not cleared and state <> 'READY'
                           and (cast(:after as uuid) is null or id > cast(:after as uuid))
                         order by id limit 1
                        """)
                .param("after", after)
                .query(JdbcItemImports::read)
                .optional();
    }

    @Override
    public void counted(UUID id, int lines) {
        jdbc.sql("update catalog.item_import set line_count = ? where id = ?")
                .params(lines, id)
                .update();
    }

    @Override
    public boolean moved(
            UUID id,
            State in,
            int before,
            int lines,
            int items,
            int unchanged,
            int withdrawn,
            Instant at) {
        return jdbc.sql(
                                """
                                update catalog.item_import
                                   set lines = ?, items = items + ?,
                                       unchanged = unchanged + ?, withdrawn = withdrawn + ?,
                                       moved_at = ?
                                 where id = ? and state = ? and lines = ?
                                """)
                        .params(
                                lines,
                                items,
                                unchanged,
                                withdrawn,
                                Timestamp.from(at),
                                id,
                                in.name(),
                                before)
                        .update()
                == 1;
    }

    @Override
    public boolean became(UUID id, State from, State to, Instant at) {
        return jdbc.sql(
                                """
                                update catalog.item_import set state = ?, moved_at = ?
                                 where id = ? and state = ?
                                """)
                        .params(to.name(), Timestamp.from(at), id, from.name())
                        .update()
                == 1;
    }

    @Override
    public void published(UUID id, int number) {
        jdbc.sql("update catalog.item_import set number = ? where id = ?")
                .params(number, id)
                .update();
    }

    @Override
    public Map<String, Integer> codes(UUID id, Region region, Map<String, Integer> lines) {
        Map<String, Integer> there = lines(id, lines.keySet());
        batches.batchUpdate(
                """
                insert into catalog.item_import_code (import, code, region, line)
                values (?, ?, ?, ?)
                """,
                lines.entrySet().stream()
                        .filter(one -> !there.containsKey(one.getKey()))
                        .map(one -> new Object[] {id, one.getKey(), region.code(), one.getValue()})
                        .toList());
        return there;
    }

    @Override
    public Map<String, Integer> lines(UUID id, Collection<String> codes) {
        Map<String, Integer> lines = new HashMap<>();
        jdbc.sql(
                        """
                        select code, line from catalog.item_import_code
                         where import = :id and code = any(:codes)
                        """)
                .param("id", id)
                .param("codes", codes.toArray(String[]::new))
                .query(
                        row -> {
                            lines.put(row.getString(1), row.getInt(2));
                        });
        return lines;
    }

    @Override
    public Map<String, Above> staged(UUID publication, Region region, Collection<String> codes) {
        Map<String, Above> staged = new HashMap<>();
        jdbc.sql(
                        """
                        select code, template, content from catalog.own_item
                         where region = :region and code = any(:codes)
                           and publication = :publication
                        """)
                .param("region", region.code())
                .param("codes", codes.toArray(String[]::new))
                .param("publication", publication)
                .query(
                        row -> {
                            ItemSheet sheet =
                                    Fields.JSON.readValue(row.getString(3), ItemSheet.class);
                            staged.put(
                                    row.getString(1),
                                    new Above(
                                            row.getString(1),
                                            sheet.level(),
                                            Stage.valueOf(sheet.get("stage")),
                                            sheet.get("kind"),
                                            sheet.has("basis") ? sheet.get("basis") : null,
                                            sheet.statutory(),
                                            row.getString(2),
                                            sheet.exclusion()));
                        });
        return staged;
    }

    @Override
    public Optional<ItemSheet> sheet(UUID publication, Region region, String code) {
        return jdbc.sql(
                        """
                        select content from catalog.own_item
                         where region = ? and code = ? and publication = ?
                        """)
                .params(region.code(), code, publication)
                .query((row, n) -> Fields.JSON.readValue(row.getString(1), ItemSheet.class))
                .optional();
    }

    @Override
    public Map<String, String> digests(Region region, Collection<String> codes, LocalDate day) {
        Map<String, String> digests = new HashMap<>();
        jdbc.sql(
                        "select code, digest from ("
                                + NEWEST
                                + " and item.code = any(:codes)"
                                + ORDER
                                + ") newest where"
                                + HOLDS)
                .param("region", region.code())
                .param("codes", codes.toArray(String[]::new))
                .param("day", day)
                .query(
                        row -> {
                            digests.put(row.getString(1), row.getString(2));
                        });
        return digests;
    }

    @Override
    public List<String> missing(UUID id, Region region, String after, LocalDate day, int limit) {
        return jdbc.sql(
                        "select code from ("
                                + NEWEST
                                + " and item.code > :after"
                                + ORDER
                                + ") newest where"
                                + HOLDS
                                + """
                                   and not exists (
                                      select from catalog.item_import_code brought
                                       where brought.import = :id and brought.code = newest.code)
                                 order by code limit :limit
                                """)
                .param("region", region.code())
                .param("day", day)
                .param("after", after)
                .param("id", id)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public void eachWait(ItemImport of, LocalDate day, BiConsumer<String, List<String>> use) {
        jdbc.sql(
                        """
                        select code, waits_for from catalog.own_item
                         where publication = :publication and waits_for <> '{}' and not withdrawn
                        """)
                .param("publication", of.publication())
                .query(
                        row -> {
                            use.accept(row.getString(1), texts(row.getArray(2)));
                        });
        jdbc.sql(
                        "select code, waits_for from ("
                                + NEWEST
                                + ORDER
                                + ") newest where"
                                + HOLDS
                                + """
                                   and waits_for <> '{}'
                                   and not exists (
                                      select from catalog.own_item staged
                                       where staged.region = :region
                                         and staged.code = newest.code
                                         and staged.publication = :publication)
                                """)
                .param("region", of.region().code())
                .param("day", day)
                .param("publication", of.publication())
                .query(
                        row -> {
                            use.accept(row.getString(1), texts(row.getArray(2)));
                        });
    }

    @Override
    public void fault(UUID id, Region region, List<Fault> faults, boolean blocks) {
        if (faults.isEmpty()) {
            return;
        }
        int before =
                jdbc.sql("select faults + flags from catalog.item_import where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single();
        List<Object[]> rows = new ArrayList<>();
        for (Fault fault : faults) {
            rows.add(
                    new Object[] {
                        id,
                        before + rows.size() + 1,
                        region.code(),
                        fault.line(),
                        fault.column(),
                        fault.rule(),
                        fault.arguments().toArray(String[]::new),
                        blocks
                    });
        }
        batches.batchUpdate(
                """
                insert into catalog.item_import_fault (import, number, region, line,
                    column_name, rule, arguments, blocks)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
        jdbc.sql(
                        "update catalog.item_import set %s = %s + ? where id = ?"
                                .formatted(
                                        blocks ? "faults" : "flags", blocks ? "faults" : "flags"))
                .params(faults.size(), id)
                .update();
    }

    @Override
    public List<ImportFault> faults(UUID id, int after, int limit) {
        return jdbc.sql(
                        """
                        select * from catalog.item_import_fault
                         where import = ? and number > ? order by number limit ?
                        """)
                .params(id, after, limit)
                .query(
                        (row, n) ->
                                new ImportFault(
                                        row.getInt("number"),
                                        new Fault(
                                                ItemSheet.TABLE,
                                                row.getInt("line"),
                                                row.getString("column_name"),
                                                row.getString("rule"),
                                                texts(row.getArray("arguments"))),
                                        row.getBoolean("blocks")))
                .list();
    }

    @Override
    public boolean clear(UUID publication, int limit) {
        return jdbc.sql(
                                """
                                delete from catalog.own_item
                                 where publication = :publication and code in (
                                    select code from catalog.own_item
                                     where publication = :publication order by code limit :limit)
                                """)
                        .param("publication", publication)
                        .param("limit", limit)
                        .update()
                > 0;
    }

    @Override
    public void cleared(UUID id) {
        jdbc.sql("delete from catalog.item_import_code where import = ?").param(id).update();
        jdbc.sql("update catalog.item_import set cleared = true where id = ?").param(id).update();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static ItemImport read(ResultSet row, int n) throws SQLException {
        return new ItemImport(
                row.getObject("id", UUID.class),
                new Region(row.getString("region")),
                row.getObject("file", UUID.class),
                row.getString("file_name"),
                row.getBoolean("dry_run"),
                row.getBoolean("whole"),
                State.valueOf(row.getString("state")),
                row.getObject("line_count", Integer.class),
                row.getInt("lines"),
                row.getInt("items"),
                row.getInt("unchanged"),
                row.getInt("withdrawn"),
                row.getInt("faults"),
                row.getInt("flags"),
                row.getObject("publication", UUID.class),
                row.getInt("base"),
                row.getObject("number", Integer.class),
                row.getObject("started_by", UUID.class),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("moved_at").toInstant());
    }
}

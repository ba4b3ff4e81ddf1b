package org.xiangmuzhang.catalog.adapter.out.jdbc;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.domain.ItemRows;
import org.xiangmuzhang.catalog.domain.Library;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.Sheet;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.domain.Tables;
import org.xiangmuzhang.catalog.port.out.Editions;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tables as editions of rows; a row's fields stand as JSON, since only whole editions are read. */
@Repository
class JdbcEditions implements Editions {

    private static final String REGION = Region.TEMPLATE.code();

    private final Tables tables;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcEditions(Tables tables, JdbcTemplate batches) {
        this.tables = tables;
        this.jdbc = JdbcClient.create(batches);
        this.batches = batches;
    }

    @Override
    public Head head() {
        return jdbc.sql("select version, template_version from catalog.head where region = ?")
                .param(REGION)
                .query((row, n) -> new Head(row.getLong(1), row.getLong(2)))
                .single();
    }

    @Override
    public Library library() {
        Map<Table, List<Row>> rows = new HashMap<>();
        jdbc.sql(
                        """
                        select edition.table_name, entry.line, entry.fields
                        from catalog.edition
                        join catalog.entry on entry.edition = edition.id
                        where edition.region = ? and edition.in_force
                        order by edition.table_name, entry.line
                        """)
                .param(REGION)
                .query(
                        row -> {
                            Row read = new Row(row.getInt(2), Fields.read(row.getString(3)));
                            tables.find(row.getString(1))
                                    .ifPresent(
                                            table ->
                                                    rows.computeIfAbsent(
                                                                    table,
                                                                    same -> new ArrayList<>())
                                                            .add(read));
                        });
        Map<Table, Sheet> sheets = new HashMap<>();
        rows.forEach((table, all) -> sheets.put(table, new Sheet(table, all)));
        return new Library(tables, sheets);
    }

    @Override
    public Map<String, Integer> itemNumbers() {
        Map<String, Integer> numbers = new HashMap<>();
        jdbc.sql(
                        "select code, max(number) from catalog.item_version where region = ? group"
                                + " by code")
                .param(REGION)
                .query(
                        row -> {
                            numbers.put(row.getString(1), row.getInt(2));
                        });
        return numbers;
    }

    @Override
    public Map<Table, Integer> numbers() {
        Map<Table, Integer> numbers = new HashMap<>();
        jdbc.sql("select table_name, number from catalog.edition where region = ? and in_force")
                .param(REGION)
                .query(
                        row -> {
                            int number = row.getInt(2);
                            tables.find(row.getString(1))
                                    .ifPresent(table -> numbers.put(table, number));
                        });
        return numbers;
    }

    @Override
    public Optional<Sheet> sheet(Table table, int number) {
        return jdbc.sql(
                        """
                        select id from catalog.edition
                        where region = ? and table_name = ? and number = ?
                        """)
                .params(REGION, table.text(), number)
                .query(UUID.class)
                .optional()
                .map(edition -> new Sheet(table, entries(edition)));
    }

    private List<Row> entries(UUID edition) {
        return jdbc.sql("select line, fields from catalog.entry where edition = ? order by line")
                .param(edition)
                .query((row, n) -> new Row(row.getInt(1), Fields.read(row.getString(2))))
                .list();
    }

    @Override
    public List<Published> published(Table table, int limit) {
        return jdbc.sql(
                        """
                        select number, shipped, in_force, published_by, published_at
                        from catalog.edition
                        where region = ? and table_name = ? and number is not null
                        order by number desc limit ?
                        """)
                .params(REGION, table.text(), limit)
                .query(
                        (row, n) ->
                                new Published(
                                        row.getInt(1),
                                        row.getBoolean(2),
                                        row.getBoolean(3),
                                        row.getObject(4, UUID.class),
                                        row.getTimestamp(5).toInstant()))
                .list();
    }

    @Override
    public Map<Table, String> shipped() {
        Map<Table, String> hashes = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (table_name) table_name, content_hash
                        from catalog.edition
                        where region = ? and shipped and number is not null
                        order by table_name, number desc
                        """)
                .param(REGION)
                .query(
                        row -> {
                            String hash = row.getString(2);
                            tables.find(row.getString(1))
                                    .ifPresent(table -> hashes.put(table, hash));
                        });
        return hashes;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Map<Table, UUID> stage(Collection<Sheet> sheets, boolean shipped, Instant at) {
        Map<Table, UUID> staged = new HashMap<>();
        for (Sheet sheet : sheets) {
            UUID edition = UUID.randomUUID();
            jdbc.sql(
                            """
                            insert into catalog.edition
                                (id, region, table_name, content_hash, row_count, shipped, staged_at)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            edition,
                            REGION,
                            sheet.table().text(),
                            sheet.hash(),
                            sheet.rows().size(),
                            shipped,
                            Timestamp.from(at))
                    .update();
            batches.batchUpdate(
                    """
                    insert into catalog.entry (edition, line, region, key, fields)
                    values (?, ?, ?, ?, ?::jsonb)
                    """,
                    sheet.rows(),
                    500,
                    (statement, row) -> {
                        statement.setObject(1, edition);
                        statement.setInt(2, row.line());
                        statement.setString(3, REGION);
                        statement.setString(4, sheet.key(row));
                        statement.setString(5, Fields.write(row.fields()));
                    });
            staged.put(sheet.table(), edition);
        }
        return staged;
    }

    @Override
    public Sheet staged(Table table, UUID edition) {
        return new Sheet(table, entries(edition));
    }

    @Override
    public void forgetStaged(Instant before) {
        jdbc.sql("delete from catalog.edition where number is null and staged_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long publish(Publication publication) {
        Long version =
                jdbc.sql(
                                """
                                update catalog.head
                                set version = version + 1, template_version = version + 1
                                where region = ? and template_version = ?
                                returning version
                                """)
                        .params(REGION, publication.base())
                        .query(Long.class)
                        .optional()
                        .orElseThrow(() -> Refusal.conflict("catalog-changed-meanwhile"));
        Timestamp at = Timestamp.from(publication.at());
        publication.staged().forEach((table, edition) -> putInForce(table, edition, publication));
        batches.batchUpdate(
                """
                insert into catalog.item_version
                    (region, code, number, items, materials, milestones, published_at)
                select ?, ?,
                    1 + coalesce((select max(number) from catalog.item_version
                        where region = ? and code = ?), 0),
                    (select id from catalog.edition
                        where region = ? and table_name = 'items' and in_force),
                    (select id from catalog.edition
                        where region = ? and table_name = 'item_materials' and in_force),
                    (select id from catalog.edition
                        where region = ? and table_name = 'milestones' and in_force),
                    ?
                """,
                publication.items().stream()
                        .map(
                                code ->
                                        new Object[] {
                                            REGION, code, REGION, code, REGION, REGION, REGION, at
                                        })
                        .toList());
        return version;
    }

    private void putInForce(Table table, UUID edition, Publication publication) {
        jdbc.sql(
                        """
                        update catalog.edition set in_force = false
                        where region = ? and table_name = ? and in_force
                        """)
                .params(REGION, table.text())
                .update();
        jdbc.sql(
                        """
                        update catalog.edition
                        set in_force = true, published_at = ?, published_by = ?,
                            number = 1 + coalesce((select max(number) from catalog.edition
                                where region = ? and table_name = ?), 0)
                        where id = ?
                        """)
                .params(
                        Timestamp.from(publication.at()),
                        publication.by(),
                        REGION,
                        table.text(),
                        edition)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long advance() {
        return jdbc.sql(
                        """
                        update catalog.head set version = version + 1
                        where region = ? returning version
                        """)
                .param(REGION)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<ItemRows> rows(String code, int number) {
        return jdbc.sql(
                        """
                        select items, materials, milestones from catalog.item_version
                        where region = ? and code = ? and number = ?
                        """)
                .params(REGION, code, number)
                .query(
                        (row, n) ->
                                rows(
                                        code,
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class),
                                        row.getObject(3, UUID.class)))
                .optional();
    }

    private ItemRows rows(String code, UUID items, UUID materials, UUID milestones) {
        return new ItemRows(
                entries(items, code).getFirst(),
                entries(materials, code),
                !entries(milestones, code).isEmpty());
    }

    private List<Row> entries(UUID edition, String item) {
        return jdbc.sql(
                        """
                        select line, fields from catalog.entry
                        where edition = ? and fields ->> 'item_code' = ?
                        order by line
                        """)
                .params(edition, item)
                .query((row, n) -> new Row(row.getInt(1), Fields.read(row.getString(2))))
                .list();
    }
}

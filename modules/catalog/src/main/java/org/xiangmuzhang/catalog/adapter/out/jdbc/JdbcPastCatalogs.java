package org.xiangmuzhang.catalog.adapter.out.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xiangmuzhang.catalog.domain.ItemOverride;
import org.xiangmuzhang.catalog.domain.Library;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.RowOverride;
import org.xiangmuzhang.catalog.domain.Sheet;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.domain.Tables;
import org.xiangmuzhang.catalog.port.out.PastCatalogs;
import org.xiangmuzhang.kernel.Region;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads editions and overrides by the moments at which they began to hold. */
@Repository
class JdbcPastCatalogs implements PastCatalogs {

    private static final String REGION = Region.TEMPLATE.code();

    private final JdbcClient jdbc;
    private final Tables tables;

    JdbcPastCatalogs(JdbcClient jdbc, Tables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    @Override
    public Optional<Instant> lastChangeBefore(Instant moment) {
        return jdbc.sql(
                        """
                        select greatest(
                            (select max(published_at) from catalog.edition
                             where region = :region and published_at < :moment),
                            (select max(changed_at) from catalog.item_override_version
                             where changed_at < :moment),
                            (select max(changed_at) from catalog.row_override
                             where changed_at < :moment))
                        """)
                .param("region", REGION)
                .param("moment", Timestamp.from(moment))
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant);
    }

    @Override
    public List<LocalDate> daysOfChange(int limit) {
        return jdbc.sql(
                        """
                        select day from (
                            select (published_at at time zone 'Asia/Shanghai')::date as day
                            from catalog.edition where region = ? and published_at is not null
                            union
                            select (changed_at at time zone 'Asia/Shanghai')::date
                            from catalog.item_override_version
                            union
                            select (changed_at at time zone 'Asia/Shanghai')::date
                            from catalog.row_override) as days
                        order by day desc limit ?
                        """)
                .params(REGION, limit)
                .query(LocalDate.class)
                .list();
    }

    @Override
    public Library library(Instant moment) {
        Map<Table, List<Row>> rows = new HashMap<>();
        jdbc.sql(
                        """
                        select held.table_name, entry.line, entry.fields
                        from (select distinct on (table_name) table_name, id
                              from catalog.edition
                              where region = ? and published_at < ?
                              order by table_name, number desc) as held
                        join catalog.entry on entry.edition = held.id
                        order by held.table_name, entry.line
                        """)
                .params(REGION, Timestamp.from(moment))
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
    public Map<String, Integer> itemNumbers(Instant moment) {
        Map<String, Integer> numbers = new HashMap<>();
        jdbc.sql(
                        """
                        select code, max(number) from catalog.item_version
                        where region = ? and published_at < ? group by code
                        """)
                .params(REGION, Timestamp.from(moment))
                .query(
                        row -> {
                            numbers.put(row.getString(1), row.getInt(2));
                        });
        return numbers;
    }

    @Override
    public Map<Table, Integer> numbers(Instant moment) {
        Map<Table, Integer> numbers = new HashMap<>();
        jdbc.sql(
                        """
                        select table_name, max(number) from catalog.edition
                        where region = ? and published_at < ? group by table_name
                        """)
                .params(REGION, Timestamp.from(moment))
                .query(
                        row -> {
                            int number = row.getInt(2);
                            tables.find(row.getString(1))
                                    .ifPresent(table -> numbers.put(table, number));
                        });
        return numbers;
    }

    @Override
    public List<ItemOverride> items(Instant moment) {
        return jdbc.sql(
                        """
                        select distinct on (region, code) region, code, base, content, version
                        from catalog.item_override_version
                        where changed_at < ?
                        order by region, code, version desc
                        """)
                .param(Timestamp.from(moment))
                .query(
                        (row, n) ->
                                new ItemOverride(
                                        new Region(row.getString(1)),
                                        row.getString(2),
                                        row.getString(3),
                                        Fields.JSON.readValue(row.getString(4), LocalValues.class),
                                        row.getLong(5)))
                .list();
    }

    @Override
    public List<RowOverride> rows(Instant moment) {
        return jdbc.sql(
                        """
                        select distinct on (region, table_name, key)
                            region, table_name, key, base, content, version, catalog_version
                        from catalog.row_override
                        where changed_at < ?
                        order by region, table_name, key, version desc
                        """)
                .param(Timestamp.from(moment))
                .query(
                        (row, n) -> {
                            @Nullable String base = row.getString(4);
                            return new RowOverride(
                                    new Region(row.getString(1)),
                                    row.getString(2),
                                    row.getString(3),
                                    base == null ? null : Fields.read(base),
                                    Fields.JSON.readValue(row.getString(5), LocalRow.class),
                                    row.getLong(6),
                                    row.getLong(7));
                        })
                .list();
    }
}

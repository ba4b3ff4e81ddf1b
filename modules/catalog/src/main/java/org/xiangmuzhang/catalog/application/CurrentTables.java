package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Service;
import org.xiangmuzhang.catalog.api.ReferenceRow;
import org.xiangmuzhang.catalog.api.ReferenceRows;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.catalog.domain.ItemVersion;
import org.xiangmuzhang.catalog.domain.Library;
import org.xiangmuzhang.catalog.domain.Sheet;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.domain.Tables;
import org.xiangmuzhang.catalog.port.out.Editions;
import org.xiangmuzhang.catalog.port.out.RowOverrides;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.util.Map;

/** Reading whole tables: as they hold from memory, as they were from the database. */
@Service
class CurrentTables implements ReferenceTables {

    private final Tables tables;
    private final Snapshots snapshots;
    private final Editions editions;
    private final RowOverrides overrides;

    CurrentTables(Tables tables, Snapshots snapshots, Editions editions, RowOverrides overrides) {
        this.tables = tables;
        this.snapshots = snapshots;
        this.editions = editions;
        this.overrides = overrides;
    }

    @Override
    public ReferenceRows rows(String table, Region region) {
        return snapshots.current().rows(tables.named(table), region);
    }

    @Override
    public ReferenceRows rows(String table, String text) {
        Table of = tables.named(table);
        ItemVersion version = ItemVersion.of(text);
        Sheet sheet =
                editions.sheet(of, version.number())
                        .orElseThrow(() -> Refusal.notFound("table-version-unknown", table, text));
        Library library = new Library(tables, Map.of(of, sheet));
        for (ItemVersion.Local local : version.locals()) {
            library = library.withLocal(overrides.past(local.region(), table, local.version()));
        }
        return new ReferenceRows(
                table,
                text,
                library.rows(of).stream().map(row -> new ReferenceRow(row.fields())).toList());
    }
}

package org.xiangmuzhang.catalog.port.in;

import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Map;

/**
 * Taking whole tables, as CSV (RFC 4180, UTF-8, with the table's header). All or none: faults are
 * thrown as {@code TablesRefused}, each with table, line and column.
 */
public interface Importing {

    /** So many bytes all tables of an import have together at most. */
    int LARGEST = 4 * 1024 * 1024;

    /**
     * Imports tables by name, such as {@code items}, into the template; the same rows again change
     * nothing. Refuses another region with {@code import-template-only}, more than {@link #LARGEST}
     * with {@code tables-too-large}.
     */
    Imported importTables(Map<String, byte[]> tables, Region region, Actor actor);

    /**
     * Imports the tables that came with the platform: only those that differ from the ones that
     * came before, so that what an editor imported since stays.
     */
    Imported importShipped(Map<String, byte[]> tables);

    /**
     * What an import did.
     *
     * @param version the catalog's version that holds now
     */
    record Imported(long version, List<ImportedTable> tables) {}

    /**
     * @param rows how many rows the table has
     * @param changed false when it was the same as before
     */
    record ImportedTable(String table, int rows, boolean changed) {}
}

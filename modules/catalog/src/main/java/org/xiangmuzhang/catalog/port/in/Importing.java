package org.xiangmuzhang.catalog.port.in;

import org.xiangmuzhang.catalog.domain.Fault;

import java.util.List;
import java.util.Map;

/**
 * Taking the tables that come with the platform, as CSV (RFC 4180, UTF-8, with the table's header).
 * All or none: faults are thrown as {@code TablesRefused}, each with table, line and column. What
 * editors bring is proposed: {@link ProposingTables}.
 */
public interface Importing {

    /** So many bytes all tables of an import have together at most. */
    int LARGEST = 4 * 1024 * 1024;

    /**
     * Imports the tables that came with the platform: only those that differ from the ones that
     * came before, so that what an editor imported since stays.
     */
    Imported importShipped(Map<String, byte[]> tables);

    /**
     * What an import did.
     *
     * @param version the catalog's version that holds now
     * @param flags what an editor should look at again
     */
    record Imported(long version, List<ImportedTable> tables, List<Fault> flags) {}

    /**
     * @param rows how many rows the table has
     * @param changed false when it was the same as before
     */
    record ImportedTable(String table, int rows, boolean changed) {}
}

package org.xiangmuzhang.catalog.api;

import java.util.List;

/**
 * The rows of a reference table in one version.
 *
 * @param version {@code 3} is the template's third edition; {@code 3~140500.17} the same with what
 *     140500 did in its own way by version 17 of the catalog
 */
public record ReferenceRows(String table, String version, List<ReferenceRow> rows) {

    public ReferenceRows {
        rows = List.copyOf(rows);
    }
}

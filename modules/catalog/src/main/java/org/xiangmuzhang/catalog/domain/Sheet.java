package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.List;

/** All rows of one table, in the order of the file. */
@ValueObject
public record Sheet(Table table, List<Row> rows) {

    public Sheet {
        rows = List.copyOf(rows);
    }

    /** The same for the same rows, however the file was written. */
    public String hash() {
        Digest digest = new Digest();
        for (Row row : rows) {
            table.header().forEach(column -> digest.add(row.get(column)));
        }
        return digest.text();
    }

    /** What no two rows of the table may share. */
    public String key(Row row) {
        return table.key(row.fields());
    }
}

package org.xiangmuzhang.catalog.api;

import java.util.List;
import java.util.Map;

/**
 * One row of a reference table.
 *
 * @param fields by column; an empty field is an empty text
 */
public record ReferenceRow(Map<String, String> fields) {

    public ReferenceRow {
        fields = Map.copyOf(fields);
    }

    /** The field, or the empty text. */
    public String get(String column) {
        return fields.getOrDefault(column, "");
    }

    /** The values of a field that are joined with semicolons. */
    public List<String> list(String column) {
        return get(column).isEmpty() ? List.of() : List.of(get(column).split(";"));
    }
}

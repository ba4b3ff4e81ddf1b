package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.List;
import java.util.Map;

/**
 * One row of a table as it was written.
 *
 * @param line where it begins in its file, the header being line 1
 */
@ValueObject
public record Row(int line, Map<String, String> fields) {

    public Row {
        fields = Map.copyOf(fields);
    }

    /** The field, or the empty string. */
    public String get(String column) {
        return fields.getOrDefault(column, "");
    }

    public boolean has(String column) {
        return !get(column).isEmpty();
    }

    /** Values joined with semicolons. */
    public List<String> list(String column) {
        return has(column) ? List.of(get(column).split(";", -1)) : List.of();
    }

    public boolean yes(String column) {
        return get(column).equals("yes");
    }

    public int number(String column) {
        return Integer.parseInt(get(column));
    }
}

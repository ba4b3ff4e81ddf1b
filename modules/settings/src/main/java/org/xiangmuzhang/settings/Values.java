package org.xiangmuzhang.settings;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * The values of a setting, or of one row of a table in it, by field and in the order of the fields.
 * A whole number is an {@link Integer}, a decimal a {@link BigDecimal}, yes or no a {@link
 * Boolean}, a code or a text a {@link String}, a table a list of {@code Values}.
 */
public record Values(SequencedMap<String, Object> byField) {

    public Values {
        byField = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byField));
    }

    public int whole(String field) {
        return (Integer) of(field);
    }

    public BigDecimal decimal(String field) {
        return (BigDecimal) of(field);
    }

    public boolean yes(String field) {
        return (Boolean) of(field);
    }

    /** A text, or the code that was chosen. */
    public String text(String field) {
        return (String) of(field);
    }

    /** The rows of a table. */
    public List<Values> rows(String field) {
        return ((List<?>) of(field)).stream().map(Values.class::cast).toList();
    }

    Object of(String field) {
        return Objects.requireNonNull(byField.get(field), field);
    }

    /** As JSON has it: rows are maps. */
    SequencedMap<String, Object> plain() {
        SequencedMap<String, Object> plain = new LinkedHashMap<>();
        byField.forEach(
                (field, value) ->
                        plain.put(
                                field,
                                value instanceof List<?> rows
                                        ? rows.stream().map(row -> ((Values) row).plain()).toList()
                                        : value));
        return plain;
    }

    /**
     * As files and forms have it: a text for every cell, {@code steps.0.days} for one of a table.
     */
    SequencedMap<String, String> cells() {
        SequencedMap<String, String> cells = new LinkedHashMap<>();
        cells("", cells);
        return cells;
    }

    private void cells(String before, Map<String, String> cells) {
        byField.forEach(
                (field, value) -> {
                    if (value instanceof List<?> rows) {
                        int at = 0;
                        for (Object row : rows) {
                            ((Values) row).cells(before + field + "." + at++ + ".", cells);
                        }
                    } else {
                        cells.put(before + field, text(value));
                    }
                });
    }

    private static String text(Object value) {
        return value instanceof Boolean yes ? yes ? "yes" : "no" : value.toString();
    }
}

package org.xiangmuzhang.catalog;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A shipped table that a test reads and changes. */
public final class Csv {

    private final List<Map<String, String>> rows;

    private Csv(List<Map<String, String>> rows) {
        this.rows = rows;
    }

    public static Csv shipped(String table) {
        String text =
                new String(
                        Objects.requireNonNull(TestCatalog.shippedTables().get(table)),
                        StandardCharsets.UTF_8);
        List<Map<String, String>> rows = new ArrayList<>();
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.add(new LinkedHashMap<>(row.getFieldsAsMap()));
        }
        return new Csv(rows);
    }

    public List<Map<String, String>> rows() {
        return rows;
    }

    /** Changes the rows whose first column has this value. */
    Csv change(String key, String column, String value) {
        return each(
                row -> key.equals(row.values().iterator().next()), row -> row.put(column, value));
    }

    Csv each(Predicate<Map<String, String>> which, Consumer<Map<String, String>> change) {
        rows.stream().filter(which).forEach(change);
        return this;
    }

    /** Adds a copy of the last row with other values. */
    Csv add(Map<String, String> values) {
        Map<String, String> row = new LinkedHashMap<>(rows.getLast());
        row.putAll(values);
        rows.add(row);
        return this;
    }

    /** The line of the row whose first column has this value, the header being line 1. */
    int line(String key) {
        for (int i = 0; i < rows.size(); i++) {
            if (key.equals(rows.get(i).values().iterator().next())) {
                return i + 2;
            }
        }
        throw new AssertionError("No row " + key);
    }

    byte[] bytes() {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(rows.getFirst().keySet());
            rows.forEach(row -> writer.writeRecord(row.values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

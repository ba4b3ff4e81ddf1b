package org.xiangmuzhang.catalog.application;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.Sheet;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.kernel.Bounds;
import org.xiangmuzhang.kernel.Refusal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one table from CSV and collects every fault of form. */
final class CsvSheet {

    private final Table table;
    private final List<Fault> faults;
    private final int room;
    private final List<Row> rows = new ArrayList<>();
    private int line = 1;

    private CsvSheet(Table table, int room, List<Fault> faults) {
        this.table = table;
        this.room = room;
        this.faults = faults;
    }

    /**
     * Reads until there is nothing more, or no room for another row or fault.
     *
     * @param room how many rows there may be
     */
    static Sheet read(Table table, byte[] content, int room, List<Fault> faults) {
        CsvSheet sheet = new CsvSheet(table, room, faults);
        try {
            sheet.read(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (CharacterCodingException e) {
            sheet.fault("", "not-utf-8");
        } catch (CsvParseException e) {
            sheet.line++;
            sheet.fault("", "csv-form");
        }
        return new Sheet(table, sheet.rows);
    }

    private void read(String text) {
        boolean headed = false;
        for (CsvRecord csv :
                CsvReader.builder()
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text)) {
            line = Math.toIntExact(csv.getStartingLineNumber());
            if (faults.size() >= Fault.TOLD) {
                return;
            }
            if (headed && rows.size() == room) {
                fault("", "rows-too-many", Integer.toString(room));
                return;
            }
            if (headed) {
                row(csv.getFields());
            } else if (!header(csv.getFields())) {
                return;
            }
            headed = true;
        }
        if (line == 1) {
            fault("", "table-empty");
        }
    }

    private boolean header(List<String> names) {
        List<String> expected = table.header();
        for (int i = 0; i < Math.max(names.size(), expected.size()); i++) {
            String name = i < names.size() ? names.get(i) : "";
            if (i >= expected.size()) {
                fault(name, "column-unknown");
            } else if (!name.equals(expected.get(i))) {
                fault(expected.get(i), "column-missing", Integer.toString(i + 1), name);
                return false;
            }
        }
        return names.size() == expected.size();
    }

    private void row(List<String> values) {
        List<String> names = table.header();
        if (values.size() != names.size()) {
            fault(
                    names.get(Math.min(values.size(), names.size() - 1)),
                    "field-count",
                    Integer.toString(values.size()),
                    Integer.toString(names.size()));
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!isText(values.get(i))) {
                fault(names.get(i), "character-not-allowed");
                return;
            }
            fields.put(names.get(i), values.get(i));
        }
        rows.add(new Row(line, fields));
    }

    private static boolean isText(String value) {
        try {
            return Bounds.text(value).equals(value);
        } catch (Refusal refusal) {
            return false;
        }
    }

    private void fault(String column, String rule, String... arguments) {
        if (faults.size() < Fault.TOLD) {
            faults.add(new Fault(table.text(), line, column, rule, List.of(arguments)));
        }
    }
}

package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.application.ItemFile.Line;
import org.xiangmuzhang.catalog.application.ItemFile.Unreadable;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.own.ItemColumns;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.files.SafeCells;
import org.xiangmuzhang.kernel.Bounds;
import org.xiangmuzhang.kernel.Refusal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers the rows of a file into items: a row with a level begins one, a row without adds a
 * material to the one above it.
 */
final class ItemRowReader {

    private static final List<String> HEADER = ItemColumns.header();
    private static final int FIRST_OF_MATERIAL = HEADER.indexOf("material_number");

    private final ItemFile file;
    private @Nullable Line next;

    /** Reads the header; throws {@link Unreadable} when it is another. */
    ItemRowReader(ItemFile file) {
        this.file = file;
        if (!file.hasNext()) {
            throw new Unreadable(1, "", "table-empty");
        }
        List<String> names = file.next().cells();
        for (int i = 0; i < Math.max(names.size(), HEADER.size()); i++) {
            String name = i < names.size() ? names.get(i).strip() : "";
            if (i >= HEADER.size()) {
                if (!name.isEmpty()) {
                    throw new Unreadable(1, name, "column-unknown");
                }
            } else if (!name.equals(HEADER.get(i))) {
                throw new Unreadable(
                        1, HEADER.get(i), "column-missing", Integer.toString(i + 1), name);
            }
        }
        next = advance();
    }

    /**
     * An item with its materials.
     *
     * @param lines of the item and of each of its materials
     * @param last line that belongs to it
     * @param faults of single rows
     */
    record Entry(String code, ItemSheet sheet, List<Integer> lines, int last, List<Fault> faults) {

        /** A fault of the sheet, on the line where it stands. */
        Fault onLine(Fault fault) {
            return new Fault(
                    fault.table(),
                    lines.get(Math.min(fault.line(), lines.size() - 1)),
                    fault.column(),
                    fault.rule(),
                    fault.arguments());
        }
    }

    /** The next item, or null at the end. */
    @Nullable Entry next() {
        Line first = next;
        if (first == null) {
            return null;
        }
        List<Fault> faults = new ArrayList<>();
        Map<String, String> cells = cells(first, faults);
        String code = cells.getOrDefault(ItemColumns.CODE, "");
        Map<String, String> item = part(cells, 1, FIRST_OF_MATERIAL);
        List<Map<String, String>> materials = new ArrayList<>();
        List<Integer> lines = new ArrayList<>(List.of(first.number()));
        int last = first.number();
        if (item.isEmpty()) {
            faults.add(fault(first, ItemColumns.CODE, "material-without-item", code));
        }
        material(cells, first, materials, lines);
        next = advance();
        while (next != null) {
            Map<String, String> more = cells(next, new ArrayList<>());
            if (!more.getOrDefault(ItemColumns.CODE, "").equals(code)
                    || !part(more, 1, FIRST_OF_MATERIAL).isEmpty()) {
                break;
            }
            cells(next, faults);
            material(more, next, materials, lines);
            last = next.number();
            next = advance();
        }
        return new Entry(code, new ItemSheet(item, materials), lines, last, faults);
    }

    private static void material(
            Map<String, String> cells,
            Line line,
            List<Map<String, String>> materials,
            List<Integer> lines) {
        Map<String, String> material = part(cells, FIRST_OF_MATERIAL, HEADER.size());
        if (!material.isEmpty() && materials.size() <= ItemSheet.MOST_MATERIALS) {
            materials.add(material);
            lines.add(line.number());
        }
    }

    private static Map<String, String> part(Map<String, String> cells, int from, int to) {
        Map<String, String> part = new LinkedHashMap<>();
        HEADER.subList(from, to)
                .forEach(
                        column -> {
                            String text = cells.get(column);
                            if (text != null) {
                                part.put(column, text);
                            }
                        });
        return part;
    }

    private static Map<String, String> cells(Line line, List<Fault> faults) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < line.cells().size(); i++) {
            String text = SafeCells.plain(line.cells().get(i)).strip();
            if (text.isEmpty()) {
                continue;
            }
            if (i >= HEADER.size()) {
                faults.add(
                        fault(
                                line,
                                "",
                                "field-count",
                                Integer.toString(line.cells().size()),
                                Integer.toString(HEADER.size())));
                break;
            }
            if (!isText(text)) {
                faults.add(fault(line, HEADER.get(i), "character-not-allowed"));
            } else if (text.startsWith("#") && (i == 0 || HEADER.get(i).equals("parent"))) {
                faults.add(fault(line, HEADER.get(i), "code-as-number", text.substring(1)));
            } else {
                cells.put(HEADER.get(i), text);
            }
        }
        return cells;
    }

    private static boolean isText(String value) {
        try {
            return Bounds.text(value).equals(value);
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static Fault fault(Line line, String column, String rule, String... arguments) {
        return new Fault(ItemSheet.TABLE, line.number(), column, rule, List.of(arguments));
    }

    /** Rows of nothing are none. */
    private @Nullable Line advance() {
        while (file.hasNext()) {
            Line line = file.next();
            if (line.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                return line;
            }
        }
        return null;
    }
}

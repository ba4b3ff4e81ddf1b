package org.xiangmuzhang.parties.halls;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.xiangmuzhang.kernel.Bounds;
import org.xiangmuzhang.kernel.Refusal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The halls of a place as CSV, one window a row; a hall without windows has one row. */
final class HallList {

    static final List<String> HEADER = List.of("hall", "name", "window", "window_name");

    /** Windows and halls without any, of one place. */
    static final int MOST = 5000;

    /** Who brings the wrong file hears enough by then. */
    static final int FAULTS = 200;

    private static final int LONGEST = 100;
    private static final String CODE = "[A-Z0-9]{1,20}(-[A-Z0-9]{1,20}){0,3}";

    private final List<String> faults = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> windows = new LinkedHashMap<>();

    private HallList() {}

    /**
     * All rows or none; the refusal {@code hall-list} points to the cells that are wrong, the first
     * two hundred of them, and to the list when it has more rows than a place may have.
     */
    static List<Hall> read(String text) {
        HallList list = new HallList();
        list.rows(text);
        if (!list.faults.isEmpty()) {
            throw Refusal.invalid(
                    "hall-list",
                    list.faults.stream().limit(FAULTS).toList(),
                    String.join(",", HEADER));
        }
        return list.names.entrySet().stream()
                .map(
                        hall ->
                                new Hall(
                                        hall.getKey(),
                                        hall.getValue(),
                                        list
                                                .windows
                                                .getOrDefault(hall.getKey(), Map.of())
                                                .entrySet()
                                                .stream()
                                                .map(
                                                        it ->
                                                                new Hall.Window(
                                                                        it.getKey(), it.getValue()))
                                                .toList()))
                .toList();
    }

    /** The same list again. */
    static String written(List<Hall> halls) {
        StringBuilder text = new StringBuilder(String.join(",", HEADER)).append("\r\n");
        for (Hall hall : halls) {
            if (hall.windows().isEmpty()) {
                line(text, List.of(hall.code(), hall.name(), "", ""));
            }
            for (Hall.Window window : hall.windows()) {
                line(text, List.of(hall.code(), hall.name(), window.code(), window.name()));
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        List<String> quoted =
                cells.stream()
                        .map(
                                cell ->
                                        cell.matches("[^\",]*")
                                                ? cell
                                                : '"' + cell.replace("\"", "\"\"") + '"')
                        .toList();
        text.append(String.join(",", quoted)).append("\r\n");
    }

    private void rows(String text) {
        boolean headed = false;
        int read = 0;
        try {
            for (CsvRecord row :
                    CsvReader.builder()
                            .skipEmptyLines(true)
                            .allowExtraFields(true)
                            .allowMissingFields(true)
                            .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
                if (headed) {
                    row(row);
                    if (++read > MOST || faults.size() >= FAULTS) {
                        break;
                    }
                } else if (!row.getFields().equals(HEADER)) {
                    break;
                }
                headed = true;
            }
        } catch (CsvParseException e) {
            faults.add("/list");
        }
        if (!headed || read > MOST) {
            faults.add("/list");
        }
    }

    private void row(CsvRecord row) {
        String at = "/list/" + row.getStartingLineNumber() + "/";
        if (row.getFieldCount() != HEADER.size()) {
            faults.add(at + HEADER.getFirst());
            return;
        }
        String hall = row.getField(0).strip();
        String name = row.getField(1).strip();
        String window = row.getField(2).strip();
        String windowName = row.getField(3).strip();
        String known = names.putIfAbsent(hall, name);
        if (!hall.matches(CODE)) {
            faults.add(at + "hall");
        }
        if (!isLine(name) || known != null && !known.equals(name)) {
            faults.add(at + "name");
        }
        if (window.isEmpty() && windowName.isEmpty() && known == null) {
            return;
        }
        Map<String, String> of = windows.computeIfAbsent(hall, it -> new LinkedHashMap<>());
        if (!window.matches(CODE) || of.putIfAbsent(window, windowName) != null) {
            faults.add(at + "window");
        }
        if (!isLine(windowName)) {
            faults.add(at + "window_name");
        }
    }

    private static boolean isLine(String text) {
        try {
            Bounds.text(text);
        } catch (Refusal refusal) {
            return false;
        }
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** The windows of halls, as hall and window. */
    static Set<String> windows(List<Hall> halls) {
        return halls.stream()
                .flatMap(hall -> hall.windows().stream().map(it -> hall.code() + " " + it.code()))
                .collect(Collectors.toSet());
    }

    /** The codes of halls. */
    static Set<String> codes(List<Hall> halls) {
        return halls.stream().map(Hall::code).collect(Collectors.toSet());
    }
}

package org.xiangmuzhang.parties.departments;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Bounds;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Departments of a place as CSV, one a row; several kinds stand in one cell, with blanks between.
 */
final class DepartmentList {

    static final List<String> HEADER = List.of("kinds", "name", "name_en", "contact", "seat");

    /** Of a list for several places. */
    private static final List<String> WITH_PLACE =
            Stream.concat(Stream.of("region"), HEADER.stream()).toList();

    private static final int MOST = 1000;

    /** Who brings the wrong file hears enough by then. */
    static final int FAULTS = 200;

    static final int LONGEST = 100;

    private DepartmentList() {}

    /**
     * One row.
     *
     * @param line of the file, the header is line 1
     * @param place null in a list of one place
     */
    record Row(long line, @Nullable Region place, Department.Wording wording) {}

    /**
     * All rows or none; the refusal {@code department-list} points to the cells that are wrong, the
     * first two hundred of them, and to the list when it has more rows than it may have.
     */
    static List<Row> read(String text) {
        return read(text, HEADER);
    }

    /** The same with the place before it, for a list of several. */
    static List<Row> readWithPlaces(String text) {
        return read(text, WITH_PLACE);
    }

    private static List<Row> read(String text, List<String> header) {
        List<String> faults = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        boolean headed = false;
        try {
            for (CsvRecord csv :
                    CsvReader.builder()
                            .skipEmptyLines(true)
                            .allowExtraFields(true)
                            .allowMissingFields(true)
                            .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
                if (headed) {
                    row(csv, header, rows, faults);
                    if (rows.size() > MOST || faults.size() >= FAULTS) {
                        break;
                    }
                } else if (!csv.getFields().equals(header)) {
                    break;
                }
                headed = true;
            }
        } catch (CsvParseException e) {
            faults.add("/list");
        }
        if (!headed || rows.size() > MOST) {
            faults.add("/list");
        }
        if (!faults.isEmpty()) {
            throw refusal(faults);
        }
        return rows;
    }

    static Refusal refusal(List<String> faults) {
        return Refusal.invalid(
                "department-list",
                faults.stream().limit(FAULTS).toList(),
                String.join(",", HEADER));
    }

    private static void row(
            CsvRecord csv, List<String> header, List<Row> rows, List<String> faults) {
        String at = "/list/" + csv.getStartingLineNumber() + "/";
        if (csv.getFieldCount() != header.size()) {
            faults.add(at + header.getFirst());
            return;
        }
        int first = header.size() - HEADER.size();
        Region place = first == 0 ? null : place(csv.getField(0));
        if (first > 0 && place == null) {
            faults.add(at + "region");
        }
        Department.Wording wording =
                new Department.Wording(
                        kinds(csv.getField(first)),
                        csv.getField(first + 1).strip(),
                        typed(csv.getField(first + 2)),
                        typed(csv.getField(first + 3)),
                        typed(csv.getField(first + 4)));
        boolean twice =
                rows.stream()
                        .filter(row -> Objects.equals(row.place(), place))
                        .flatMap(row -> row.wording().kinds().stream())
                        .anyMatch(wording.kinds()::contains);
        if (wording.kinds().isEmpty() || twice) {
            faults.add(at + "kinds");
        }
        wrong(wording).forEach(field -> faults.add(at + field));
        rows.add(new Row(csv.getStartingLineNumber(), place, wording));
    }

    private static @Nullable Region place(String cell) {
        try {
            return new Region(cell.strip());
        } catch (Refusal refusal) {
            return null;
        }
    }

    /** The codes in a cell. */
    static List<String> kinds(String cell) {
        return Arrays.stream(cell.strip().split("[\\s,，、]+"))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /** An empty cell says nothing. */
    static @Nullable String typed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Refuses with {@code department-line} what is no line of a hundred characters at most. */
    static void mustBeLines(Department.Wording wording) {
        wrong(wording).stream()
                .findFirst()
                .ifPresent(
                        field -> {
                            throw Refusal.invalid(
                                    "department-line",
                                    field.equals("name_en") ? "/nameEn" : "/" + field,
                                    LONGEST);
                        });
    }

    private static List<String> wrong(Department.Wording wording) {
        List<String> wrong = new ArrayList<>();
        if (!isLine(wording.name())) {
            wrong.add("name");
        }
        String nameEn = wording.nameEn();
        if (nameEn != null && !isLine(nameEn)) {
            wrong.add("name_en");
        }
        String contact = wording.contact();
        if (contact != null && !isLine(contact)) {
            wrong.add("contact");
        }
        String seat = wording.seat();
        if (seat != null && !isLine(seat)) {
            wrong.add("seat");
        }
        return wrong;
    }

    private static boolean isLine(String text) {
        try {
            Bounds.text(text);
        } catch (Refusal refusal) {
            return false;
        }
        return !text.isBlank()
                && text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }
}

package org.xiangmuzhang.parties;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads people and their posts from CSV (UTF-8, one post a row), all rows or none. */
public final class EnrolmentList {

    static final List<String> HEADER =
            List.of(
                    "login",
                    "name",
                    "role",
                    "region",
                    "department",
                    "hall",
                    "enterprise_code",
                    "enterprise",
                    "from",
                    "to");

    /** The same with the window behind the hall. */
    private static final List<String> WITH_WINDOW = withWindow();

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int FAULTS = 200;

    private final List<String> faults = new ArrayList<>();
    private final List<Enrolment> rows = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> enterprises = new HashMap<>();
    private final Set<List<?>> posts = new HashSet<>();

    private List<String> header = HEADER;

    private EnrolmentList() {}

    private static List<String> withWindow() {
        List<String> columns = new ArrayList<>(HEADER);
        columns.add(HEADER.indexOf("hall") + 1, "window");
        return List.copyOf(columns);
    }

    /** Every row in its order; one exception names the faults of the list. */
    public static List<Enrolment> read(byte[] content) {
        if (content.length > LARGEST) {
            throw new EnrolmentsRefusedException(
                    List.of("The list has more than " + LARGEST + " bytes."));
        }
        EnrolmentList list = new EnrolmentList();
        try {
            list.read(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (CharacterCodingException e) {
            list.faults.add("The list is not UTF-8 text.");
        } catch (CsvParseException e) {
            list.faults.add("The list is not CSV: " + e.getMessage());
        }
        if (!list.faults.isEmpty()) {
            throw new EnrolmentsRefusedException(list.faults);
        }
        return List.copyOf(list.rows);
    }

    private void read(String text) {
        boolean headed = false;
        for (CsvRecord csv :
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            if (faults.size() >= FAULTS) {
                break;
            }
            if (headed) {
                row(csv);
            } else if (csv.getFields().equals(WITH_WINDOW)) {
                header = WITH_WINDOW;
            } else if (!csv.getFields().equals(HEADER)) {
                break;
            }
            headed = true;
        }
        if (!headed) {
            faults.add("Row 1 should be " + String.join(",", HEADER) + ".");
        }
    }

    private void row(CsvRecord csv) {
        long row = csv.getStartingLineNumber();
        if (csv.getFieldCount() != header.size()) {
            faults.add(
                    "Row %d, column %s: the row has %d fields and should have %d."
                            .formatted(
                                    row,
                                    header.get(Math.min(csv.getFieldCount(), header.size() - 1)),
                                    csv.getFieldCount(),
                                    header.size()));
            return;
        }
        EnrolmentRow cells = new EnrolmentRow(row, header, csv.getFields(), faults);
        Enrolment read = cells.read();
        if (read == null) {
            return;
        }
        if (differs(names, read.login(), read.name())) {
            cells.fault("name", "should be the name that an earlier row gives this login");
        }
        if (read.code() != null
                && read.enterprise() != null
                && differs(enterprises, read.code().value(), read.enterprise())) {
            cells.fault("enterprise", "should be the name that an earlier row gives this code");
        }
        if (!posts.add(post(read))) {
            cells.fault("login", "an earlier row gives this person the same post from that day");
        }
        rows.add(read);
    }

    private static boolean differs(Map<String, String> known, String key, String name) {
        String earlier = known.putIfAbsent(key, name);
        return earlier != null && !earlier.equals(name);
    }

    private static List<@Nullable Object> post(Enrolment read) {
        List<@Nullable Object> post = new ArrayList<>();
        post.add(read.login());
        post.add(read.role());
        post.add(read.region());
        post.add(read.department());
        post.add(read.hall());
        post.add(read.window());
        post.add(read.code());
        post.add(read.from());
        return post;
    }
}

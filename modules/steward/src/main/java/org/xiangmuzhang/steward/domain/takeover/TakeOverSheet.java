package org.xiangmuzhang.steward.domain.takeover;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Bounds;
import org.xiangmuzhang.kernel.DocumentNumber;
import org.xiangmuzhang.kernel.Refusal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The lines of a take-over, each with its faults. A file is sound in itself when no line has one;
 * whether it agrees with what the platform knows is asked elsewhere.
 */
@ValueObject
public final class TakeOverSheet {

    /** The columns in their order, by either name. */
    public static final List<Column> COLUMNS =
            List.of(
                    new Column("kind", "类型"),
                    new Column("item", "事项代码"),
                    new Column("document", "文号"),
                    new Column("begun", "开始日期"),
                    new Column("date", "日期"),
                    new Column("verified", "核验日期"),
                    new Column("text", "说明"));

    private static final Map<String, Kind> KINDS =
            Map.of(
                    "DECISION", Kind.DECISION,
                    "决定", Kind.DECISION,
                    "HISTORY", Kind.HISTORY,
                    "经过", Kind.HISTORY,
                    "DOCUMENT", Kind.DOCUMENT,
                    "材料", Kind.DOCUMENT);

    /** With or without leading zeros, as spreadsheets write days. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private static final int LONGEST = 2000;

    private final List<Line> lines;

    private TakeOverSheet(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    public record Column(String code, String zh) {

        boolean isCalled(String name) {
            return code.equals(name) || zh.equals(name);
        }
    }

    /** What a line tells of. */
    public enum Kind {
        /** An item that was decided outside. */
        DECISION,
        /** Something that happened. */
        HISTORY,
        /** A paper that there is. */
        DOCUMENT
    }

    /** What is wrong with a line, in which column. */
    public record Fault(String column, String rule, List<Object> arguments) {

        public Fault {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A row of the file as it was read; a part that could not be read is null.
     *
     * @param known whether it was taken over before
     */
    public record Line(
            int number,
            @Nullable Kind kind,
            @Nullable String item,
            @Nullable String document,
            @Nullable LocalDate begun,
            @Nullable LocalDate date,
            @Nullable LocalDate verified,
            String text,
            boolean known,
            List<Fault> faults) {

        public Line {
            faults = List.copyOf(faults);
        }

        /** The same with another fault. */
        public Line with(Fault fault) {
            List<Fault> more = new ArrayList<>(faults);
            more.add(fault);
            return new Line(number, kind, item, document, begun, date, verified, text, known, more);
        }

        /** The same, which was taken over before. */
        public Line asKnown() {
            return new Line(
                    number, kind, item, document, begun, date, verified, text, true, faults);
        }
    }

    /** A row of the file, whatever it says. */
    public record Row(int number, List<String> cells) {}

    /**
     * Reads rows, the header first. Refuses with {@code takeover-header} or {@code takeover-empty}.
     *
     * @param isItem whether there is such an item at the place
     */
    public static TakeOverSheet of(List<Row> rows, Predicate<String> isItem, LocalDate today) {
        if (rows.isEmpty()) {
            throw Refusal.invalid("takeover-empty", "/file");
        }
        header(rows.getFirst().cells());
        List<Line> lines = new ArrayList<>();
        Map<String, Integer> decided = new HashMap<>();
        for (Row row : rows.subList(1, rows.size())) {
            if (row.cells().stream().allMatch(String::isBlank)) {
                continue;
            }
            Line line = new Reader(row, today).line(isItem);
            if (line.kind() == Kind.DECISION && line.item() != null) {
                Integer first = decided.putIfAbsent(line.item(), line.number());
                if (first != null) {
                    line =
                            line.with(
                                    new Fault(
                                            "item",
                                            "takeover-item-twice",
                                            List.of(line.item(), first)));
                }
            }
            lines.add(line);
        }
        if (lines.isEmpty()) {
            throw Refusal.invalid("takeover-empty", "/file");
        }
        return new TakeOverSheet(lines);
    }

    private static void header(List<String> cells) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            String name = i < cells.size() ? cells.get(i).strip() : "";
            if (!COLUMNS.get(i).isCalled(name)) {
                throw Refusal.invalid("takeover-header", "/file", i + 1, COLUMNS.get(i).zh());
            }
        }
    }

    public List<Line> lines() {
        return lines;
    }

    /** Reads one row and notes what is wrong with it. */
    private static final class Reader {

        private final Row row;
        private final LocalDate today;
        private final List<Fault> faults = new ArrayList<>();

        Reader(Row row, LocalDate today) {
            this.row = row;
            this.today = today;
        }

        Line line(Predicate<String> isItem) {
            Kind kind = KINDS.get(cell(0));
            if (kind == null) {
                fault("kind", "takeover-kind", cell(0));
            }
            String item = cell(1).isEmpty() ? null : cell(1);
            if (item == null ? kind == Kind.DECISION : !isItem.test(item)) {
                fault("item", "item-unknown", cell(1));
            }
            String document = document(kind);
            LocalDate begun = date(3, false);
            LocalDate date = date(4, true);
            LocalDate verified = date(5, false);
            contradictions(kind, begun, date, verified);
            return new Line(
                    row.number(),
                    kind,
                    item,
                    document,
                    begun,
                    date,
                    verified,
                    text(kind),
                    false,
                    faults);
        }

        private @Nullable String document(@Nullable Kind kind) {
            String document = cell(2);
            if (document.isEmpty() && kind != Kind.DECISION) {
                return null;
            }
            try {
                return new DocumentNumber(document).value();
            } catch (Refusal refusal) {
                fault("document", refusal.rule(), refusal.arguments().toArray());
                return null;
            }
        }

        private void contradictions(
                @Nullable Kind kind,
                @Nullable LocalDate begun,
                @Nullable LocalDate date,
                @Nullable LocalDate verified) {
            if (date != null && date.isAfter(today)) {
                fault("date", "takeover-to-come", date, today);
            }
            if (begun != null && date != null && date.isBefore(begun)) {
                fault("date", "takeover-end-before-beginning", date, begun);
            }
            if (verified != null && kind != Kind.DECISION) {
                fault("verified", "takeover-nothing-to-verify");
            } else if (verified != null
                    && (verified.isAfter(today) || date != null && verified.isBefore(date))) {
                fault("verified", "elsewhere-verified", date == null ? today : date, today);
            }
        }

        private String text(@Nullable Kind kind) {
            String text = cell(6);
            if (text.length() > LONGEST || text.isEmpty() && kind != Kind.DECISION) {
                fault("text", "remark-length", LONGEST);
            }
            try {
                return Bounds.text(text);
            } catch (Refusal refusal) {
                fault("text", refusal.rule());
                return "";
            }
        }

        private @Nullable LocalDate date(int column, boolean needed) {
            String cell = cell(column);
            if (cell.isEmpty() && !needed) {
                return null;
            }
            try {
                return Bounds.date(LocalDate.parse(cell.replace('/', '-'), DAY));
            } catch (DateTimeException | Refusal noDate) {
                fault(COLUMNS.get(column).code(), "takeover-date", cell);
                return null;
            }
        }

        private String cell(int column) {
            return column < row.cells().size() ? row.cells().get(column).strip() : "";
        }

        private void fault(String column, String rule, Object... arguments) {
            faults.add(new Fault(column, rule, List.of(arguments)));
        }
    }
}

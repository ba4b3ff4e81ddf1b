package org.xiangmuzhang.settings;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What the values of a field are like. */
public sealed interface Kind {

    /** Its name on the page and in the interface. */
    default String code() {
        return getClass().getSimpleName();
    }

    /** The value in its own type; refuses what is none of this kind. */
    Object checked(Object given, Place place);

    /** The value that was written in a form or a file, still to be checked. */
    default Object read(String written, Place place) {
        return written.strip();
    }

    /**
     * Where a value stands, for the refusal.
     *
     * @param key of the field's words: {@code settings.<setting>.<field>}
     */
    record Place(String pointer, String key, String name) {

        Place in(String row, String column) {
            return new Place(
                    pointer + "/" + row + "/" + column, key + "." + column, name + "." + column);
        }

        MessageSourceResolvable words() {
            return new DefaultMessageSourceResolvable(new String[] {key}, name);
        }

        Refusal refusal(String rule, Object... arguments) {
            List<Object> all = new ArrayList<>(List.of(words()));
            all.addAll(List.of(arguments));
            return Refusal.invalid(rule, pointer, all.toArray());
        }
    }

    /** A whole number within bounds, both included. */
    record Whole(int least, int most) implements Kind {

        @Override
        public Object read(String written, Place place) {
            String digits = written.strip();
            if (!digits.matches("-?\\d{1,18}")) {
                throw place.refusal("setting-number");
            }
            return Long.valueOf(digits);
        }

        @Override
        public Object checked(Object given, Place place) {
            if (given instanceof Integer || given instanceof Long || given instanceof BigInteger) {
                BigInteger number = new BigInteger(given.toString());
                if (number.compareTo(BigInteger.valueOf(least)) < 0
                        || number.compareTo(BigInteger.valueOf(most)) > 0) {
                    throw place.refusal("setting-bounds", least, most);
                }
                return number.intValueExact();
            }
            throw place.refusal("setting-number");
        }
    }

    /** A number within bounds, both included, with so many places after the point at most. */
    record Decimal(BigDecimal least, BigDecimal most, int places) implements Kind {

        private static final Pattern FORM = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

        @Override
        public Object read(String written, Place place) {
            return number(written.strip(), place);
        }

        @Override
        public Object checked(Object given, Place place) {
            if (!(given instanceof Number)) {
                throw place.refusal("setting-decimal", places);
            }
            BigDecimal number =
                    given instanceof BigDecimal exact
                            ? number(plain(exact, place), place)
                            : number(plain(new BigDecimal(given.toString()), place), place);
            if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
                throw place.refusal("setting-bounds", least.toPlainString(), most.toPlainString());
            }
            return number;
        }

        private String plain(BigDecimal number, Place place) {
            if (Math.abs((long) number.scale()) > 40) {
                throw place.refusal("setting-decimal", places);
            }
            return number.stripTrailingZeros().toPlainString();
        }

        private BigDecimal number(String digits, Place place) {
            BigDecimal number =
                    FORM.matcher(digits).matches()
                            ? new BigDecimal(digits).stripTrailingZeros()
                            : null;
            if (number == null || number.scale() > places) {
                throw place.refusal("setting-decimal", places);
            }
            return number.scale() < 0 ? number.setScale(0) : number;
        }
    }

    /** Yes or no. */
    record YesNo() implements Kind {

        @Override
        public Object read(String written, Place place) {
            return switch (written.strip()) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw place.refusal("setting-yes-no");
            };
        }

        @Override
        public Object checked(Object given, Place place) {
            if (given instanceof Boolean) {
                return given;
            }
            throw place.refusal("setting-yes-no");
        }
    }

    /** One of these codes; the words of one are {@code <key of the field>.<code>}. */
    record Choice(List<String> codes) implements Kind {

        public Choice {
            codes = List.copyOf(codes);
        }

        @Override
        public Object checked(Object given, Place place) {
            if (given instanceof String code && codes.contains(code)) {
                return code;
            }
            throw place.refusal("setting-choice", String.join(", ", codes));
        }
    }

    /**
     * A text of one character at least.
     *
     * @param form regular expression that it has to match
     */
    record Text(int most, String form) implements Kind {

        public Text {
            try {
                Pattern.compile(form);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(form, e);
            }
        }

        @Override
        public Object read(String written, Place place) {
            return written.replace("\r\n", "\n").strip();
        }

        @Override
        public Object checked(Object given, Place place) {
            if (!(given instanceof String text)
                    || text.isBlank()
                    || text.codePointCount(0, text.length()) > most) {
                throw place.refusal("setting-text", most);
            }
            if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')
                    || !Pattern.compile(form, Pattern.DOTALL).matcher(text).matches()) {
                throw place.refusal("setting-text-form");
            }
            return text;
        }

        /** Whether it is one line. */
        public boolean isShort() {
            return most <= 100;
        }
    }

    /** Rows of the same fields, such as the steps of a ladder; so many at most. */
    record Table(List<Setting.Field> columns, int most) implements Kind {

        public Table {
            columns = List.copyOf(columns);
        }

        @Override
        public Object checked(Object given, Place place) {
            if (!(given instanceof List<?> rows)) {
                throw place.refusal("setting-rows", most);
            }
            if (rows.size() > most) {
                throw place.refusal("setting-rows", most);
            }
            List<Values> checked = new ArrayList<>();
            for (Object row : rows) {
                String at = Integer.toString(checked.size());
                if (row instanceof Values values) {
                    checked.add(row(values.byField(), at, place));
                } else if (row instanceof Map<?, ?> fields) {
                    checked.add(row(fields, at, place));
                } else {
                    throw place.refusal("setting-rows", most);
                }
            }
            return List.copyOf(checked);
        }

        private Values row(Map<?, ?> given, String at, Place place) {
            return Setting.checked(
                    columns,
                    given,
                    field -> place.in(at, field.name()),
                    () -> place.pointer() + "/" + at);
        }

        /** Whether a cell of this name stands in a column of the table. */
        boolean has(String cell, String field) {
            return columns.stream()
                    .anyMatch(
                            column ->
                                    cell.matches(
                                            Pattern.quote(field)
                                                    + "\\.\\d{1,4}\\."
                                                    + Pattern.quote(column.name())));
        }

        /** The rows of these cells, those without anything left out. */
        List<Values> read(String field, Map<String, String> cells, Place place) {
            SortedMap<Integer, Boolean> written = new TreeMap<>();
            String before = field + ".";
            cells.forEach(
                    (cell, text) -> {
                        if (cell.startsWith(before)) {
                            String at = cell.substring(before.length()).replaceFirst("\\..*", "");
                            if (at.matches("\\d{1,4}")) {
                                written.merge(
                                        Integer.parseInt(at), !text.isBlank(), Boolean::logicalOr);
                            }
                        }
                    });
            List<Values> rows = new ArrayList<>();
            written.forEach(
                    (at, something) -> {
                        if (something) {
                            rows.add(row(before + at + ".", at.toString(), cells, place));
                        }
                    });
            return rows;
        }

        private Values row(String before, String at, Map<String, String> cells, Place place) {
            SequencedMap<String, Object> row = new LinkedHashMap<>();
            for (Setting.Field column : columns) {
                Place here = place.in(at, column.name());
                String written = Objects.requireNonNullElse(cells.get(before + column.name()), "");
                row.put(
                        column.name(),
                        column.kind().checked(column.kind().read(written, here), here));
            }
            return new Values(row);
        }
    }
}

package org.xiangmuzhang.settings;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Something that places set for themselves: values under their names. A bean of the module that
 * goes by it. The words are {@code settings.<name>}, {@code settings.<name>.description} and {@code
 * settings.<name>.<field>} in that module's bundles, for a column of a table and for a code of a
 * choice with its name behind.
 *
 * @param name stable, in small letters: {@code supervision.light-thresholds}
 * @param fields in the order in which they are shown
 * @param rule name of the rule between the fields
 * @param holds whether values that are each within their bounds keep that rule
 */
public record Setting(String name, List<Field> fields, String rule, Predicate<Values> holds) {

    /**
     * One value.
     *
     * @param shipped value where no place has set another; in a column of a table it is not used
     */
    public record Field(String name, Kind kind, Object shipped) {

        /** A whole number between two others. */
        public Field(String name, int least, int most, int shipped) {
            this(name, new Kind.Whole(least, most), shipped);
        }

        /** A number with so many places after the point at most. */
        public static Field decimal(
                String name, String least, String most, int places, String shipped) {
            return new Field(
                    name,
                    new Kind.Decimal(new BigDecimal(least), new BigDecimal(most), places),
                    new BigDecimal(shipped));
        }

        public static Field yesNo(String name, boolean shipped) {
            return new Field(name, new Kind.YesNo(), shipped);
        }

        /** One of some codes; the first is shipped. */
        public static Field choice(String name, String... codes) {
            return new Field(name, new Kind.Choice(List.of(codes)), codes[0]);
        }

        /** A text of so many characters at most. */
        public static Field text(String name, int most, String shipped) {
            return new Field(name, new Kind.Text(most, ".*"), shipped);
        }

        /** A text of a certain form; what is shipped has it. */
        public static Field formed(String name, int most, String form, String shipped) {
            return new Field(name, new Kind.Text(most, form), shipped);
        }

        /** Rows of the same fields, each given as a map. */
        public static Field table(
                String name, int most, List<Field> columns, List<Map<String, Object>> shipped) {
            return new Field(name, new Kind.Table(columns, most), shipped);
        }
    }

    public Setting {
        fields = List.copyOf(fields);
        for (Field field : fields) {
            field.kind().checked(field.shipped(), place(name, field));
        }
    }

    /** A setting of one value. */
    public static Setting of(String name, Field field) {
        return of(name, List.of(field));
    }

    /** A setting of several values without a rule between them. */
    public static Setting of(String name, List<Field> fields) {
        return new Setting(name, fields, "", values -> true);
    }

    /** The whole number of a field; every field of a setting has a value. */
    public static int value(Values values, String field) {
        return values.whole(field);
    }

    /** What holds where no place has set anything. */
    public Values shipped() {
        return completed(Map.of());
    }

    /** The shipped values, with those in their place that were set and are still of their kind. */
    Values completed(Map<String, ?> set) {
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            values.put(field.name(), completed(field, set.get(field.name())));
        }
        return new Values(values);
    }

    private Object completed(Field field, @Nullable Object set) {
        Kind.Place place = place(name, field);
        try {
            return field.kind().checked(set == null ? field.shipped() : set, place);
        } catch (Refusal outgrown) {
            return field.kind().checked(field.shipped(), place);
        }
    }

    /**
     * The values in the order of the fields; refuses with {@code setting-fields}, a rule of the
     * field's kind or the setting's own rule.
     */
    Values checked(Map<String, ?> given) {
        Values values = checked(fields, given, field -> place(name, field), () -> "/values");
        if (!holds.test(values)) {
            throw Refusal.invalid(rule, "/values");
        }
        return values;
    }

    /** What was written in a form or a file; refuses like {@link #checked}. */
    Values read(Map<String, String> cells) {
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            Kind.Place place = place(name, field);
            if (field.kind() instanceof Kind.Table table) {
                values.put(field.name(), table.read(field.name(), cells, place));
            } else if (cells.containsKey(field.name())) {
                values.put(field.name(), field.kind().read(cells.get(field.name()), place));
            }
        }
        return checked(values);
    }

    /** What was written in a file, in which nothing else may stand. */
    Values readFile(Map<String, String> cells) {
        if (!cells.keySet().stream().allMatch(this::has)) {
            throw Refusal.invalid("setting-fields", "/values", names(fields));
        }
        return read(cells);
    }

    private boolean has(String cell) {
        return fields.stream()
                .anyMatch(
                        field ->
                                cell.equals(field.name())
                                        || field.kind() instanceof Kind.Table table
                                                && table.has(cell, field.name()));
    }

    static Values checked(
            List<Field> fields,
            Map<?, ?> given,
            Function<Field, Kind.Place> place,
            Supplier<String> pointer) {
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            Object value = given.get(field.name());
            if (value == null) {
                throw Refusal.invalid("setting-fields", pointer.get(), names(fields));
            }
            values.put(field.name(), field.kind().checked(value, place.apply(field)));
        }
        if (given.size() != fields.size()) {
            throw Refusal.invalid("setting-fields", pointer.get(), names(fields));
        }
        return new Values(values);
    }

    private static Kind.Place place(String setting, Field field) {
        return new Kind.Place(
                "/values/" + field.name(),
                "settings." + setting + "." + field.name(),
                field.name());
    }

    private static String names(List<Field> fields) {
        return fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }
}

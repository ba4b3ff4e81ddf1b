package org.xiangmuzhang.catalog.spi;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Predicate;

/**
 * A column of a table and what its values must be like.
 *
 * @param key part of what no two rows may share
 * @param list several values may be joined with semicolons
 * @param rule the rule that a value breaks, with its arguments
 * @param refers name of the table whose key a value must be
 */
public record Column(
        String name,
        boolean key,
        boolean required,
        boolean list,
        String rule,
        List<String> arguments,
        Predicate<String> holds,
        @Nullable String refers) {

    private static final String CODE = "[A-Z0-9]+(-[A-Z0-9]+)*";

    public static Column text(String name) {
        return new Column(name, false, true, false, "", List.of(), value -> true, null);
    }

    /** A stable code: capitals and digits, in parts joined with hyphens. */
    public static Column code(String name) {
        return text(name).must("code-form", List.of(), value -> value.matches(CODE));
    }

    public static Column oneOf(String name, String... values) {
        List<String> allowed = List.of(values);
        return text(name)
                .must("value-not-allowed", List.of(String.join(", ", values)), allowed::contains);
    }

    public static <E extends Enum<E>> Column oneOf(String name, Class<E> values) {
        String[] names = new String[values.getEnumConstants().length];
        for (E value : values.getEnumConstants()) {
            names[value.ordinal()] = value.name();
        }
        return oneOf(name, names);
    }

    public static Column yesNo(String name) {
        return oneOf(name, "yes", "no");
    }

    public static Column whole(String name, int least, int most) {
        return text(name)
                .must(
                        "number-bounds",
                        List.of(Integer.toString(least), Integer.toString(most)),
                        value ->
                                value.matches("\\d{1,9}")
                                        && Integer.parseInt(value) >= least
                                        && Integer.parseInt(value) <= most);
    }

    public static Column ref(String name, String table) {
        return new Column(name, false, true, false, "", List.of(), value -> true, table);
    }

    /** A row of sources.csv. */
    public static Column source(String name) {
        return ref(name, "sources");
    }

    public Column must(String rule, List<String> arguments, Predicate<String> holds) {
        return new Column(name, key, required, list, rule, arguments, holds, refers);
    }

    public Column asKey() {
        return new Column(name, true, required, list, rule, arguments, holds, refers);
    }

    public Column optional() {
        return new Column(name, key, false, list, rule, arguments, holds, refers);
    }

    public Column several() {
        return new Column(name, key, required, true, rule, arguments, holds, refers);
    }
}

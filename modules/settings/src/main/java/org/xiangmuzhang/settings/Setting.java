package org.xiangmuzhang.settings;

import org.xiangmuzhang.kernel.Refusal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * Something that places set for themselves: whole numbers under their names. A bean of the module
 * that goes by it. The words are {@code settings.<name>}, {@code settings.<name>.description} and
 * {@code settings.<name>.<field>} in that module's bundles.
 *
 * @param name stable, in small letters: {@code supervision.light-thresholds}
 * @param fields in the order in which they are shown
 * @param rule name of the rule between the fields
 * @param holds whether values that are each within their bounds keep that rule
 */
public record Setting(
        String name, List<Field> fields, String rule, Predicate<Map<String, Integer>> holds) {

    /**
     * One number.
     *
     * @param least smallest value that may be set
     * @param most greatest value that may be set
     * @param shipped value where no place has set another
     */
    public record Field(String name, int least, int most, int shipped) {}

    public Setting {
        fields = List.copyOf(fields);
    }

    /** A setting of one number. */
    public static Setting of(String name, Field field) {
        return new Setting(name, List.of(field), "", values -> true);
    }

    /** The value of a field; every field of a setting has one. */
    public static int value(Map<String, Integer> values, String field) {
        return Objects.requireNonNull(values.get(field), field);
    }

    /** What holds where no place has set anything. */
    public SequencedMap<String, Integer> shipped() {
        SequencedMap<String, Integer> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.name(), field.shipped()));
        return values;
    }

    /** The shipped values, with those in their place that were set and still have a field. */
    SequencedMap<String, Integer> completed(Map<String, Integer> set) {
        SequencedMap<String, Integer> values = shipped();
        values.replaceAll((field, value) -> set.getOrDefault(field, value));
        return values;
    }

    /**
     * The values in the order of the fields; refuses with {@code setting-fields}, {@code
     * setting-bounds} or the setting's own rule.
     */
    SequencedMap<String, Integer> checked(Map<String, Integer> given) {
        SequencedMap<String, Integer> values = new LinkedHashMap<>();
        for (Field field : fields) {
            Integer value = given.get(field.name());
            if (value == null) {
                throw Refusal.invalid("setting-fields", "/values", names());
            }
            if (value < field.least() || value > field.most()) {
                throw Refusal.invalid(
                        "setting-bounds", "/values/" + field.name(), field.least(), field.most());
            }
            values.put(field.name(), value);
        }
        if (given.size() != fields.size()) {
            throw Refusal.invalid("setting-fields", "/values", names());
        }
        if (!holds.test(values)) {
            throw Refusal.invalid(rule, "/values");
        }
        return values;
    }

    private String names() {
        return String.join(", ", fields.stream().map(Field::name).toList());
    }
}

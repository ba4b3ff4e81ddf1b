package org.xiangmuzhang.intake.domain.check;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was filled in, by the code of the field; nothing empty. */
@ValueObject
public record Answers(Map<String, String> byField) {

    public static final Answers NONE = new Answers(Map.of());

    /** Characters of one value. */
    private static final int LONGEST = 500;

    public Answers {
        byField = Map.copyOf(byField);
    }

    /**
     * What somebody sent, stripped; refuses with {@code form-field-unknown} and {@code
     * form-field-length}.
     *
     * @param known codes of the fields that are asked for
     */
    public static Answers of(Map<String, String> given, Set<String> known) {
        SortedMap<String, String> answers = new TreeMap<>();
        given.forEach(
                (field, value) -> {
                    if (!known.contains(field)) {
                        throw Refusal.invalid("form-field-unknown", "/answers", field);
                    }
                    String text = value.strip();
                    if (text.codePointCount(0, text.length()) > LONGEST) {
                        throw Refusal.invalid("form-field-length", "/answers/" + field, LONGEST);
                    }
                    if (!text.isEmpty()) {
                        answers.put(field, text);
                    }
                });
        return new Answers(answers);
    }

    public @Nullable String of(String field) {
        return byField.get(field);
    }

    /** Only these fields. */
    public Answers within(Collection<String> fields) {
        return new Answers(
                byField.entrySet().stream()
                        .filter(one -> fields.contains(one.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** As text: a line for each field. */
    public String text() {
        return new TreeMap<>(byField)
                .entrySet().stream()
                        .map(
                                one ->
                                        one.getKey()
                                                + "="
                                                + one.getValue()
                                                        .replace("\\", "\\\\")
                                                        .replace("\r", "")
                                                        .replace("\n", "\\n"))
                        .collect(Collectors.joining("\n"));
    }

    /** The answers that such a text says. */
    public static Answers read(String text) {
        SortedMap<String, String> answers = new TreeMap<>();
        text.lines()
                .forEach(
                        line -> {
                            int at = line.indexOf('=');
                            if (at > 0) {
                                answers.put(line.substring(0, at), plain(line.substring(at + 1)));
                            }
                        });
        return new Answers(answers);
    }

    private static String plain(String written) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\\' && i + 1 < written.length()) {
                plain.append(written.charAt(++i) == 'n' ? '\n' : '\\');
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}

package org.xiangmuzhang.catalog.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.guidance.Answer;
import org.xiangmuzhang.catalog.domain.guidance.Given;
import org.xiangmuzhang.catalog.domain.guidance.Given.What;
import org.xiangmuzhang.catalog.domain.guidance.Guide;
import org.xiangmuzhang.catalog.domain.guidance.Quantity;
import org.xiangmuzhang.catalog.domain.guidance.Question;
import org.xiangmuzhang.catalog.domain.guidance.Question.Kind;
import org.xiangmuzhang.kernel.Bounds;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A guide as it stands in the fields of the editor's forms, and how it is read from them. */
public final class GuideForm {

    private static final int NEW_ROWS = 2;

    private GuideForm() {}

    /** One answer as its row has it. */
    public record AnswerRow(
            String code,
            String textZh,
            String textEn,
            String from,
            String below,
            String next,
            String items,
            String without,
            String materials,
            String notes) {

        static final AnswerRow EMPTY = new AnswerRow("", "", "", "", "", "", "", "", "", "");

        static AnswerRow of(Answer answer) {
            return new AnswerRow(
                    answer.code(),
                    answer.textZh(),
                    answer.textEn(),
                    plain(answer.from()),
                    plain(answer.below()),
                    Objects.requireNonNullElse(answer.next(), ""),
                    codes(answer, What.ITEM),
                    codes(answer, What.NO_ITEM),
                    lines(answer, What.MATERIAL),
                    lines(answer, What.NOTE));
        }

        private static String plain(@Nullable BigDecimal number) {
            return number == null
                    ? ""
                    : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }

        private static String codes(Answer answer, What what) {
            return answer.gives().stream()
                    .filter(given -> given.what() == what)
                    .map(given -> String.valueOf(given.code()))
                    .collect(Collectors.joining(" "));
        }

        private static String lines(Answer answer, What what) {
            return answer.gives().stream()
                    .filter(given -> given.what() == what)
                    .map(
                            given ->
                                    (given.code() == null ? "" : given.code() + " | ")
                                            + given.zh()
                                            + " | "
                                            + given.en())
                    .collect(Collectors.joining("\n"));
        }
    }

    /** The rows of a question's answers, and some for new ones. */
    static List<AnswerRow> rows(@Nullable Question question) {
        List<AnswerRow> rows = new ArrayList<>();
        if (question != null) {
            question.answers().forEach(answer -> rows.add(AnswerRow.of(answer)));
        }
        for (int i = 0; i < NEW_ROWS || rows.size() < 2; i++) {
            rows.add(AnswerRow.EMPTY);
        }
        return rows;
    }

    /** The head of a guide, with the questions that it has. */
    static Guide head(Map<String, String> form, List<Question> questions) {
        return new Guide(
                text(form, "nameZh"),
                text(form, "nameEn"),
                text(form, "summaryZh"),
                text(form, "summaryEn"),
                words(form, "projectTypes"),
                words(form, "always"),
                questions);
    }

    /** A question with its answers; rows without anything in them are none. */
    static Question question(Map<String, String> form) {
        Kind kind =
                Arrays.stream(Kind.values())
                        .filter(one -> one.name().equals(form.get("kind")))
                        .findFirst()
                        .orElseThrow(() -> Refusal.invalid("form-field-unreadable", "/kind"));
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; form.containsKey("answers.%d.code".formatted(i)); i++) {
            String row = "answers.%d.".formatted(i);
            boolean empty =
                    form.entrySet().stream()
                            .filter(field -> field.getKey().startsWith(row))
                            .allMatch(field -> field.getValue().isBlank());
            if (!empty) {
                answers.add(answer(form, row, "/answers/" + i, kind));
            }
        }
        return new Question(
                text(form, "code"),
                kind,
                text(form, "textZh"),
                text(form, "textEn"),
                optional(form, "hintZh"),
                optional(form, "hintEn"),
                optional(form, "fact"),
                kind == Kind.NUMBER ? quantity(form) : null,
                answers,
                optional(form, "next"));
    }

    private static Quantity quantity(Map<String, String> form) {
        String decimals = text(form, "decimals");
        if (!decimals.matches("\\d?")) {
            throw Refusal.invalid("guide-decimals", "/decimals", decimals);
        }
        return new Quantity(
                text(form, "unitZh"),
                text(form, "unitEn"),
                must(number(form, "least", "/least"), "/least"),
                must(number(form, "most", "/most"), "/most"),
                decimals.isEmpty() ? 0 : Integer.parseInt(decimals));
    }

    private static BigDecimal must(@Nullable BigDecimal number, String pointer) {
        if (number == null) {
            throw Refusal.invalid("form-field-missing", pointer);
        }
        return number;
    }

    private static Answer answer(Map<String, String> form, String row, String pointer, Kind kind) {
        List<Given> gives = new ArrayList<>();
        for (String code : words(form, row + "items")) {
            gives.add(given(What.ITEM, code, null, null, pointer + "/items"));
        }
        for (String code : words(form, row + "without")) {
            gives.add(given(What.NO_ITEM, code, null, null, pointer + "/without"));
        }
        lines(form, row, "materials", What.MATERIAL, pointer, gives);
        lines(form, row, "notes", What.NOTE, pointer, gives);
        try {
            return new Answer(
                    text(form, row + "code"),
                    text(form, row + "textZh"),
                    text(form, row + "textEn"),
                    kind == Kind.NUMBER ? number(form, row + "from", "/from") : null,
                    kind == Kind.NUMBER ? number(form, row + "below", "/below") : null,
                    gives,
                    optional(form, row + "next"));
        } catch (Refusal refusal) {
            throw refusal.within(pointer);
        }
    }

    private static void lines(
            Map<String, String> form,
            String row,
            String field,
            What what,
            String pointer,
            List<Given> gives) {
        for (String line : text(form, row + field).split("\\R")) {
            if (line.isBlank()) {
                continue;
            }
            List<String> parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            boolean coded = parts.size() == 3 && what == What.MATERIAL;
            if (parts.size() != 2 && !coded) {
                throw Refusal.invalid("guide-gives-form", pointer + "/" + field);
            }
            gives.add(
                    given(
                            what,
                            coded ? parts.getFirst() : null,
                            parts.get(parts.size() - 2),
                            parts.getLast(),
                            pointer + "/" + field));
        }
    }

    private static Given given(
            What what,
            @Nullable String code,
            @Nullable String zh,
            @Nullable String en,
            String pointer) {
        try {
            return new Given(what, code, zh, en);
        } catch (Refusal refusal) {
            throw Refusal.invalid(refusal.rule(), pointer, refusal.arguments().toArray());
        }
    }

    private static String text(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }

    private static @Nullable String optional(Map<String, String> form, String field) {
        String text = text(form, field);
        return text.isEmpty() ? null : text;
    }

    private static List<String> words(Map<String, String> form, String field) {
        return Arrays.stream(text(form, field).split("[\\s,;，；、]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static @Nullable BigDecimal number(
            Map<String, String> form, String field, String pointer) {
        String text = text(form, field);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("-?\\d{1,18}(\\.\\d{1,6})?")) {
            throw Refusal.invalid("form-field-unreadable", pointer);
        }
        return Bounds.number(new BigDecimal(text));
    }
}

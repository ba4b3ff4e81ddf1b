package org.xiangmuzhang.catalog.domain.guidance;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.guidance.Given.What;
import org.xiangmuzhang.catalog.domain.guidance.Question.Kind;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers along a guide's path, and how they stand in an address: {@code 1~0~2.5~0-2~n} is the
 * first form of addresses, then for each question on the path in its order the place of the answer
 * among those that there are (counted from 0 in base 36), several joined by hyphens, {@code n} for
 * none of them; a number as it is. Which question it is follows from the answers before.
 */
public final class Walk {

    private static final String FORM = "1";
    private static final String NONE = "n";
    private static final int LONGEST = 4000;

    private final Guide guide;
    private final Map<String, Question> questions;
    private final List<Reply> replies = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private @Nullable Question open;

    /**
     * One question with what was answered.
     *
     * @param chosen the answers, of a number the one that stands for it
     * @param number null unless a number was asked for
     * @param before the address of the answers before it
     */
    public record Reply(
            Question question, List<Answer> chosen, @Nullable BigDecimal number, String before) {

        public Reply {
            chosen = List.copyOf(chosen);
        }

        /** What a fact would say to be the same answer. */
        String value() {
            return number == null
                    ? chosen.stream().map(Answer::code).collect(Collectors.joining(";"))
                    : Quantity.plain(number);
        }

        private String token() {
            if (number != null) {
                return Quantity.plain(number);
            }
            return chosen.isEmpty()
                    ? NONE
                    : chosen.stream()
                            .map(answer -> Integer.toString(question.answers().indexOf(answer), 36))
                            .collect(Collectors.joining("-"));
        }
    }

    private Walk(Guide guide) {
        this.guide = guide;
        this.questions = guide.byCode();
        this.open = guide.first();
    }

    /**
     * Reads answers again; null and nothing are the beginning. Refuses what is no address of this
     * guide with {@code guide-address}.
     */
    public static Walk along(Guide guide, @Nullable String address) {
        Walk walk = new Walk(guide);
        if (address == null || address.isEmpty()) {
            return walk;
        }
        String[] tokens = address.split("~", -1);
        if (address.length() > LONGEST || !tokens[0].equals(FORM)) {
            throw Refusal.invalid("guide-address", "/answers");
        }
        for (int i = 1; i < tokens.length; i++) {
            walk.read(tokens[i]);
        }
        return walk;
    }

    private void read(String token) {
        Question question = open;
        if (question == null) {
            throw Refusal.invalid("guide-address", "/answers");
        }
        try {
            answer(codes(question, token));
        } catch (Refusal refusal) {
            throw Refusal.invalid("guide-address", "/answers");
        }
    }

    private static List<String> codes(Question question, String token) {
        if (question.kind() == Kind.NUMBER) {
            return List.of(token);
        }
        if (token.equals(NONE)) {
            return List.of();
        }
        List<String> codes = new ArrayList<>();
        for (String place : token.split("-", -1)) {
            if (!place.matches("[0-9a-z]")) {
                throw Refusal.invalid("guide-address", "/answers");
            }
            int at = Integer.parseInt(place, 36);
            if (at >= question.answers().size()) {
                throw Refusal.invalid("guide-address", "/answers");
            }
            codes.add(question.answers().get(at).code());
        }
        return codes;
    }

    /**
     * Answers the open question: by codes of its answers, or a number. Refuses with {@code
     * guide-answer-missing}, {@code guide-answer-unknown}, {@code guide-answer-number}.
     */
    public Walk answer(List<String> typed) {
        Question question = open;
        if (question == null) {
            throw Refusal.conflict("guide-answered");
        }
        Quantity quantity = question.quantity();
        if (quantity != null) {
            String text = typed.isEmpty() ? "" : typed.getFirst();
            if (text.isBlank()) {
                throw Refusal.invalid("guide-answer-missing", "/answer");
            }
            BigDecimal number = quantity.number(text);
            Answer meant =
                    question.answers().stream()
                            .filter(answer -> answer.holds(number))
                            .findFirst()
                            .orElse(null);
            go(question, meant == null ? List.of() : List.of(meant), number);
            return this;
        }
        if (question.kind() != Kind.SEVERAL && typed.size() != 1) {
            throw Refusal.invalid("guide-answer-missing", "/answer");
        }
        Set<Answer> chosen = new LinkedHashSet<>();
        for (String code : typed) {
            chosen.add(
                    question.answer(code)
                            .orElseThrow(
                                    () ->
                                            Refusal.invalid(
                                                    "guide-answer-unknown", "/answer", code)));
        }
        go(question, question.answers().stream().filter(chosen::contains).toList(), null);
        return this;
    }

    private void go(Question question, List<Answer> chosen, @Nullable BigDecimal number) {
        asked.add(question.code());
        replies.add(new Reply(question, chosen, number, address()));
        String next =
                question.after(
                        question.kind() == Kind.SEVERAL || chosen.isEmpty()
                                ? null
                                : chosen.getFirst());
        // A circle in a draft ends where it would begin again.
        open = next == null || asked.contains(next) ? null : questions.get(next);
    }

    /** Lets the site answer as long as it knows the answer; a value that does not fit is none. */
    public Walk knowing(Map<String, String> facts) {
        for (Question question = open; question != null; question = open) {
            String value = question.fact() == null ? null : facts.get(question.fact());
            if (value == null || !tries(question, value)) {
                return this;
            }
        }
        return this;
    }

    private boolean tries(Question question, String value) {
        try {
            answer(
                    question.kind() == Kind.SEVERAL
                            ? value.isEmpty() ? List.of() : List.of(value.split(";"))
                            : List.of(value));
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** The question that is open, or null at the end. */
    public @Nullable Question open() {
        return open;
    }

    public List<Reply> replies() {
        return List.copyOf(replies);
    }

    /** Whether the site says the same. */
    public boolean isKnown(Reply reply, Map<String, String> facts) {
        return reply.question().fact() != null
                && reply.value().equals(facts.get(reply.question().fact()));
    }

    /** The answers so far as they stand in an address; empty at the beginning. */
    public String address() {
        return replies.isEmpty()
                ? ""
                : FORM + "~" + replies.stream().map(Reply::token).collect(Collectors.joining("~"));
    }

    /** Codes of the items that are needed by the answers so far, each once. */
    public Set<String> items() {
        Set<String> items = new LinkedHashSet<>(guide.always());
        given(What.NO_ITEM).forEach(given -> items.remove(given.code()));
        given(What.ITEM).forEach(given -> items.add(String.valueOf(given.code())));
        return items;
    }

    /** Everything of this kind that the answers give, each once. */
    public List<Given> given(What what) {
        return replies.stream()
                .flatMap(reply -> reply.chosen().stream())
                .flatMap(answer -> answer.gives().stream())
                .filter(given -> given.what() == what)
                .distinct()
                .toList();
    }
}

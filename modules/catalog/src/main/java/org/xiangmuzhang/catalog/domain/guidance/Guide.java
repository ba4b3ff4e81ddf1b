package org.xiangmuzhang.catalog.domain.guidance;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * 情形引导: questions from the first on, and what their answers give. A draft may have gaps; what is
 * published has none.
 *
 * @param projectTypes codes of the types whose items it covers
 * @param always codes of items that are needed unless an answer takes them away
 * @param questions at most {@link #QUESTIONS}; the first one is asked first
 */
@ValueObject
public record Guide(
        String nameZh,
        String nameEn,
        String summaryZh,
        String summaryEn,
        List<String> projectTypes,
        List<String> always,
        List<Question> questions) {

    /** Leads to the notice. */
    public static final String END = "END";

    /** More than anybody can keep in mind, and than an editor can answer for. */
    public static final int QUESTIONS = 500;

    private static final int LISTED = 200;

    public Guide {
        Sentences.text(nameZh, 100, "/nameZh");
        Sentences.text(nameEn, 100, "/nameEn");
        Sentences.text(summaryZh, Given.LONGEST, "/summaryZh");
        Sentences.text(summaryEn, Given.LONGEST, "/summaryEn");
        Sentences.atMost(projectTypes, 20, "/projectTypes");
        Sentences.atMost(always, LISTED, "/always");
        Sentences.codes(projectTypes, "/projectTypes");
        Sentences.codes(always, "/always");
        if (questions.size() > QUESTIONS) {
            throw Refusal.invalid("guide-too-large", "/questions", QUESTIONS, questions.size());
        }
        mustBeAtMost("/questions", 5_000, questions.stream().mapToInt(it -> it.answers().size()));
        mustBeAtMost(
                "/questions",
                10_000,
                questions.stream()
                        .flatMap(it -> it.answers().stream())
                        .mapToInt(answer -> answer.gives().size()));
        Sentences.onceEach(questions.stream().map(Question::code).toList(), "/questions");
        projectTypes = List.copyOf(projectTypes);
        always = List.copyOf(always);
        questions = List.copyOf(questions);
    }

    private static void mustBeAtMost(String pointer, int most, IntStream sizes) {
        int all = sizes.sum();
        if (all > most) {
            throw Refusal.invalid("guide-too-many", pointer, most, all);
        }
    }

    /** Whether some answers lead to an item. */
    public boolean mayGive(String item) {
        return always.contains(item)
                || questions.stream()
                        .flatMap(question -> question.answers().stream())
                        .flatMap(answer -> answer.gives().stream())
                        .anyMatch(
                                given ->
                                        given.what() == Given.What.ITEM
                                                && item.equals(given.code()));
    }

    /** Refuses what cannot stand in an address with {@code guide-code}. */
    public static void mustBeCode(String code) {
        Sentences.code(code, "/code");
    }

    /** The same with these questions. */
    public Guide with(List<Question> others) {
        return new Guide(nameZh, nameEn, summaryZh, summaryEn, projectTypes, always, others);
    }

    /**
     * With a question in the place of the one of that code, or behind all when there is none; what
     * led to it follows when its code changes.
     */
    public Guide put(String code, Question changed) {
        List<Question> others = new ArrayList<>(questions);
        int at = at(code);
        if (at < 0) {
            others.add(changed);
        } else {
            others.set(at, changed);
            if (!changed.code().equals(code)) {
                others.replaceAll(one -> one.leading(code, changed.code()));
            }
        }
        return with(others);
    }

    /** With a question so many places further on; refuses with {@code guide-question-unknown}. */
    public Guide moved(String code, int places) {
        List<Question> others = new ArrayList<>(questions);
        int at = mustBeAt(code);
        Question moved = others.remove(at);
        others.add(Math.clamp((long) at + places, 0, others.size()), moved);
        return with(others);
    }

    /** Without a question; refuses with {@code guide-question-unknown}. */
    public Guide without(String code) {
        List<Question> others = new ArrayList<>(questions);
        others.remove(mustBeAt(code));
        return with(others);
    }

    private int mustBeAt(String code) {
        int at = at(code);
        if (at < 0) {
            throw Refusal.invalid("guide-question-unknown", "/question", code);
        }
        return at;
    }

    private int at(String code) {
        return questions.stream().map(Question::code).toList().indexOf(code);
    }

    /** The question of this code, or null. */
    public @Nullable Question question(@Nullable String code) {
        return questions.stream()
                .filter(question -> question.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    @Nullable Question first() {
        return questions.isEmpty() ? null : questions.getFirst();
    }

    Map<String, Question> byCode() {
        Map<String, Question> byCode = new LinkedHashMap<>();
        questions.forEach(question -> byCode.put(question.code(), question));
        return byCode;
    }
}

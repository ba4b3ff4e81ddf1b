package org.xiangmuzhang.catalog.domain.guidance;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One question of a guide.
 *
 * @param code unique in the guide
 * @param hintZh why it is asked or where to look, or null
 * @param fact code of what a site may say in place of the person, or null
 * @param quantity what the number may be; null unless a number is asked for
 * @param answers of a number by ranges, else to choose from
 * @param next where to go on after an answer that does not say, {@link Guide#END}, or null
 */
@ValueObject
public record Question(
        String code,
        Kind kind,
        String textZh,
        String textEn,
        @Nullable String hintZh,
        @Nullable String hintEn,
        @Nullable String fact,
        @Nullable Quantity quantity,
        List<Answer> answers,
        @Nullable String next) {

    /** How it is answered. */
    public enum Kind {
        /** One of the answers. */
        ONE,
        /** Any of the answers, or none. */
        SEVERAL,
        NUMBER,
        YES_NO
    }

    private static final int ANSWERS = 30;
    private static final int LONGEST = 200;
    private static final String FACT = "[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*";

    public Question {
        Sentences.code(code, "/code");
        Sentences.text(textZh, LONGEST, "/textZh");
        Sentences.text(textEn, LONGEST, "/textEn");
        Sentences.mayBeText(hintZh, Given.LONGEST, "/hintZh");
        Sentences.mayBeText(hintEn, Given.LONGEST, "/hintEn");
        Sentences.lead(next, "/next");
        Sentences.atMost(answers, ANSWERS, "/answers");
        Sentences.onceEach(answers.stream().map(Answer::code).toList(), "/answers");
        if (fact != null && (fact.length() > 60 || !fact.matches(FACT))) {
            throw Refusal.invalid("guide-fact", "/fact", fact);
        }
        if ((kind == Kind.NUMBER) != (quantity != null)) {
            throw Refusal.invalid("guide-quantity", "/quantity", kind.name());
        }
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            String pointer = "/answers/" + i;
            if (kind != Kind.NUMBER && (answer.from() != null || answer.below() != null)) {
                throw Refusal.invalid("guide-quantity", pointer + "/from", kind.name());
            }
            if (kind == Kind.SEVERAL && answer.next() != null) {
                throw Refusal.invalid("guide-several-lead", pointer + "/next", code);
            }
            if (kind == Kind.YES_NO
                    && !answer.code().equals(Answer.YES)
                    && !answer.code().equals(Answer.NO)) {
                throw Refusal.invalid("guide-yes-no", pointer + "/code", answer.code());
            }
        }
        answers = List.copyOf(answers);
    }

    /** A question without hint and fact. */
    public static Question of(
            String code,
            Kind kind,
            String textZh,
            String textEn,
            @Nullable String next,
            Answer... answers) {
        return new Question(
                code, kind, textZh, textEn, null, null, null, null, List.of(answers), next);
    }

    /** A question for a number. */
    public static Question number(
            String code,
            String textZh,
            String textEn,
            Quantity quantity,
            @Nullable String next,
            Answer... answers) {
        return new Question(
                code,
                Kind.NUMBER,
                textZh,
                textEn,
                null,
                null,
                null,
                quantity,
                List.of(answers),
                next);
    }

    /** The same that the site may answer. */
    public Question knownBy(String code) {
        return new Question(
                this.code, kind, textZh, textEn, hintZh, hintEn, code, quantity, answers, next);
    }

    /** The question to go on with after an answer; {@link Guide#END}, or null for nowhere. */
    @Nullable String after(@Nullable Answer answer) {
        return answer == null || answer.next() == null ? next : answer.next();
    }

    Optional<Answer> answer(String answerCode) {
        return answers.stream().filter(answer -> answer.code().equals(answerCode)).findFirst();
    }

    /**
     * The ways on: each answer with where it leads, and of several also what is the case when none
     * is chosen.
     */
    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        answers.forEach(answer -> ways.add(new Way(this, answer, after(answer))));
        if (kind == Kind.SEVERAL) {
            ways.add(new Way(this, null, next));
        }
        return ways;
    }

    /**
     * One way on from a question.
     *
     * @param answer null when none of several is chosen
     * @param to null for nowhere
     */
    record Way(Question from, @Nullable Answer answer, @Nullable String to) {

        Step step() {
            return new Step(from.code(), answer == null ? null : answer.code());
        }

        List<Given> gives() {
            return answer == null ? List.of() : answer.gives();
        }
    }

    /** The same, leading to another question wherever it led to the one. */
    Question leading(String from, String to) {
        List<Answer> led =
                answers.stream()
                        .map(answer -> from.equals(answer.next()) ? answer.then(to) : answer)
                        .toList();
        return new Question(
                code,
                kind,
                textZh,
                textEn,
                hintZh,
                hintEn,
                fact,
                quantity,
                led,
                from.equals(next) ? to : next);
    }
}

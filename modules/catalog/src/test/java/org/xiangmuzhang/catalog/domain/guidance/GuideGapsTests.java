package org.xiangmuzhang.catalog.domain.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xiangmuzhang.catalog.domain.guidance.Question.Kind;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

class GuideGapsTests {

    private static final Set<String> ITEMS = Set.of("FILING", "EIA", "FIRE", "ROAD");
    private static final Map<String, Set<String>> TYPES =
            Map.of("PT-FACTORY", Set.of("FILING", "EIA"));

    @Test
    void letsAGuideWithoutGapsThrough() {
        assertThat(
                        gaps(
                                guide(
                                        List.of("FILING", "EIA"),
                                        yesNo(
                                                "PARK",
                                                yes(Given.noItem("EIA")).then("FLOORS"),
                                                no().then("FLOORS")),
                                        Question.of(
                                                "FLOORS",
                                                Kind.SEVERAL,
                                                "有哪些？",
                                                "Which?",
                                                Guide.END,
                                                answer("HIGH", Given.item("FIRE")),
                                                answer("WIDE", Given.item("ROAD"))))))
                .isEmpty();
    }

    @Test
    void findsThatNothingIsAsked() {
        assertThat(gaps(guide(List.of()))).extracting(Gap::kind).contains(Gap.Kind.NO_QUESTION);
    }

    @Test
    void findsAnAnswerThatLeadsNowhere() {
        List<Gap> gaps =
                gaps(
                        guide(
                                List.of("FILING", "EIA"),
                                yesNo("FIRST", yes().then("SECOND"), no().then(Guide.END)),
                                yesNo("SECOND", yes().then("REMOVED"), no().then(Guide.END))));

        assertThat(gaps)
                .containsExactly(
                        gap(Gap.Kind.ANSWER_LEADS_NOWHERE, "SECOND", "FIRST=YES", "SECOND=YES"));
    }

    @Test
    void findsAQuestionWithoutAllAnswers() {
        assertThat(gaps(guide(List.of("FILING", "EIA"), yesNo("FIRST", yes().then(Guide.END)))))
                .containsExactly(gap(Gap.Kind.QUESTION_WITHOUT_ANSWERS, "FIRST"));
    }

    @Test
    void findsAQuestionThatIsNeverReached() {
        List<Gap> gaps =
                gaps(
                        guide(
                                List.of("FILING", "EIA"),
                                yesNo("FIRST", yes().then(Guide.END), no().then(Guide.END)),
                                yesNo("ALONE", yes().then(Guide.END), no().then("FIRST"))));

        assertThat(gaps).containsExactly(gap(Gap.Kind.QUESTION_NEVER_REACHED, "ALONE"));
    }

    @Test
    void findsACircleAndNamesItsQuestions() {
        List<Gap> gaps =
                gaps(
                        guide(
                                List.of("FILING", "EIA"),
                                yesNo("FIRST", yes().then("SECOND"), no().then(Guide.END)),
                                yesNo("SECOND", yes().then("THIRD"), no().then(Guide.END)),
                                yesNo("THIRD", yes().then("SECOND"), no().then(Guide.END))));

        assertThat(gaps).containsExactly(gap(Gap.Kind.CIRCLE, "SECOND", "SECOND=YES", "THIRD=YES"));
    }

    @Test
    void findsAnswersThatContradictAndTheWholePath() {
        List<Gap> gaps =
                gaps(
                        guide(
                                List.of("EIA", "FILING"),
                                yesNo(
                                        "FIRST",
                                        yes(Given.item("EIA")).then("SECOND"),
                                        no().then(Guide.END)),
                                yesNo("SECOND", yes().then("THIRD"), no().then("THIRD")),
                                yesNo(
                                        "THIRD",
                                        yes(Given.noItem("EIA")).then(Guide.END),
                                        no().then(Guide.END))));

        assertThat(gaps)
                .containsExactly(
                        gap(
                                Gap.Kind.ANSWERS_CONTRADICT,
                                "EIA",
                                "FIRST=YES",
                                "SECOND=YES",
                                "THIRD=YES"));
    }

    @Test
    void findsAnswersOfOneQuestionThatContradictWhenBothMayBeChosen() {
        Answer[] answers = {answer("A", Given.item("EIA")), answer("B", Given.noItem("EIA"))};

        assertThat(
                        gaps(
                                guide(
                                        List.of("EIA", "FILING"),
                                        Question.of(
                                                "Q",
                                                Kind.SEVERAL,
                                                "哪些？",
                                                "Which?",
                                                "END",
                                                answers))))
                .containsExactly(gap(Gap.Kind.ANSWERS_CONTRADICT, "EIA", "Q=A", "Q=B"));
        assertThat(
                        gaps(
                                guide(
                                        List.of("EIA", "FILING"),
                                        Question.of(
                                                "Q", Kind.ONE, "哪个？", "Which?", "END", answers))))
                .isEmpty();
    }

    @Test
    void letsAnswersOnDifferentPathsSayTheOpposite() {
        assertThat(
                        gaps(
                                guide(
                                        List.of("EIA", "FILING"),
                                        yesNo(
                                                "FIRST",
                                                yes(Given.item("EIA")).then(Guide.END),
                                                no(Given.noItem("EIA")).then(Guide.END)))))
                .isEmpty();
    }

    @Test
    void findsAnItemOfTheTypeThatNoAnswerReaches() {
        List<Gap> gaps =
                gaps(
                        guide(
                                List.of(),
                                yesNo(
                                        "FIRST",
                                        yes(Given.item("FILING")).then(Guide.END),
                                        no(Given.item("FIRE")).then(Guide.END))));

        assertThat(gaps).containsExactly(gap(Gap.Kind.ITEM_NEVER_REACHED, "EIA"));
    }

    @Test
    void findsAnItemThatEveryPathTakesAway() {
        List<Gap> gaps =
                gaps(
                        guide(
                                List.of("EIA", "FILING"),
                                yesNo(
                                        "FIRST",
                                        yes(Given.noItem("EIA")).then(Guide.END),
                                        no().then("SECOND")),
                                yesNo(
                                        "SECOND",
                                        yes(Given.noItem("EIA")).then(Guide.END),
                                        no(Given.noItem("EIA")).then(Guide.END))));

        assertThat(gaps).containsExactly(gap(Gap.Kind.ITEM_NEVER_REACHED, "EIA"));
    }

    @Test
    void findsItemsAndTypesThatThereAreNot() {
        Guide guide =
                new Guide(
                        "建厂房",
                        "Factory",
                        "说明",
                        "Summary",
                        List.of("PT-NONE"),
                        List.of("NONE"),
                        List.of(
                                yesNo(
                                        "FIRST",
                                        yes(Given.item("LATER")).then(Guide.END),
                                        no().then(Guide.END))));

        assertThat(gaps(guide))
                .contains(
                        gap(Gap.Kind.TYPE_UNKNOWN, "PT-NONE"),
                        gap(Gap.Kind.ITEM_UNKNOWN, "NONE"),
                        gap(Gap.Kind.ITEM_UNKNOWN, "LATER", "FIRST=YES"));
    }

    @Test
    void findsThatAnAnswerTakesAwayWhatNobodyHas() {
        assertThat(
                        gaps(
                                guide(
                                        List.of("FILING", "EIA"),
                                        yesNo(
                                                "FIRST",
                                                yes(Given.noItem("FIRE")).then(Guide.END),
                                                no().then(Guide.END)))))
                .containsExactly(gap(Gap.Kind.TAKES_AWAY_WHAT_IS_NOT_GIVEN, "FIRE", "FIRST=YES"));
    }

    @Test
    void findsAPathAtWhoseEndNothingStands() {
        Guide guide =
                new Guide(
                        "建厂房",
                        "Factory",
                        "说明",
                        "Summary",
                        List.of(),
                        List.of(),
                        List.of(
                                yesNo(
                                        "FIRST",
                                        yes(Given.item("EIA")).then(Guide.END),
                                        no().then("SECOND")),
                                yesNo(
                                        "SECOND",
                                        yes(Given.note("不需要", "Nothing")).then(Guide.END),
                                        no().then(Guide.END))));

        assertThat(gaps(guide))
                .containsExactly(gap(Gap.Kind.ENDS_WITH_NOTHING, "", "FIRST=NO", "SECOND=NO"));
    }

    @Test
    void findsNumbersWithoutAnswerAndWithTwo() {
        assertThat(ranges(range(null, "10"), range("10", null))).isEmpty();
        assertThat(ranges(range(null, "10"), range("20", null)))
                .containsExactly(gap(Gap.Kind.NUMBERS_NOT_COVERED, "10 – 20", "AREA"));
        assertThat(ranges(range(null, "30"), range("20", null)))
                .containsExactly(gap(Gap.Kind.NUMBERS_COVERED_TWICE, "20 – 30", "AREA"));
        assertThat(ranges(range("5", "50"), range("50", "100")))
                .as("both bounds may be typed")
                .containsExactly(
                        gap(Gap.Kind.NUMBERS_NOT_COVERED, "0 – 5", "AREA"),
                        gap(Gap.Kind.NUMBERS_NOT_COVERED, "100 – 100", "AREA"));
    }

    private static List<Gap> ranges(Answer... answers) {
        Answer[] named =
                IntStream.range(0, answers.length)
                        .mapToObj(
                                i ->
                                        Answer.of("R" + i, "范围", "Range")
                                                .within(answers[i].from(), answers[i].below())
                                                .then(Guide.END))
                        .toArray(Answer[]::new);
        Quantity mu = new Quantity("亩", "mu", BigDecimal.ZERO, new BigDecimal(100), 1);
        return gaps(
                guide(
                        List.of("FILING", "EIA"),
                        Question.number("AREA", "多大？", "How large?", mu, null, named)));
    }

    private static Answer range(@Nullable String from, @Nullable String below) {
        return Answer.of("R", "范围", "Range")
                .within(
                        from == null ? null : new BigDecimal(from),
                        below == null ? null : new BigDecimal(below));
    }

    /** Two to the power of 499 paths; whoever listed them would not come back. */
    @Test
    void looksThroughFiveHundredQuestionsAtOnce() {
        Guide guide = guide(List.of("FILING", "EIA"), chain(Guide.QUESTIONS));
        long before = System.nanoTime();
        List<Gap> gaps = gaps(guide);
        Duration took = Duration.ofNanos(System.nanoTime() - before);

        assertThat(gaps)
                .singleElement()
                .satisfies(
                        gap -> {
                            assertThat(gap.kind()).isEqualTo(Gap.Kind.ANSWERS_CONTRADICT);
                            assertThat(gap.path()).hasSize(500);
                        });
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void refusesMoreThanFiveHundredQuestions() {
        Question[] questions = chain(Guide.QUESTIONS + 1);

        assertThatThrownBy(() -> guide(List.of("FILING"), questions))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo("guide-too-large");
                            assertThat(refusal.arguments()).containsExactly(500, 501);
                        });
    }

    /** Each leads on by both answers; the first gives what the last takes away. */
    private static Question[] chain(int length) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            String next = i == length - 1 ? Guide.END : "Q" + (i + 1);
            Answer yes =
                    i == 0
                            ? yes(Given.item("EIA"))
                            : i == length - 1 ? yes(Given.noItem("EIA")) : yes();
            questions.add(yesNo("Q" + i, yes.then(next), no().then(next)));
        }
        return questions.toArray(Question[]::new);
    }

    private static List<Gap> gaps(Guide guide) {
        return Gaps.of(guide, ITEMS, TYPES);
    }

    private static Gap gap(Gap.Kind kind, String subject, String... path) {
        return new Gap(
                kind,
                subject,
                Arrays.stream(path)
                        .map(step -> step.split("="))
                        .map(step -> new Step(step[0], step.length > 1 ? step[1] : null))
                        .toList());
    }

    private static Guide guide(List<String> always, Question... questions) {
        return new Guide(
                "建厂房",
                "Factory",
                "说明",
                "Summary",
                List.of("PT-FACTORY"),
                always,
                List.of(questions));
    }

    private static Question yesNo(String code, Answer... answers) {
        return Question.of(code, Kind.YES_NO, "是吗？", "Is it?", null, answers);
    }

    private static Answer yes(Given... gives) {
        return Answer.of(Answer.YES, "是", "Yes", gives);
    }

    private static Answer no(Given... gives) {
        return Answer.of(Answer.NO, "否", "No", gives);
    }

    private static Answer answer(String code, Given... gives) {
        return Answer.of(code, code, code, gives);
    }
}

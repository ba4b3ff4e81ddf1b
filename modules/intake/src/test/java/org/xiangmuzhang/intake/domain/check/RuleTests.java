package org.xiangmuzhang.intake.domain.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangmuzhang.intake.domain.check.FormField.Prefill;
import org.xiangmuzhang.intake.domain.check.FormField.Type;
import org.xiangmuzhang.intake.domain.check.Rule.Kind;
import org.xiangmuzhang.kernel.Refusal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class RuleTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "PRESENT   | -             | 甲                   | none       | true",
                "PRESENT   | -             | none                 | none       | false",
                "FORMAT    | CREDIT_CODE   | 91140500MA9DEMA138   | none       | true",
                "FORMAT    | CREDIT_CODE   | 91140500MA9DEMA139   | none       | false",
                "FORMAT    | MOBILE        | 13800138000          | none       | true",
                "FORMAT    | MOBILE        | 12800138000          | none       | false",
                "FORMAT    | DATE          | 2026-02-30           | none       | false",
                "FORMAT    | NUMBER        | 1.5                  | none       | true",
                "FORMAT    | NUMBER        | none                 | none       | true",
                "RANGE     | 1..100        | 100                  | none       | true",
                "RANGE     | 1..100        | 100.5                | none       | false",
                "RANGE     | 0..           | -1                   | none       | false",
                "RANGE     | ..5           | 五                    | none       | false",
                "EQUAL     | other         | 甲                   | 甲         | true",
                "EQUAL     | other         | 甲                   | 乙         | false",
                "EQUAL     | other         | 甲                   | none       | false",
                "NOT_AFTER | other         | 2026-01-01           | 2026-01-01 | true",
                "NOT_AFTER | other         | 2026-01-02           | 2026-01-01 | false",
                "NOT_AFTER | other         | 2026-01-02           | 昨天       | false",
                "NOT_AFTER | today         | 2026-11-02           | none       | true",
                "NOT_AFTER | today         | 2026-11-03           | none       | false"
            })
    void judgesAField(Kind kind, String against, String said, String other, boolean passed) {
        Answers answers =
                new Answers(
                        said == null
                                ? Map.of()
                                : other == null
                                        ? Map.of("field", said)
                                        : Map.of("field", said, "other", other));
        RuleSet rules = set(List.of(rule("R-1", kind, "field", against)));

        assertThat(rules.isWellFormed()).isTrue();
        assertThat(rules.judge("ITEM", facts(answers, Map.of())))
                .extracting(Finding::passed)
                .containsExactly(passed);
    }

    @Test
    void judgesMaterialsAndSaysWhichContentItSaw() {
        RuleSet rules =
                set(
                        List.of(
                                rule("R-1", Kind.HANDED_IN, "M-1", "-"),
                                rule("R-2", Kind.FILE_TYPE, "M-1", "ofd, pdf"),
                                rule("R-3", Kind.FILE_TYPE, "M-2", "pdf"),
                                rule("R-4", Kind.FILE_COUNT, "-", "2")));

        List<Finding> found =
                rules.judge(
                        "ITEM",
                        facts(
                                Answers.NONE,
                                Map.of(
                                        "M-1", new HandedIn("aa", "application/pdf"),
                                        "ELSEWHERE", new HandedIn("bb", "text/plain"))));

        assertThat(rules.isWellFormed()).isTrue();
        assertThat(found).extracting(Finding::passed).containsExactly(true, true, true, false);
        assertThat(found.getFirst().seen()).isEqualTo("aa");
    }

    @Test
    void whatCannotBeJudgedIsNoRuleSet() {
        assertThat(set(List.of(rule("R-1", Kind.PRESENT, "unknown", "-"))).isWellFormed())
                .isFalse();
        assertThat(set(List.of(rule("R-1", Kind.FORMAT, "field", "(a+)+"))).isWellFormed())
                .isFalse();
        assertThat(set(List.of(rule("R-1", Kind.RANGE, "field", "1-5"))).isWellFormed()).isFalse();
        assertThat(set(List.of(rule("R-1", Kind.FILE_TYPE, "M-1", "exe"))).isWellFormed())
                .isFalse();
        Rule same = rule("R-1", Kind.PRESENT, "field", "-");
        assertThat(set(List.of(same, same)).isWellFormed()).isFalse();
        assertThat(
                        new RuleSet(null, 0, List.of(), List.of(), Set.of("ITEM"), List.of(), 0)
                                .isWellFormed())
                .isFalse();
    }

    @Test
    void decidesOnlyWhatEveryRuleIsContentWithHoweverDeeplyAPersonLooks() {
        RuleSet rules =
                new RuleSet(
                        null,
                        0,
                        fields(),
                        List.of(
                                rule("R-1", Kind.PRESENT, "field", "-"),
                                rule("R-2", Kind.RANGE, "field", "1..5")),
                        Set.of("ITEM"),
                        List.of(
                                new RuleSet.GradedDepth("A", "-", Depth.FORM),
                                new RuleSet.GradedDepth("A", "OTHER", Depth.FULL)),
                        0);
        List<Finding> found =
                rules.judge("ITEM", facts(new Answers(Map.of("field", "9")), Map.of()));

        assertThat(rules.depth(null, "ITEM")).isEqualTo(Depth.FULL);
        assertThat(rules.depth("B", "ITEM")).isEqualTo(Depth.FULL);
        assertThat(rules.depth("A", "ITEM")).isEqualTo(Depth.FORM);
        assertThat(rules.depth("A", "OTHER")).isEqualTo(Depth.FULL);
        assertThat(rules.decides("ITEM", found)).isFalse();
        assertThat(rules.decides("ITEM", found.subList(0, 1))).isTrue();
        assertThat(rules.decides("ITEM", List.of())).isFalse();
        assertThat(rules.decides("OTHER", found.subList(0, 1))).isFalse();
    }

    @Test
    void drawsAboutTheShareByLotsAlone() {
        RuleSet tenth = sampling(10);
        SplittableRandom lots = new SplittableRandom(7);

        long drawn = IntStream.range(0, 10_000).filter(i -> tenth.isSampled(lots)).count();

        assertThat(drawn).isBetween(850L, 1150L);
        assertThat(IntStream.range(0, 1000)).noneMatch(i -> sampling(0).isSampled(lots));
        assertThat(IntStream.range(0, 1000)).allMatch(i -> sampling(100).isSampled(lots));
    }

    @Test
    void answersStandAsOneTextAndBack() {
        Answers answers =
                Answers.of(
                        Map.of("field", " 两行\n第二行 \\n ", "other", "  "), Set.of("field", "other"));

        assertThat(answers.byField()).containsExactly(Map.entry("field", "两行\n第二行 \\n"));
        assertThat(Answers.read(answers.text())).isEqualTo(answers);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Answers.of(Map.of("other", "x"), Set.of("field")))
                .extracting(Refusal::rule)
                .isEqualTo("form-field-unknown");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Answers.of(Map.of("field", "x".repeat(501)), Set.of("field")))
                .extracting(Refusal::rule)
                .isEqualTo("form-field-length");
    }

    private static RuleSet sampling(int share) {
        return new RuleSet(null, 0, List.of(), List.of(), Set.of(), List.of(), share);
    }

    private static RuleSet set(List<Rule> rules) {
        return new RuleSet(null, 0, fields(), rules, Set.of(), List.of(), 0);
    }

    private static List<FormField> fields() {
        return Arrays.stream(new String[] {"field", "other"})
                .map(code -> new FormField("ITEM", code, code, code, Type.TEXT, Prefill.NONE, "-"))
                .toList();
    }

    private static Rule rule(String code, Kind kind, String subject, String against) {
        return new Rule(code, "ITEM", kind, subject, against, "理由", "Reason");
    }

    private static Facts facts(Answers answers, Map<String, HandedIn> materials) {
        return new Facts(TODAY, answers, Set.of("M-1", "M-2"), materials);
    }
}

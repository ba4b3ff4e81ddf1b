package org.xiangmuzhang.catalog.domain.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangmuzhang.catalog.domain.guidance.Given.What;
import org.xiangmuzhang.catalog.domain.guidance.Question.Kind;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class WalkTests {

    private static final Guide GUIDE =
            new Guide(
                    "建厂房",
                    "Factory",
                    "说明",
                    "Summary",
                    List.of(),
                    List.of("FILING", "EIA"),
                    List.of(
                            Question.of(
                                            "STANDARD",
                                            Kind.YES_NO,
                                            "是标准地吗？",
                                            "Is it standard land?",
                                            "AREA",
                                            Answer.of("YES", "是", "Yes", Given.item("AGREEMENT")),
                                            Answer.of("NO", "否", "No").then("WHICH"))
                                    .knownBy("land.standard"),
                            Question.number(
                                            "AREA",
                                            "多少亩？",
                                            "How many mu?",
                                            new Quantity(
                                                    "亩",
                                                    "mu",
                                                    BigDecimal.ZERO,
                                                    new BigDecimal(5000),
                                                    2),
                                            "WHICH",
                                            Answer.of("SMALL", "小", "Small")
                                                    .within(null, new BigDecimal(50)),
                                            Answer.of("LARGE", "大", "Large", Given.item("STUDY"))
                                                    .within(new BigDecimal(50), null))
                                    .knownBy("land.area-mu"),
                            Question.of(
                                    "WHICH",
                                    Kind.SEVERAL,
                                    "有哪些？",
                                    "Which?",
                                    Guide.END,
                                    Answer.of(
                                            "HIGH",
                                            "高层",
                                            "High",
                                            Given.item("FIRE"),
                                            Given.note("请预留消防车道", "Leave room for engines")),
                                    Answer.of("CLEAN", "无排放", "Clean", Given.noItem("EIA")),
                                    Answer.of(
                                            "DEEP",
                                            "深基坑",
                                            "Deep",
                                            Given.note("请预留消防车道", "Leave room for engines")))));

    @Test
    void standsInAnAddressAndIsReadAgain() {
        Walk walk = walk("YES", "50.50", "HIGH", "DEEP");

        assertThat(walk.address()).isEqualTo("1~0~50.5~0-2");
        assertThat(walk.open()).isNull();
        assertThat(walk.items()).containsExactly("FILING", "EIA", "AGREEMENT", "STUDY", "FIRE");
        assertThat(walk.given(What.NOTE)).as("said by two answers").hasSize(1);

        Walk again = Walk.along(GUIDE, walk.address());
        assertThat(again.replies()).isEqualTo(walk.replies());
        assertThat(again.items()).isEqualTo(walk.items());
    }

    @Test
    void skipsWhatAnAnswerLeadsPastAndTakesItemsAway() {
        Walk walk = Walk.along(GUIDE, "1~1~1");

        assertThat(walk.replies())
                .extracting(reply -> reply.question().code())
                .containsExactly("STANDARD", "WHICH");
        assertThat(walk.items()).containsExactly("FILING");
        assertThat(walk.replies().getLast().before()).as("to change it").isEqualTo("1~1");
    }

    @Test
    void isOpenUntilItsEnd() {
        assertThat(code(Walk.along(GUIDE, null))).isEqualTo("STANDARD");
        assertThat(code(Walk.along(GUIDE, "1~0"))).isEqualTo("AREA");
        assertThat(code(Walk.along(GUIDE, "1~1"))).isEqualTo("WHICH");
        assertThat(Walk.along(GUIDE, "1~1~n").open()).isNull();
    }

    @Test
    void letsTheSiteAnswerWhatItKnows() {
        Map<String, String> facts = Map.of("land.standard", "YES", "land.area-mu", "12.34");
        Walk walk = Walk.along(GUIDE, null).knowing(facts);

        assertThat(walk.address()).isEqualTo("1~0~12.34");
        assertThat(code(walk)).isEqualTo("WHICH");
        assertThat(walk.replies()).allMatch(reply -> walk.isKnown(reply, facts));
        assertThat(Walk.along(GUIDE, "1~1").replies())
                .as("said otherwise by the person")
                .noneMatch(reply -> walk.isKnown(reply, facts));
    }

    @Test
    void asksThePersonWhereTheSiteSaysNothingThatFits() {
        assertThat(Walk.along(GUIDE, null).knowing(Map.of("land.standard", "maybe")).address())
                .isEmpty();
        assertThat(
                        Walk.along(GUIDE, null)
                                .knowing(Map.of("land.standard", "YES", "land.area-mu", "9999"))
                                .address())
                .isEqualTo("1~0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "2~0",
                "1~",
                "1~9",
                "1~0~x",
                "1~0~-1",
                "1~0~5001",
                "1~0~1.234",
                "1~1~0-",
                "1~1~3",
                "1~1~n~0",
                "1~1~00",
                "~",
                "1~1~Z",
                "1~0~1e3",
                "1~0~999999999999999999999"
            })
    void refusesWhatIsNoAddressOfTheGuide(String address) {
        assertThatThrownBy(() -> Walk.along(GUIDE, address))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo("guide-address"));
    }

    @Test
    void saysWhichNumbersAreAllowed() {
        Walk walk = Walk.along(GUIDE, "1~0");
        assertThatThrownBy(() -> walk.answer(List.of("1.234")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo("guide-answer-number");
                            assertThat(refusal.arguments()).containsExactly("0", "5000", 2);
                        });
    }

    private static Walk walk(String standard, String area, String... which) {
        return Walk.along(GUIDE, null)
                .answer(List.of(standard))
                .answer(List.of(area))
                .answer(List.of(which));
    }

    private static String code(Walk walk) {
        return Objects.requireNonNull(walk.open()).code();
    }
}

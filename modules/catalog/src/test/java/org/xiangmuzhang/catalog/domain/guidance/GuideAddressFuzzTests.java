package org.xiangmuzhang.catalog.domain.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.xiangmuzhang.catalog.domain.guidance.Question.Kind;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Whatever stands in an address as answers of a guide leads along it, or is refused. */
class GuideAddressFuzzTests {

    /** A question of each kind, and a circle. */
    private static final Guide GUIDE =
            new Guide(
                    "建厂房",
                    "Factory",
                    "说明",
                    "Summary",
                    List.of(),
                    List.of("FILING"),
                    List.of(
                            Question.of(
                                            "STANDARD",
                                            Kind.YES_NO,
                                            "是标准地吗？",
                                            "Is it standard land?",
                                            "AREA",
                                            Answer.of("YES", "是", "Yes", Given.item("AGREEMENT")),
                                            Answer.of("NO", "否", "No").then("WHICH"))
                                    .knownBy("standard"),
                            Question.number(
                                            "AREA",
                                            "多少亩？",
                                            "How many mu?",
                                            new Quantity(
                                                    "亩",
                                                    "mu",
                                                    new BigDecimal(-5),
                                                    new BigDecimal(5000),
                                                    2),
                                            "WHICH",
                                            Answer.of("SMALL", "小", "Small")
                                                    .within(null, new BigDecimal(50)),
                                            Answer.of("LARGE", "大", "Large", Given.item("STUDY"))
                                                    .within(new BigDecimal(60), null))
                                    .knownBy("area"),
                            Question.of(
                                            "WHICH",
                                            Kind.SEVERAL,
                                            "有哪些？",
                                            "Which?",
                                            "PLACE",
                                            Answer.of("WATER", "水", "Water", Given.item("WATER")),
                                            Answer.of("GAS", "气", "Gas", Given.noItem("FILING")),
                                            Answer.of("HEAT", "热", "Heat"))
                                    .knownBy("which"),
                            Question.of(
                                            "PLACE",
                                            Kind.ONE,
                                            "在哪里？",
                                            "Where?",
                                            "STANDARD",
                                            Answer.of("ZONE", "园区", "Zone").then("AREA"),
                                            Answer.of("TOWN", "城区", "Town").then(Guide.END))
                                    .knownBy("place")));

    @FuzzTest
    void answers(byte[] sent) {
        Walk walk;
        try {
            walk = Walk.along(GUIDE, text(sent));
        } catch (Refusal refusal) {
            assertThat(refusal.rule()).isEqualTo("guide-address");
            assertThat(refusal.pointers()).containsExactly("/answers");
            return;
        }
        readsTheSameAgain(walk);
    }

    /** What a site says of itself, with bars between. */
    @FuzzTest
    void facts(byte[] said) {
        String[] values = text(said).split("\\|", 4);
        Map<String, String> facts =
                Map.of(
                        "standard", values[0],
                        "area", values.length > 1 ? values[1] : "",
                        "which", values.length > 2 ? values[2] : "",
                        "place", values.length > 3 ? values[3] : "");
        Walk walk = Walk.along(GUIDE, null).knowing(facts);
        readsTheSameAgain(walk);
        assertThat(walk.replies()).hasSizeLessThanOrEqualTo(GUIDE.questions().size());
    }

    @FuzzTest
    void version(byte[] sent) {
        String text = text(sent);
        GuideVersion.named(text)
                .ifPresent(
                        name ->
                                assertThat(name.region().code() + "." + name.number())
                                        .isEqualTo(text));
    }

    private static void readsTheSameAgain(Walk walk) {
        Walk again = Walk.along(GUIDE, walk.address());
        assertThat(again.replies()).isEqualTo(walk.replies());
        assertThat(again.address()).isEqualTo(walk.address());
        assertThat(again.items()).isEqualTo(walk.items());
        assertThat(again.open()).isEqualTo(walk.open());
    }

    private static String text(byte[] sent) {
        return new String(sent, StandardCharsets.UTF_8);
    }
}

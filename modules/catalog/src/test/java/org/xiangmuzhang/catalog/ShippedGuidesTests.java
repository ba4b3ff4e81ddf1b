package org.xiangmuzhang.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.guidance.Gaps;
import org.xiangmuzhang.catalog.domain.guidance.Guide;
import org.xiangmuzhang.catalog.domain.guidance.Notice;
import org.xiangmuzhang.catalog.domain.guidance.Quantity;
import org.xiangmuzhang.catalog.domain.guidance.Question;
import org.xiangmuzhang.catalog.domain.guidance.Walk;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.practices.Practice;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** The guides that come with the platform on the tables that come with it. */
class ShippedGuidesTests {

    private static final PlaceView PLACE =
            TestCatalog.shipped().browsing().at(new Region("140502"));

    @ParameterizedTest
    @ValueSource(strings = {"BUILD-FACTORY", "BUILD-ROAD", "LOW-RISK-FACTORY"})
    void haveNoGapsAndCoverTheirTypes(String code) {
        Guide guide = GuideFiles.shipped(code);
        Map<String, Set<String>> types =
                PLACE.types().values().stream()
                        .collect(
                                Collectors.toMap(
                                        ProjectType::code,
                                        type ->
                                                type.items().stream()
                                                        .map(need -> need.item().code())
                                                        .collect(Collectors.toSet())));

        assertThat(guide.projectTypes()).isNotEmpty();
        assertThat(Gaps.of(guide, PLACE.items().keySet(), types)).isEmpty();
    }

    /** Whatever is answered: two thousand whole paths, drawn at random from a fixed seed. */
    @ParameterizedTest
    @ValueSource(strings = {"BUILD-FACTORY", "BUILD-ROAD"})
    void anyWholePathListsEachItemAndEachMaterialOnceInAnOrderThatCanBeKept(String code) {
        Guide guide = GuideFiles.shipped(code);
        Random random = new Random(4);
        Set<String> notices = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Walk walk = anyPath(guide, random);
            Notice notice = Notice.of(walk, PLACE);
            List<String> items = notice.items().stream().map(Item::code).toList();

            assertThat(items).doesNotHaveDuplicates().hasSameElementsAs(walk.items());
            assertThat(notice.gone()).isEmpty();
            assertThat(notice.hand())
                    .extracting(paper -> paper.nameZh() + paper.form())
                    .doesNotHaveDuplicates();
            assertThat(PLACE.template().dependencies())
                    .filteredOn(edge -> items.contains(edge.from()) && items.contains(edge.to()))
                    .allMatch(edge -> items.indexOf(edge.from()) < items.indexOf(edge.to()));
            assertThat(notice.together()).isBetween(1, notice.oneByOne());
            assertThat(Walk.along(guide, walk.address()).items()).isEqualTo(walk.items());
            notices.add(String.join(" ", items));
        }
        assertThat(notices).hasSizeGreaterThan(50);
    }

    private static Walk anyPath(Guide guide, Random random) {
        Walk walk = Walk.along(guide, null);
        for (Question open = walk.open(); open != null; open = walk.open()) {
            Quantity quantity = open.quantity();
            if (quantity != null) {
                walk.answer(
                        List.of(
                                random.nextInt(4) == 0
                                        ? quantity.most().toPlainString()
                                        : String.valueOf(random.nextInt(2000))));
            } else if (open.kind() == Question.Kind.SEVERAL) {
                walk.answer(
                        open.answers().stream()
                                .map(answer -> answer.code())
                                .filter(answer -> random.nextBoolean())
                                .toList());
            } else {
                walk.answer(
                        List.of(open.answers().get(random.nextInt(open.answers().size())).code()));
            }
        }
        return walk;
    }

    @Test
    void aFactoryOnStandardLandNeedsWhatThePublishedTypeSays() {
        Walk walk = Walk.along(GuideFiles.shipped("BUILD-FACTORY"), null);
        for (List<String> answer :
                List.of(
                        List.of("YES"),
                        List.of("NO"),
                        List.of("YES"),
                        List.of("SOIL-AND-WATER"),
                        List.of("TABLE"),
                        List.of("PERMIT"),
                        List.of("800"),
                        List.of("3.2"),
                        List.of("NO"),
                        List.<String>of(),
                        List.of("NO"),
                        List.of("POWER", "WATER"))) {
            walk.answer(answer);
        }

        assertThat(walk.open()).isNull();
        assertThat(walk.items())
                .containsExactlyInAnyOrderElementsOf(
                        Objects.requireNonNull(PLACE.types().get("PT-IND-STDLAND")).items().stream()
                                .map(need -> need.item().code())
                                .toList());
        Notice notice = Notice.of(walk, PLACE);
        assertThat(notice.notes()).isNotEmpty();
        assertThat(notice.items())
                .extracting(Item::code)
                .startsWith("STEWARD-ENTRUST")
                .containsSubsequence("ENT-FILING", "CONSTRUCTION-PERMIT", "ARCHIVE-ACCEPT");
    }

    @Test
    @Practice("PR-289")
    void riskRuleChoosesTheSmallerSetAndItsPermitsAreDoneWithinTenDays() {
        ProjectType type = Objects.requireNonNull(PLACE.types().get("PT-LOWRISK-IND"));
        Notice low = riskOf("LOW", "10000", "24", "NO");

        assertThat(low.items())
                .extracting(Item::code)
                .containsExactlyInAnyOrderElementsOf(
                        type.items().stream().map(need -> need.item().code()).toList());
        assertThat(
                        low.items().stream()
                                .filter(item -> item.kind().equals("PERMIT"))
                                .mapToInt(item -> item.promised().days())
                                .sum())
                .isPositive()
                .isLessThanOrEqualTo(10);
        for (Notice larger :
                List.of(
                        riskOf("HIGH"),
                        riskOf("LOW", "10001"),
                        riskOf("LOW", "800", "24.01"),
                        riskOf("LOW", "800", "12", "YES"))) {
            assertThat(larger.items())
                    .extracting(Item::code)
                    .containsAll(low.items().stream().map(Item::code).toList())
                    .contains("DESIGN-SCHEME", "DRAWING-REVIEW", "PLAN-VERIFY");
            assertThat(larger.together()).isGreaterThan(low.together());
        }
    }

    private static Notice riskOf(String... answers) {
        Walk walk = Walk.along(GuideFiles.shipped("LOW-RISK-FACTORY"), null);
        for (String answer : answers) {
            walk.answer(List.of(answer));
        }
        assertThat(walk.open()).isNull();
        return Notice.of(walk, PLACE);
    }
}

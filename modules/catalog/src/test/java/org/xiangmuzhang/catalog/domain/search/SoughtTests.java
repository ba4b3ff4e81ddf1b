package org.xiangmuzhang.catalog.domain.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangmuzhang.kernel.Refusal;

import java.util.List;

/** How well an item fits what was typed, and that its stretches never hide it. */
class SoughtTests {

    private static final SearchText PERMIT =
            SearchText.of(
                    "ENG-PLAN-PERMIT",
                    "建设工程规划许可证核发（3D 模型）",
                    List.of(
                            "jian", "she", "gong", "cheng", "gui", "hua", "xu", "ke", "zheng", "he",
                            "fa", "3", "d", "mo", "xing"),
                    List.of("Planning permit", "自然资源部门", "建设工程规划许可证"));

    @ParameterizedTest
    @CsvSource({
        "建设工程规划许可证核发（3D模型）, 0",
        "ENG-PLAN-PERMIT, 0",
        "eng-plan, 1",
        "建设工程, 1",
        "规划, 2",
        "划, 2",
        "许可 规划, 2",
        "规划　许可, 2",
        "3D, 2",
        "３ｄ, 2",
        "证核发（3D 模型）, 2",
        "plan-permit, 2",
        "guihua, 3",
        "GuiHua, 3",
        "gh, 3",
        "jsgcghxkz, 3",
        "jian, 3",
        "guihua 许可, 3",
        "gongch, 3",
        "自然资源, 4",
        "planning permit, 4",
        "规划 自然, 4"
    })
    void findsByWordSoundInitialsAndCode(String typed, int rank) {
        Sought sought = Sought.of(typed);

        assertThat(sought.rank(PERMIT)).hasValue(rank);
        mayBeFound(sought);
    }

    /** Each word has all of its stretches in one of the three. */
    private static void mayBeFound(Sought sought) {
        for (Sought.Word word : sought.words()) {
            assertThat(List.of(PERMIT.nameGrams(), PERMIT.soundGrams(), PERMIT.otherGrams()))
                    .as(word.text())
                    .anyMatch(grams -> grams.containsAll(word.grams()));
        }
    }

    @ParameterizedTest
    @CsvSource({"消防", "规划 消防", "uihua", "hg", "ng", "规设", "xiaofang", "2D", "%", "规划%消防", "'_'"})
    void doesNotFindWhatIsNotThere(String typed) {
        assertThat(Sought.of(typed).rank(PERMIT)).isEmpty();
    }

    @Test
    void nothingTypedFindsAllAndMarksAloneFindNothing() {
        assertThat(Sought.of("  ").rank(PERMIT)).hasValue(Sought.EXACT);
        assertThat(Sought.of("  ").all()).isTrue();
        assertThat(Sought.of("！？").nothing()).isTrue();
    }

    @Test
    void twoHundredCharactersAreLookedForAndNotOneMore() {
        String longest = "规划许可".repeat(50);
        assertThat(Sought.of(longest).rank(PERMIT)).isEmpty();
        assertThat(Sought.of("规 ".repeat(100)).rank(PERMIT)).hasValue(Sought.NAMED);
        assertThatThrownBy(() -> Sought.of(longest + "证"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo("search-too-long");
                            assertThat(refusal.pointers()).containsExactly("/q");
                        });
    }

    @Test
    void everyPartOfANameFindsIt() {
        String name = "建设工程规划许可证核发3d模型";
        for (int from = 0; from < name.length(); from++) {
            for (int to = from + 1; to <= name.length(); to++) {
                Sought sought = Sought.of(name.substring(from, to));
                assertThat(sought.rank(PERMIT)).as(sought.whole()).isPresent();
                mayBeFound(sought);
            }
        }
    }

    @Test
    void everySoundFromTheBeginningOfASyllableFindsIt() {
        String letters = "jianshegongchengguihuaxukezhenghefa";
        for (int from : new int[] {0, 4, 7, 11, 16, 19, 22, 24, 26, 31, 33}) {
            for (int to = from + 1; to <= letters.length(); to++) {
                Sought sought = Sought.of(letters.substring(from, to));
                assertThat(sought.rank(PERMIT)).as(sought.whole()).isPresent();
                mayBeFound(sought);
            }
        }
    }
}

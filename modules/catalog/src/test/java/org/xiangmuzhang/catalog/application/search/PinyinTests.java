package org.xiangmuzhang.catalog.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangmuzhang.catalog.Csv;

import java.util.Map;

/** How the field's words are read, those with characters of several readings above all. */
class PinyinTests {

    @ParameterizedTest
    @CsvSource({
        "规划, gui hua",
        "行政许可, xing zheng xu ke",
        "银行开户, yin hang kai hu",
        "行业综合许可证, hang ye zong he xu ke zheng",
        "重大项目, zhong da xiang mu",
        "重新核发, chong xin he fa",
        "重庆市, chong qing shi",
        "长治市, chang zhi shi",
        "项目长, xiang mu zhang",
        "容积率调整, rong ji lv tiao zheng",
        "调查, diao cha",
        "会计师, kuai ji shi",
        "会议, hui yi",
        "给排水, ji pai shui",
        "厦门, xia men",
        "西藏, xi zang",
        "绿化, lv hua",
        "变更, bian geng",
        "3D 打印（A 级）, 3 d da yin a ji"
    })
    void readsWordsOfTheField(String word, String syllables) {
        assertThat(String.join(" ", Pinyin.syllables(word))).isEqualTo(syllables);
    }

    @Test
    void readsEveryCharacterOfEveryItem() {
        for (Map<String, String> item : Csv.shipped("items").rows()) {
            String name = item.getOrDefault("name_zh", "");
            long read = name.codePoints().filter(Character::isLetterOrDigit).count();
            assertThat(Pinyin.syllables(name)).as(name).hasSize((int) read);
        }
    }
}

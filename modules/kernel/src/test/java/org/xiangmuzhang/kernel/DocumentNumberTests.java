package org.xiangmuzhang.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "晋自然预〔2026〕8号",
                "晋市发改审批[2026]12号",
                "国环审（2026）3号",
                "晋（2026）晋城市不动产权第0001234号",
                "地字第140500202600012号",
                "140502202611050101",
                "140500-SITE-PREEXAM-2026-000123",
                "GRANT-2026-1",
                "供电合同-2026-17",
                "供电-A-2026-17",
                "合同2026000017",
                "2610-140500-04-01-123456"
            })
    void takesNumbersAsAuthoritiesGiveThem(String number) {
        assertThat(DocumentNumber.of(" " + number + " ").value()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "号",
                "供电合同",
                "请联系张三，电话见附件 1",
                "晋自然预〔2026〕8号，经办人李四",
                "张三-1",
                "张三1",
                "张三-2026",
                "欧阳小明-017",
                "王五A1",
                "供电-8号",
                "材料齐全同意办理请尽快出具相关批复文件1",
                "晋自然预 2026 8",
                "<b>1</b>",
                "A1234567890123456789012345678901234567890123456789012345678901"
            })
    void refusesWhatIsNoNumber(String text) {
        refuses("document-number-form", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "联系-2026-13800138000",
                "11010519491231002X",
                "140502198001011234",
                "140502800101123",
                "A-008613800138000"
            })
    void refusesTelephonesAndIdentityNumbers(String text) {
        refuses("document-number-digits", text);
    }

    private static void refuses(String rule, String text) {
        assertThatThrownBy(() -> DocumentNumber.of(text))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo(rule);
                            assertThat(refusal.pointers()).containsExactly("/documentNumber");
                        });
    }
}

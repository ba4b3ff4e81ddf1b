package org.xiangmuzhang.intake.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.kernel.Refusal;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;

/**
 * Whatever is typed as a check code is one, and reads the same again, or is refused by its rule.
 */
class CheckCodeFuzzTests {

    @FuzzTest
    void code(byte[] typed) {
        CheckCode code;
        try {
            code = CheckCode.parse(new String(typed, StandardCharsets.UTF_8));
        } catch (Refusal refusal) {
            assertThat(refusal.rule()).isEqualTo("check-code-malformed");
            assertThat(refusal.pointers()).containsExactly("/code");
            return;
        }
        assertThat(CheckCode.parse(code.text())).isEqualTo(code);
    }

    @Test
    void everyIdHasItsCodeHoweverItIsTyped() {
        Random drawn = new Random(20261201);
        for (int turn = 0; turn < 1000; turn++) {
            CheckCode code = new CheckCode(new UUID(drawn.nextLong(), drawn.nextLong()));
            assertThat(code.text()).matches("([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]");
            assertThat(CheckCode.parse(code.text())).isEqualTo(code);
            String typed = code.text().toLowerCase().replace("-", " ").replace('0', 'o');
            assertThat(CheckCode.parse(typed.replace('1', 'l'))).isEqualTo(code);
        }
    }
}

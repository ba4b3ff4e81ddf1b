package org.xiangmuzhang.parties.halls;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.xiangmuzhang.kernel.Refusal;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever comes as a list of halls is one, and reads the same again, or has its faults named. */
class HallListFuzzTests {

    @FuzzTest
    void rows(byte[] sent) {
        readsTheSameAgainOrNamesFaults(
                String.join(",", HallList.HEADER)
                        + "\n"
                        + new String(sent, StandardCharsets.UTF_8));
    }

    @FuzzTest
    void whole(byte[] sent) {
        readsTheSameAgainOrNamesFaults(new String(sent, StandardCharsets.UTF_8));
    }

    private static void readsTheSameAgainOrNamesFaults(String text) {
        List<Hall> halls;
        try {
            halls = HallList.read(text);
        } catch (Refusal refused) {
            assertThat(refused.rule()).isEqualTo("hall-list");
            assertThat(refused.pointers()).isNotEmpty().hasSizeLessThanOrEqualTo(HallList.FAULTS);
            return;
        }
        assertThat(HallList.read(HallList.written(halls))).isEqualTo(halls);
    }
}

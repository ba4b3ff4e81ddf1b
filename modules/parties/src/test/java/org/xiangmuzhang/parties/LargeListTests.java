package org.xiangmuzhang.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

/** Lists that are made to fill memory are refused with a few faults, however many they have. */
class LargeListTests {

    private static final String HEADER = String.join(",", EnrolmentList.HEADER) + "\n";

    @ParameterizedTest
    @ValueSource(strings = {"a\n", ",,,,,,,,,\n", "a,b,c,d,e,f,g,h,i,j\n", "\"a\"\n", "a,\u3000\n"})
    void noMoreFaultsAreToldThanCanBeRead(String row) {
        byte[] list = bytes(HEADER + row.repeat(200_000));

        assertThatThrownBy(() -> EnrolmentList.read(list))
                .isInstanceOfSatisfying(
                        EnrolmentsRefusedException.class,
                        refused -> assertThat(refused.faults()).hasSizeBetween(1, 220));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\"", "a"})
    void rowWithoutAnEndIsRefused(String cell) {
        byte[] list = bytes(HEADER + cell.repeat(9_999_999));

        assertThatThrownBy(() -> EnrolmentList.read(list))
                .isInstanceOfSatisfying(
                        EnrolmentsRefusedException.class,
                        refused -> assertThat(refused.faults()).isNotEmpty());
    }

    @Test
    void listThatIsTooLargeIsNotRead() {
        assertThatThrownBy(() -> EnrolmentList.read(new byte[16 * 1024 * 1024 + 1]))
                .isInstanceOfSatisfying(
                        EnrolmentsRefusedException.class,
                        refused -> assertThat(refused.faults()).hasSize(1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

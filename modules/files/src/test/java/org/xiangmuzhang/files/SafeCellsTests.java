package org.xiangmuzhang.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellsTests {

    @ParameterizedTest
    @ValueSource(strings = {"12", "-12", "-3.5", "0", "2026-11-05", "–", "项目", ""})
    void numbersAndDaysStayAsTheyAre(String text) {
        assertThat(SafeCells.safe(text)).isEqualTo(text);
        assertThat(SafeCells.plain(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+86", "-1+2", "-", "--1", "-1.", "@x", "'-5", "''=1", "－1", "\t1"})
    void whatCouldBeAFormulaIsGuardedAndComesBackAsItWas(String text) {
        assertThat(SafeCells.safe(text)).isEqualTo("'" + text);
        assertThat(SafeCells.plain(SafeCells.safe(text))).isEqualTo(text);
    }
}

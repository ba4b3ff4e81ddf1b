package org.xiangmuzhang.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

class BoundsTests {

    private final WorkingDays calendar = new WorkingDays("plain", Map.of(), Set.of());

    @Test
    void letsThroughWhatPeopleWrite() {
        assertThat(Bounds.text("沁水\t光伏\r\n𠮷野")).isEqualTo("沁水\t光伏\r\n𠮷野");
        assertThat(Bounds.date(Bounds.FIRST)).isEqualTo("1949-10-01");
        assertThat(Bounds.date(Bounds.LAST)).isEqualTo("2099-12-31");
        assertThat(Bounds.number(new BigDecimal("33333.33"))).isEqualTo("33333.33");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "\ud800", "\u0085"})
    void refusesCharactersThatNobodyWrites(String text) {
        assertThatThrownBy(() -> Bounds.text(text)).hasMessageContaining("character-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e5000", "1e-5000", "-1e999999999", "1E+21"})
    void refusesNumbersThatCannotBeWrittenOut(BigDecimal number) {
        assertThatThrownBy(() -> Bounds.number(number)).hasMessageContaining("number-out-of-range");
    }

    @Test
    void theCalendarCountsOnlyBetweenDatesThatAreSome() {
        LocalDate far = LocalDate.MAX;
        LocalDate today = LocalDate.of(2026, 7, 1);
        var pause = new WorkingDays.Pause(today, far);
        TimeLimit limit = TimeLimit.workingDays(5);

        refused(() -> calendar.onOrAfter(far));
        refused(() -> calendar.plus(LocalDate.MIN, 1));
        refused(() -> calendar.between(LocalDate.MIN, today));
        refused(() -> calendar.between(today, far));
        refused(() -> calendar.due(far, limit, List.of()));
        refused(() -> calendar.due(today, limit, List.of(pause)));
    }

    private static void refused(Runnable counting) {
        assertThatThrownBy(counting::run).hasMessageContaining("date-out-of-range");
    }
}

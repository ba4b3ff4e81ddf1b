package org.xiangmuzhang.land.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The published vectors of standard land, on the 50 亩 of the pilot. */
class IndicatorCheckTests {

    private static final Indicator ENERGY =
            new Indicator(
                    "LI-ENERGY",
                    "CONTROL",
                    5,
                    "单位能耗",
                    "Energy use per unit output",
                    "吨标准煤/万元",
                    "tce per 10k CNY",
                    IndicatorRule.MAX,
                    "",
                    Set.of(CheckedWhen.AT_OUTPUT),
                    Set.of(),
                    "LI-OUTPUT",
                    "1");

    private static final Area FIFTY_MU = new Area(new BigDecimal("33333.33"));

    @ParameterizedTest
    @CsvSource({
        "LI-INVEST, 万元/亩, 600, 30000, 600.00, MET",
        "LI-INVEST, 万元/亩, 600, 29999, 599.98, NOT_MET",
        "LI-INVEST, 万元/亩, 350, 29999, 599.98, MET",
        "LI-FAR, 无量纲, 3.0, 100000, 3.00, MET",
        "LI-FAR, 无量纲, 1.0, 100000, 3.00, MET",
        "LI-TAX, 万元/亩·年, 50, 2500, 50.00, MET",
        "LI-TAX, 万元/亩·年, 25, 2500, 50.00, MET",
        "LI-DENSITY, %, 30, 9999.99, 30.00, NOT_MET"
    })
    void checksAMinimumExactlyAndRoundsOnlyForDisplay(
            String code, String unit, String least, String declared, String shown, String outcome) {
        Verdict verdict =
                check(threshold(code, unit, least, null), Map.of(code, declared)).getFirst();

        assertThat(verdict.value()).isEqualTo(new BigDecimal(shown));
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.valueOf(outcome));
    }

    @ParameterizedTest
    @CsvSource({"5000, 0.20, MET", "5001, 0.20, NOT_MET", "4999, 0.20, MET"})
    void checksEnergyAgainstTheDeclaredOutput(String tce, String shown, String outcome) {
        Verdict verdict =
                check(
                                threshold("LI-ENERGY", "吨标准煤/万元", null, "0.2"),
                                Map.of("LI-ENERGY", tce, "LI-OUTPUT", "25000"))
                        .getFirst();

        assertThat(verdict.value()).isEqualTo(new BigDecimal(shown));
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.valueOf(outcome));
    }

    @Test
    void checksTheParcelsOwnSizeWithoutADeclaration() {
        Verdict verdict = check(threshold("LI-SCALE", "亩", "30", "50"), Map.of()).getFirst();

        assertThat(verdict.value()).isEqualTo(new BigDecimal("50.00"));
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.MET);
    }

    @Test
    void acceptsAClassWithinAnAllowedIndustry() {
        Threshold batteries =
                new Threshold(
                        "LI-INDUSTRY",
                        null,
                        IndicatorRule.ALLOWED_SET,
                        null,
                        null,
                        Set.of("38"),
                        "GB/T 4754 code",
                        Set.of(CheckedWhen.AT_TRANSFER));

        assertThat(check(batteries, Map.of("LI-INDUSTRY", "3841")).getFirst().outcome())
                .isEqualTo(Verdict.Outcome.MET);
        assertThat(check(batteries, Map.of("LI-INDUSTRY", "26")).getFirst().outcome())
                .isEqualTo(Verdict.Outcome.NOT_MET);
        assertThat(check(batteries, Map.of()).getFirst().outcome())
                .isEqualTo(Verdict.Outcome.NOT_DECLARED);
    }

    @Test
    void refusesADeclarationThatIsNoNumber() {
        assertThatThrownBy(
                        () ->
                                check(
                                        threshold("LI-INVEST", "万元/亩", "600", null),
                                        Map.of("LI-INVEST", "3e4")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo("declared-value");
                            assertThat(refusal.pointers()).containsExactly("/LI-INVEST");
                        });
    }

    @Test
    void refusesToCheckEnergyWithoutOutput() {
        assertThatThrownBy(
                        () ->
                                check(
                                        threshold("LI-ENERGY", "吨标准煤/万元", null, "0.2"),
                                        Map.of("LI-ENERGY", "10")))
                .hasMessageContaining("declared-divisor-missing");
    }

    @Test
    void countsTheStartLimitInWorkingDaysFromTheDelivery() {
        WorkingDays calendar =
                new WorkingDays(
                        "test",
                        Map.of(
                                day("2026-10-01"), false,
                                day("2026-10-02"), false,
                                day("2026-10-05"), false,
                                day("2026-10-06"), false,
                                day("2026-10-07"), false,
                                day("2026-10-10"), true),
                        Set.of(Year.of(2026)));

        assertThat(ConstructionDates.startBy(day("2026-09-30"), 10, calendar))
                .isEqualTo(day("2026-10-20"));
    }

    @Test
    void countsTheFinishLimitInMonthsUpToTheLastDayOfAShorterOne() {
        assertThat(ConstructionDates.finishBy(day("2026-10-20"), 24)).isEqualTo("2028-10-20");
        assertThat(ConstructionDates.finishBy(day("2024-08-31"), 18)).isEqualTo("2026-02-28");
    }

    private static List<Verdict> check(Threshold threshold, Map<String, String> declared) {
        return new IndicatorCheck(FIFTY_MU, declared, List.of(ENERGY)).against(List.of(threshold));
    }

    private static Threshold threshold(
            String code, String unit, @Nullable String least, @Nullable String most) {
        IndicatorRule rule =
                least == null
                        ? IndicatorRule.MAX
                        : most == null ? IndicatorRule.MIN : IndicatorRule.RANGE;
        return new Threshold(
                code,
                null,
                rule,
                least == null ? null : new BigDecimal(least),
                most == null ? null : new BigDecimal(most),
                Set.of(),
                unit,
                Set.of(CheckedWhen.AT_COMPLETION));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}

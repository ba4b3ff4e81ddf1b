package org.xiangmuzhang.land.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.land.events.LandDelivered;
import org.xiangmuzhang.land.events.LandRightEstablished;
import org.xiangmuzhang.land.events.ParcelTransferred;
import org.xiangmuzhang.land.events.PlanningConditionsChanged;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

class ParcelTests {

    private static final Region PLACE = new Region("370403");
    private static final LocalDate TODAY = LocalDate.parse("2026-09-30");
    private static final UUID ENTERPRISE = new UUID(1, 1);
    private static final UUID PROJECT = new UUID(2, 2);
    private static final List<String> MAIN = List.of("LI-INVEST", "LI-FAR");

    @Test
    void liesWhereItsNumberSays() {
        refuses("parcel-number-form", () -> new ParcelNumber("370403001002gb00001"));
        refuses(
                "parcel-number-region",
                () ->
                        Parcel.prepare(
                                new UUID(0, 1),
                                PLACE,
                                new ParcelNumber("370404001002GB00001"),
                                area("1")));
        assertThat(
                        Parcel.prepare(
                                        new UUID(0, 1),
                                        new Region("Z350900DQ"),
                                        new ParcelNumber("350900001002GB00001"),
                                        area("1"))
                                .facts()
                                .planningConditions())
                .isEqualTo(1);
    }

    @Test
    void hasAnAreaOfAtMostTwoDecimals() {
        refuses("parcel-area", () -> area("0"));
        refuses("parcel-area", () -> area("1.005"));
        assertThat(area("33333.33").mu().shown()).isEqualTo("50.00");
    }

    @Test
    void isOfferedOnlyWithItsMainIndicators() {
        Parcel parcel = prepared();
        parcel.setIndicators(List.of(least("LI-INVEST", "600")));

        assertThatThrownBy(() -> parcel.list(MAIN))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo("listing-needs-main-indicators");
                            assertThat(refusal.arguments()).containsExactly("LI-FAR");
                        });

        assertThat(listed().facts().state()).isEqualTo(ParcelState.LISTED);
    }

    @Test
    void keepsItsIndicatorsOnceOffered() {
        refuses(
                "indicators-fixed-once-listed",
                () -> listed().setIndicators(List.of(least("LI-INVEST", "1"))));
    }

    @Test
    void givesTheLandRightByContractAndPaymentTogether() {
        Parcel parcel = listed();

        assertThat(parcel.transfer(grant("2026-09-01"), PROJECT, TODAY))
                .containsExactly(
                        new ParcelTransferred(
                                parcel.facts().id(),
                                PLACE,
                                PROJECT,
                                ENTERPRISE,
                                "GRANT",
                                LocalDate.parse("2026-09-01"),
                                1));
        assertThat(parcel.facts().rightSince()).isNull();
        refuses("delivery-needs-land-right", () -> parcel.deliver(TODAY, TODAY));

        assertThat(parcel.pay(payment("2026-09-10"), TODAY))
                .containsExactly(
                        new LandRightEstablished(
                                parcel.facts().id(),
                                PLACE,
                                PROJECT,
                                ENTERPRISE,
                                "GRANT",
                                LocalDate.parse("2026-09-10"),
                                1));
        assertThat(parcel.deliver(TODAY, TODAY))
                .containsExactly(new LandDelivered(parcel.facts().id(), PLACE, PROJECT, TODAY));
    }

    @Test
    void givesTheLandRightByTheDecisionOfAllocationAlone() {
        Parcel parcel = prepared();
        Transfer decision =
                new Transfer(
                        Transfer.Kind.ALLOCATION, ENTERPRISE, LocalDate.parse("2026-09-01"), null);

        assertThat(parcel.transfer(decision, PROJECT, TODAY))
                .hasExactlyElementsOfTypes(ParcelTransferred.class, LandRightEstablished.class);
        refuses("payment-needs-grant-contract", () -> parcel.pay(payment("2026-09-10"), TODAY));
    }

    @Test
    void isGrantedOnlyFromAnOfferAndAllocatedOnlyWithoutOne() {
        refuses(
                "grant-needs-listing",
                () -> prepared().transfer(grant("2026-09-01"), PROJECT, TODAY));
        refuses(
                "allocation-of-listed-parcel",
                () ->
                        listed().transfer(
                                        new Transfer(
                                                Transfer.Kind.ALLOCATION, ENTERPRISE, TODAY, null),
                                        PROJECT,
                                        TODAY));
    }

    @Test
    void goesOnlyToTheProjectItIsReservedFor() {
        Parcel parcel = listed();
        parcel.reserve(PROJECT);

        refuses("parcel-reserved-for-another-project", () -> parcel.reserve(new UUID(3, 3)));
        refuses(
                "parcel-reserved-for-another-project",
                () -> parcel.transfer(grant("2026-09-01"), new UUID(3, 3), TODAY));
        parcel.transfer(grant("2026-09-01"), null, TODAY);
        assertThat(parcel.facts().project()).isEqualTo(PROJECT);
        refuses("parcel-already-transferred", () -> parcel.reserve(PROJECT));
    }

    @Test
    void isPaidForOnceAndNotBeforeTheContract() {
        Parcel parcel = listed();
        parcel.transfer(grant("2026-09-10"), PROJECT, TODAY);

        refuses("payment-before-contract", () -> parcel.pay(payment("2026-09-09"), TODAY));
        refuses("date-in-the-future", () -> parcel.pay(payment("2026-10-01"), TODAY));
        parcel.pay(payment("2026-09-10"), TODAY);
        refuses("payment-already-complete", () -> parcel.pay(payment("2026-09-11"), TODAY));
    }

    @Test
    void tellsWhenItsPlanningConditionsChange() {
        Parcel parcel = listed();
        parcel.reserve(PROJECT);

        assertThat(parcel.changePlanningConditions())
                .containsExactly(
                        new PlanningConditionsChanged(parcel.facts().id(), PLACE, PROJECT, 2));
    }

    @Test
    void takesOnlyKnownIndicatorsInTheirOwnUnitAndSort() {
        ThresholdRules rules =
                new ThresholdRules(
                        Map.of(
                                "LI-INVEST", indicator("LI-INVEST", "万元/亩", IndicatorRule.MIN),
                                "LI-EMISSION",
                                        indicator(
                                                "LI-EMISSION",
                                                "吨/年",
                                                IndicatorRule.MAX,
                                                "COD",
                                                "SO2"),
                                "LI-INDUSTRY",
                                        indicator(
                                                "LI-INDUSTRY",
                                                "GB/T 4754 code",
                                                IndicatorRule.ALLOWED_SET)),
                        "38"::equals);
        Threshold good = least("LI-INVEST", "600");

        assertThat(rules.check(List.of(good)).getFirst().checkedWhen())
                .containsExactly(CheckedWhen.AT_OUTPUT);
        refuses("indicators-empty", () -> rules.check(List.of()));
        refuses("indicator-unknown", () -> rules.check(List.of(least("LI-NONE", "1"))));
        refuses("indicator-twice", () -> rules.check(List.of(good, good)));
        refuses("indicator-unit", () -> rules.check(List.of(of("LI-INVEST", null, "元/m²"))));
        refuses("indicator-pollutant", () -> rules.check(List.of(of("LI-EMISSION", null, "吨/年"))));
        refuses("indicator-pollutant", () -> rules.check(List.of(of("LI-EMISSION", "PM", "吨/年"))));
        refuses("indicator-pollutant", () -> rules.check(List.of(of("LI-INVEST", "COD", "万元/亩"))));
        refuses("indicator-threshold", () -> rules.check(List.of(least("LI-INVEST", "-1"))));
        refuses(
                "indicator-rule",
                () -> rules.check(List.of(of("LI-INDUSTRY", null, "GB/T 4754 code"))));
        refuses(
                "industry-unknown",
                () ->
                        rules.check(
                                List.of(
                                        new Threshold(
                                                "LI-INDUSTRY",
                                                null,
                                                IndicatorRule.ALLOWED_SET,
                                                null,
                                                null,
                                                Set.of("99"),
                                                "GB/T 4754 code",
                                                Set.of()))));
        refuses(
                "indicator-range",
                () ->
                        rules.check(
                                List.of(
                                        new Threshold(
                                                "LI-INVEST",
                                                null,
                                                IndicatorRule.RANGE,
                                                BigDecimal.TEN,
                                                BigDecimal.ONE,
                                                Set.of(),
                                                "万元/亩",
                                                Set.of()))));
    }

    private static Parcel prepared() {
        return Parcel.prepare(
                new UUID(0, 1), PLACE, new ParcelNumber("370403001002GB00001"), area("33333.33"));
    }

    private static Parcel listed() {
        Parcel parcel = prepared();
        parcel.setIndicators(List.of(least("LI-INVEST", "600"), least("LI-FAR", "3.0")));
        parcel.list(MAIN);
        return parcel;
    }

    private static Transfer grant(String signedOn) {
        return new Transfer(
                Transfer.Kind.GRANT, ENTERPRISE, LocalDate.parse(signedOn), "出让〔2026〕1号");
    }

    private static Payment payment(String paidOn) {
        return new Payment(new BigDecimal("30000000.00"), LocalDate.parse(paidOn));
    }

    private static Area area(String squareMetres) {
        return new Area(new BigDecimal(squareMetres));
    }

    private static Threshold least(String code, String minimum) {
        return new Threshold(
                code,
                null,
                IndicatorRule.MIN,
                new BigDecimal(minimum),
                null,
                Set.of(),
                "万元/亩",
                Set.of());
    }

    private static Threshold of(String code, @Nullable String pollutant, String unit) {
        return new Threshold(
                code, pollutant, IndicatorRule.MIN, BigDecimal.ONE, null, Set.of(), unit, Set.of());
    }

    private static Indicator indicator(
            String code, String unit, IndicatorRule rule, String... parts) {
        return new Indicator(
                code,
                "MAIN",
                1,
                code,
                code,
                unit,
                unit,
                rule,
                "",
                Set.of(CheckedWhen.AT_OUTPUT),
                Set.of(parts),
                null,
                "1");
    }

    private static void refuses(String rule, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}

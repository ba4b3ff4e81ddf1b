package org.xiangmuzhang.supervision.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xiangmuzhang.supervision.domain.Autumn.CALENDAR;
import static org.xiangmuzhang.supervision.domain.Autumn.day;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xiangmuzhang.kernel.TimeLimit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class TimeLedgerTests {

    private static final Holder NDRC = Holder.department("NDRC");

    @Test
    void givesTheDayOfAcceptanceToTheWindow() {
        TimeLedger ledger =
                TimeLedger.received(day("11-02")).hold(day("11-05"), NDRC).end(day("11-06"));

        assertThat(ledger.days(CALENDAR, day("11-30"))).isEqualTo(Map.of(Holder.HALL, 2, NDRC, 2));
        assertThat(ledger.elapsed(CALENDAR, day("11-30"))).isEqualTo(4);
    }

    @Test
    void givesADayToWhoHoldsItWhenItEnds() {
        TimeLedger ledger =
                TimeLedger.received(day("11-02"))
                        .hold(day("11-03"), Holder.APPLICANT)
                        .hold(day("11-05"), Holder.HALL);

        assertThat(ledger.holderOn(day("11-03"))).isEqualTo(Holder.APPLICANT);
        assertThat(ledger.holderOn(day("11-04"))).isEqualTo(Holder.APPLICANT);
        assertThat(ledger.holderOn(day("11-05"))).isEqualTo(Holder.HALL);
        assertThat(ledger.holderOn(day("11-02"))).isNull();
    }

    @Test
    void givesBothEndsOfAProcedureToTheProcedure() {
        Holder publicity = Holder.during("PUBLICITY");
        TimeLedger ledger =
                TimeLedger.received(day("11-02"))
                        .hold(day("11-03"), NDRC)
                        .hold(day("11-09"), publicity)
                        .hold(day("11-21"), NDRC)
                        .end(day("12-14"));

        assertThat(ledger.days(CALENDAR, day("12-31")))
                .isEqualTo(Map.of(Holder.HALL, 0, NDRC, 20, publicity, 10));
    }

    @Test
    void followsADeemedAcceptanceBackToTheReceipt() {
        TimeLedger ledger =
                TimeLedger.received(day("11-02"))
                        .hold(day("11-03"), Holder.HALL)
                        .hold(day("11-03"), NDRC);

        assertThat(ledger.days(CALENDAR, day("11-10"))).isEqualTo(Map.of(Holder.HALL, 0, NDRC, 6));
    }

    @Test
    void countsAgenciesApartFromDepartments() {
        assertThat(Holder.during("EVAL").kind()).isEqualTo(Holder.Kind.INTERMEDIARY);
        assertThat(Holder.during("TEST").kind()).isEqualTo(Holder.Kind.INTERMEDIARY);
        assertThat(Holder.during("CORRECTION")).isEqualTo(Holder.APPLICANT);
        assertThat(Holder.during("HEARING").kind()).isEqualTo(Holder.Kind.SPECIAL_PROCEDURE);

        LedgerSummary summary =
                LedgerSummary.of(
                        List.of(
                                sheet(evaluated("11-02", "11-06", "11-12", "11-16")),
                                sheet(evaluated("11-04", "11-10", "11-13", "11-20"))),
                        CALENDAR,
                        day("11-30"));

        assertThat(summary.elapsed()).isEqualTo(14);
        assertThat(summary.intermediary()).isEqualTo(6);
        assertThat(summary.administrative()).isEqualTo(11);
        assertThat(summary.sumOverItems()).isEqualTo(22);
        assertThat(summary.days().stream().mapToInt(LedgerSummary.Share::days).sum())
                .isEqualTo(summary.sumOverItems());
    }

    @Test
    void runsUntilTodayWhileTheItemRuns() {
        TimeLedger ledger = TimeLedger.received(day("09-30")).hold(day("10-01"), NDRC);

        assertThat(ledger.days(CALENDAR, day("10-10"))).isEqualTo(Map.of(Holder.HALL, 0, NDRC, 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void addsUpToTheElapsedDaysWhateverHappens(int seed) {
        RandomCase random = new RandomCase(seed);
        TimeLedger ledger = random.ledger();
        LocalDate end = random.decidedOn();

        assertThat(ledger.days(CALENDAR, end).values().stream().mapToInt(days -> days).sum())
                .isEqualTo(ledger.elapsed(CALENDAR, end))
                .isEqualTo(CALENDAR.between(random.receivedOn(), end));
        assertThat(random.receivedOn().plusDays(1).datesUntil(end.plusDays(1)))
                .allSatisfy(
                        day ->
                                assertThat(ledger.holdings())
                                        .filteredOn(holding -> holding.covers(day))
                                        .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheDepartmentExactlyTheDaysThatTheLegalClockCounts(int seed) {
        RandomCase random = new RandomCase(seed);

        assertThat(
                        random.ledger()
                                .days(CALENDAR, random.acceptedOn(), random.decidedOn())
                                .getOrDefault(NDRC, 0))
                .isEqualTo(
                        CALENDAR.used(
                                random.acceptedOn(),
                                random.decidedOn(),
                                TimeLimit.Unit.WORKING_DAYS,
                                random.pauses()));
        assertThat(random.ledger().days(CALENDAR, random.decidedOn()).getOrDefault(NDRC, 0))
                .isEqualTo(
                        random.ledger()
                                .days(CALENDAR, random.acceptedOn(), random.decidedOn())
                                .getOrDefault(NDRC, 0));
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    private static TimeLedger evaluated(String received, String from, String until, String end) {
        return TimeLedger.received(day(received))
                .hold(day(received).plusDays(1), NDRC)
                .hold(day(from), Holder.during("EVAL"))
                .hold(day(until).plusDays(1), NDRC)
                .end(day(end));
    }

    private static LedgerSheet sheet(TimeLedger ledger) {
        return new LedgerSheet(RandomCase.task(), ledger);
    }
}

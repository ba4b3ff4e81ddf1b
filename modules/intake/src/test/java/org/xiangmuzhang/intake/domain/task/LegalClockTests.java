package org.xiangmuzhang.intake.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.intake.Calendars;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.Objects;

class LegalClockTests {

    private static final WorkingDays CALENDAR = Calendars.of2026();

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 20, 2026-11-09, 2026-11-20, 2026-12-14",
        "2026-11-02, 20, 2026-11-07, 2026-11-08, 2026-11-30",
        "2026-09-18, 20, 2026-09-21, 2026-10-08, 2026-11-03",
        "2026-09-18, 1, 2026-09-20, 2026-09-20, 2026-09-21",
        "2026-09-30, 2, 2026-10-08, 2026-10-10, 2026-10-13"
    })
    void goesOnAfterAPauseWithExactlyWhatWasLeft(
            LocalDate accepted, int days, LocalDate first, LocalDate last, LocalDate due) {
        TimeLimit limit = TimeLimit.workingDays(days);
        Task task = Tasks.accepted(Mode.FORMAL, accepted, limit);
        int usedBefore = promisedUsed(task, first.minusDays(1));

        task.beginProcedure(SpecialProcedure.PUBLICITY, first, last.plusDays(30));
        assertThat(promisedUsed(task, last)).isEqualTo(usedBefore);
        var resumed = task.endProcedure(last, last, CALENDAR);

        assertThat(resumed.promisedDue()).isEqualTo(due);
        assertThat(CALENDAR.between(last, due)).isEqualTo(days - usedBefore);
        assertThat(promisedUsed(task, due)).isEqualTo(days);
    }

    @Test
    void addsUpTwoPauses() {
        Task task = Tasks.accepted(Mode.FORMAL, date("2026-11-02"), TimeLimit.workingDays(10));
        pause(task, "2026-11-04", "2026-11-06");
        pause(task, "2026-11-10", "2026-11-11");

        assertThat(clock(task).promisedDue(CALENDAR)).isEqualTo("2026-11-23");
    }

    @Test
    void countsCalendarDaysByTheUnitOfTheLimit() {
        Task task = Tasks.accepted(Mode.FORMAL, date("2026-09-02"), TimeLimit.calendarDays(30));

        assertThat(clock(task).statutoryDue(CALENDAR)).isEqualTo("2026-10-08");
        pause(task, "2026-09-03", "2026-09-04");
        assertThat(clock(task).statutoryUsed(CALENDAR, date("2026-09-06"))).isEqualTo(2);
    }

    @Test
    void standsHoweverLongAProcedureTakes() {
        Task task = Tasks.accepted(Mode.FORMAL, date("2026-11-02"));
        task.beginProcedure(SpecialProcedure.EXPERT, date("2026-11-04"), date("2026-11-06"));

        assertThat(promisedUsed(task, date("2026-11-30"))).isEqualTo(1);
        assertThat(clock(task).runningSince()).isEqualTo("2026-11-04");
        assertThat(clock(task).endedPauses()).isEmpty();
    }

    @Test
    void aSimulatedItemHasNone() {
        assertThat(Tasks.accepted(Mode.SIMULATED, date("2026-11-02")).clock()).isNull();
    }

    private static void pause(Task task, String first, String last) {
        task.beginProcedure(SpecialProcedure.PUBLICITY, date(first), date(last));
        task.endProcedure(date(last), date(last), CALENDAR);
    }

    private static int promisedUsed(Task task, LocalDate until) {
        return clock(task).promisedUsed(CALENDAR, until);
    }

    private static LegalClock clock(Task task) {
        return Objects.requireNonNull(task.clock());
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}

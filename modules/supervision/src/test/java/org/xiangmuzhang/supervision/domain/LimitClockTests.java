package org.xiangmuzhang.supervision.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xiangmuzhang.supervision.domain.Autumn.CALENDAR;
import static org.xiangmuzhang.supervision.domain.Autumn.day;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangmuzhang.kernel.TimeLimit;

import java.util.UUID;

class LimitClockTests {

    private static final Thresholds USUAL = new Thresholds(50, 80);
    private static final Holder NDRC = Holder.department("NDRC");

    @ParameterizedTest
    @CsvSource({
        "11-02, 10, 11-02, GREEN, 0, 11-09",
        "11-02, 10, 11-06, GREEN, 4, 11-09",
        "11-02, 10, 11-09, YELLOW, 5, 11-12",
        "11-02, 10, 11-11, YELLOW, 7, 11-12",
        "11-02, 10, 11-12, ORANGE, 8, 11-17",
        "11-02, 10, 11-16, ORANGE, 10, 11-17",
        "11-02, 10, 11-17, RED, 11,",
        "09-18, 1, 09-18, GREEN, 0, 09-20",
        "09-18, 1, 09-20, ORANGE, 1, 09-21",
        "09-18, 1, 09-21, RED, 2,",
        "11-20, 0, 11-20, ORANGE, 0, 11-21",
        "11-21, 0, 11-22, ORANGE, 0, 11-24"
    })
    void turnsYellowAtHalfOrangeAtFourFifthsAndRedWhenOver(
            String accepted, int days, String today, String light, int used, String next) {
        LimitClock.Reading reading =
                clock(accepted, TimeLimit.workingDays(days))
                        .read(running(accepted), day(today), CALENDAR, USUAL);

        assertThat(reading.light()).isEqualTo(Light.valueOf(light));
        assertThat(reading.used()).isEqualTo(used);
        assertThat(reading.nextTurn()).isEqualTo(next == null ? null : day(next));
    }

    @Test
    void countsCalendarDaysAndMovesALastDayOff() {
        LimitClock clock = clock("09-02", TimeLimit.calendarDays(30));

        LimitClock.Reading onTheDay = clock.read(running("09-02"), day("10-08"), CALENDAR, USUAL);

        assertThat(onTheDay.due()).isEqualTo(day("10-08"));
        assertThat(onTheDay.light()).isEqualTo(Light.ORANGE);
        assertThat(clock.read(running("09-02"), day("10-09"), CALENDAR, USUAL).light())
                .isEqualTo(Light.RED);
        assertThat(clock.read(running("09-02"), day("09-17"), CALENDAR, USUAL).light())
                .isEqualTo(Light.YELLOW);
    }

    @Test
    void keepsItsLightWhileAProcedureLasts() {
        LimitClock clock = clock("11-02", TimeLimit.workingDays(10));
        TimeLedger paused = running("11-02").hold(day("11-10"), Holder.during("HEARING"));

        LimitClock.Reading months = clock.read(paused, day("12-31"), CALENDAR, USUAL);

        assertThat(months.light()).isEqualTo(Light.YELLOW);
        assertThat(months.used()).isEqualTo(5);
        assertThat(months.nextTurn()).isNull();
    }

    @Test
    void goesOnWithExactlyWhatWasLeft() {
        LimitClock clock = clock("11-02", TimeLimit.workingDays(20));
        TimeLedger resumed =
                running("11-02")
                        .hold(day("11-09"), Holder.during("PUBLICITY"))
                        .hold(day("11-21"), NDRC);

        LimitClock.Reading reading = clock.read(resumed, day("11-23"), CALENDAR, USUAL);

        assertThat(reading.due()).isEqualTo(day("12-14"));
        assertThat(reading.used()).isEqualTo(5);
        assertThat(reading.nextTurn()).isEqualTo(day("11-30"));
    }

    @Test
    void isRedEvenIfAProcedureBeginsAfterTheLimit() {
        LimitClock clock = clock("11-02", TimeLimit.workingDays(5));
        TimeLedger late = running("11-02").hold(day("11-10"), Holder.during("HEARING"));

        assertThat(clock.read(late, day("11-20"), CALENDAR, USUAL).light()).isEqualTo(Light.RED);
    }

    @Test
    void refusesThresholdsThatDoNotRise() {
        assertThatThrownBy(() -> new Thresholds(80, 50))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LimitClock clock(String accepted, TimeLimit limit) {
        return new LimitClock(new UUID(0, 1), LimitClock.Kind.STATUTORY, day(accepted), limit);
    }

    private static TimeLedger running(String accepted) {
        return TimeLedger.received(day(accepted)).hold(day(accepted).plusDays(1), NDRC);
    }
}

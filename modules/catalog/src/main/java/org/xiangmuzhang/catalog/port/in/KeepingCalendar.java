package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.Arrangement;
import org.xiangmuzhang.catalog.domain.CalendarDay;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The working calendar year by year: an editor of the template proposes the State Council's
 * arrangement of a year, another one approves it, and what counts days by it is computed again.
 */
public interface KeepingCalendar {

    /** Refuses a year without any row with {@code calendar-year-unknown}. */
    Year year(int year);

    /** The years that the calendar states, in order. */
    List<Integer> years();

    /** Every version of the calendar, the newest first; at most fifty. */
    List<Version> versions();

    /** What is proposed for a year and what it touches, or null; editors of the template only. */
    @Nullable Proposed proposed(int year, Actor actor);

    /**
     * Proposes a year; what is wrong with it is thrown as {@code TablesRefused}. Refuses a year
     * that is over with {@code calendar-year-over}, one whose every day is as it stands with {@code
     * calendar-year-same}, and one without the notice it goes by with {@code calendar-notice}.
     */
    Proposed propose(int year, Arrangement arrangement, String reason, Actor actor);

    /** Decides on the proposal of this number; what is approved holds at once. */
    void decide(int year, int number, SettingVersion.State outcome, String answer, Actor actor);

    /**
     * A year.
     *
     * @param version of the whole calendar
     * @param published whether the arrangement is official; else it was computed from the rules
     * @param days the days that differ from the plain week
     */
    record Year(int year, String version, boolean published, List<CalendarDay> days) {}

    /**
     * A version of the calendar.
     *
     * @param name as it is kept with every date that was computed from it
     * @param shipped whether it came with the platform
     * @param by who approved it, or null
     */
    record Version(
            String name,
            boolean shipped,
            boolean inForce,
            Instant publishedAt,
            @Nullable UUID by) {}

    /**
     * What waits.
     *
     * @param differing days on which work begins or ends, in order
     * @param touched what counts days in that year
     */
    record Proposed(
            SettingVersion version,
            Arrangement arrangement,
            List<Differing> differing,
            List<Dependents.Line> touched) {}

    /** A day whose meaning changes. */
    record Differing(LocalDate date, boolean working) {}
}

package org.xiangmuzhang.catalog.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.domain.Arrangement;
import org.xiangmuzhang.catalog.domain.CalendarDay;
import org.xiangmuzhang.catalog.domain.Inspection;
import org.xiangmuzhang.catalog.domain.Library;
import org.xiangmuzhang.catalog.domain.Table;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.port.in.KeepingCalendar;
import org.xiangmuzhang.catalog.port.out.Arrangements;
import org.xiangmuzhang.catalog.port.out.Editions;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Bounds;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Puts a year's arrangement into the table of working days once a second editor agrees. */
@Service
@Transactional
class Arranging implements KeepingCalendar {

    private static final int VERSIONS = 50;

    private final Snapshots snapshots;
    private final TableImport tables;
    private final Editions editions;
    private final Arrangements arrangements;
    private final Touched touched;
    private final Clock clock;

    Arranging(
            Snapshots snapshots,
            TableImport tables,
            Editions editions,
            Arrangements arrangements,
            Touched touched,
            Clock clock) {
        this.snapshots = snapshots;
        this.tables = tables;
        this.editions = editions;
        this.arrangements = arrangements;
        this.touched = touched;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Year year(int year) {
        Template template = snapshots.current().template();
        List<CalendarDay> days = template.days(year);
        if (days.isEmpty()) {
            throw Refusal.notFound("calendar-year-unknown", Integer.toString(year));
        }
        WorkingDays calendar = template.calendar();
        return new Year(
                year,
                calendar.version(),
                calendar.publishedYears().contains(java.time.Year.of(year)),
                days);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return snapshots.current().template().calendar().exceptions().keySet().stream()
                .map(LocalDate::getYear)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Version> versions() {
        return editions.published(Table.WORKDAYS, VERSIONS).stream()
                .map(
                        it ->
                                new Version(
                                        Template.calendarVersion(it.number()),
                                        it.shipped(),
                                        it.inForce(),
                                        it.at(),
                                        it.shipped() ? null : it.by()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable Proposed proposed(int year, Actor actor) {
        mustKeepCalendar(actor);
        return waiting(year);
    }

    private @Nullable Proposed waiting(int year) {
        return arrangements
                .waiting(year)
                .map(version -> proposed(year, version, arrangements.content(version)))
                .orElse(null);
    }

    @Override
    public Proposed propose(int year, Arrangement arrangement, String reason, Actor actor) {
        mustKeepCalendar(actor);
        if (year < Bounds.FIRST.getYear() || year > Bounds.LAST.getYear()) {
            throw Refusal.notFound("calendar-year-unknown", Integer.toString(year));
        }
        LocalDate last = LocalDate.of(year, 12, 31);
        if (last.isBefore(WorkingDays.today(clock))) {
            throw Refusal.invalid("calendar-year-over", "/year", Integer.toString(year));
        }
        Library before = snapshots.latest().template().library();
        Library after = before.with(arrangement.over(before, year));
        Inspection.check(after);
        if (arrangement.isAsIn(before, year)) {
            throw Refusal.invalid("calendar-year-same", "/days", Integer.toString(year));
        }
        return proposed(
                year, arrangements.propose(actor, year, last, arrangement, reason), arrangement);
    }

    private Proposed proposed(int year, SettingVersion version, Arrangement arrangement) {
        WorkingDays now = snapshots.current().template().calendar();
        WorkingDays then = arrangement.over(now, year);
        List<Differing> differing =
                LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(day -> now.isWorkingDay(day) != then.isWorkingDay(day))
                        .map(day -> new Differing(day, then.isWorkingDay(day)))
                        .toList();
        return new Proposed(version, arrangement, differing, touched(differing));
    }

    /** What is due on the first day that differs or later counts over it. */
    private List<Dependents.Line> touched(List<Differing> differing) {
        if (differing.isEmpty()) {
            return List.of();
        }
        Set<Region> everywhere = snapshots.current().template().places().keySet();
        String from = differing.getFirst().date().toString();
        return touched.by(everywhere, Table.WORKDAYS.text(), from, Set.of());
    }

    @Override
    public void decide(
            int year, int number, SettingVersion.State outcome, String answer, Actor actor) {
        mustKeepCalendar(actor);
        SettingVersion waiting =
                arrangements.waiting(year).filter(it -> it.number() == number).orElse(null);
        arrangements.decide(actor, waiting, outcome, answer);
        if (waiting != null && outcome == SettingVersion.State.APPROVED) {
            Library before = snapshots.latest().template().library();
            tables.take(arrangements.content(waiting).over(before, year), actor, false);
        }
    }

    private static void mustKeepCalendar(Actor actor) {
        actor.mustBe(Role.CATALOG_EDITOR);
        if (!actor.region().equals(Region.TEMPLATE)) {
            throw Refusal.forbidden(
                    "not-your-place", Region.TEMPLATE.code(), actor.region().code());
        }
    }
}

package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.kernel.WorkingDays.Pause;

import java.time.LocalDate;
import java.util.List;

/**
 * The statutory and the promised limit of an item, counted from the day after acceptance, special
 * procedures left out.
 */
@ValueObject
public record LegalClock(
        LocalDate acceptedOn,
        @Nullable TimeLimit statutory,
        TimeLimit promised,
        List<Procedure> procedures) {

    public LegalClock {
        procedures = List.copyOf(procedures);
    }

    LegalClock(LocalDate acceptedOn, ItemTerms terms, List<Procedure> procedures) {
        this(acceptedOn, terms.statutory(), terms.promised(), procedures);
    }

    /** Last day of the statutory limit, or null when the law sets none. */
    public @Nullable LocalDate statutoryDue(WorkingDays calendar) {
        return statutory == null ? null : calendar.due(acceptedOn, statutory, pauses());
    }

    public LocalDate promisedDue(WorkingDays calendar) {
        return calendar.due(acceptedOn, promised, pauses());
    }

    /** Days of the statutory limit's unit used by the end of a day, or null without a limit. */
    public @Nullable Integer statutoryUsed(WorkingDays calendar, LocalDate until) {
        return statutory == null
                ? null
                : calendar.used(acceptedOn, until, statutory.unit(), pausesUntil(until));
    }

    public int promisedUsed(WorkingDays calendar, LocalDate until) {
        return calendar.used(acceptedOn, until, promised.unit(), pausesUntil(until));
    }

    /** First day of the procedure that still lasts, or null. */
    public @Nullable LocalDate runningSince() {
        return procedures.stream()
                .filter(Procedure::lasts)
                .map(Procedure::from)
                .findFirst()
                .orElse(null);
    }

    /** What procedure still lasts, or null. */
    public @Nullable SpecialProcedure lasting() {
        return procedures.stream()
                .filter(Procedure::lasts)
                .map(Procedure::kind)
                .findFirst()
                .orElse(null);
    }

    /** The stretches of procedures that have ended. */
    public List<Pause> endedPauses() {
        return procedures.stream().filter(p -> !p.lasts()).map(Procedure::pause).toList();
    }

    private List<Pause> pauses() {
        return procedures.stream().map(Procedure::pause).toList();
    }

    /** As {@link #pauses}, but a procedure that lasts stops the clock however long it takes. */
    private List<Pause> pausesUntil(LocalDate day) {
        return procedures.stream()
                .filter(p -> !p.from().isAfter(day))
                .map(p -> p.lasts() ? new Pause(p.from(), day) : p.pause())
                .toList();
    }
}

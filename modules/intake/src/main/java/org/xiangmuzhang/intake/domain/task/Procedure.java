package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays.Pause;

import java.time.LocalDate;
import java.util.List;

/**
 * A special procedure (行政许可法 art. 45): neither its first nor its last day counts.
 *
 * @param until its last day, or null while it lasts
 */
@ValueObject
public record Procedure(
        SpecialProcedure kind, LocalDate from, LocalDate expectedUntil, @Nullable LocalDate until) {

    public Procedure {
        if (expectedUntil.isBefore(from)) {
            throw Refusal.invalid(
                    "procedure-ends-before-it-begins", "/expectedUntil", from, expectedUntil);
        }
        if (until != null && until.isBefore(from)) {
            throw Refusal.invalid("procedure-ends-before-it-begins", "/until", from, until);
        }
    }

    /** A procedure that begins today, after all earlier ones are over. */
    static Procedure after(
            List<Procedure> earlier,
            SpecialProcedure kind,
            LocalDate today,
            LocalDate expectedUntil) {
        for (Procedure before : earlier) {
            if (!before.pause().last().isBefore(today)) {
                throw Refusal.conflict("procedures-overlap", before.pause().last());
            }
        }
        return new Procedure(kind, today, expectedUntil, null);
    }

    boolean lasts() {
        return until == null;
    }

    Procedure ended(LocalDate last) {
        return new Procedure(kind, from, expectedUntil, last);
    }

    /** The days that do not count; while it lasts, those it is expected to take. */
    Pause pause() {
        return new Pause(from, until == null ? expectedUntil : until);
    }
}

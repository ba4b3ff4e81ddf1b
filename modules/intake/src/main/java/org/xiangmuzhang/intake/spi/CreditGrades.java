package org.xiangmuzhang.intake.spi;

import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Which grade of credit does an enterprise have? Implemented by a higher context; with none, no
 * grade is known, and every item is examined fully.
 */
public interface CreditGrades {

    /** The grade as the place calls it, such as {@code A}; empty when none is known. */
    Optional<String> gradeOf(UUID enterprise, Region place, LocalDate on);
}

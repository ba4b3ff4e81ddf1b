package org.xiangmuzhang.intake.port.out;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** The conditions that have come in a project. */
public interface ConditionsMet {

    /**
     * Nobody else submits a simulated item or tells a condition of it until the transaction ends.
     */
    void hold(UUID project);

    /** Notes a condition; false when it was noted before. */
    boolean note(UUID project, String condition, LocalDate on, boolean elsewhere);

    /** Those that were met outside the platform. */
    Set<String> elsewhere(UUID project);

    Set<String> of(UUID project);
}

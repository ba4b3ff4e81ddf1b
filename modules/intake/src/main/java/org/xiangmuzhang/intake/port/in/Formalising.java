package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** What simulated items wait for, and what happens to them when it comes. */
public interface Formalising {

    /**
     * A condition came. Every pre-approval of the project for which it was the last one is checked
     * and turned formal, or goes back to its department. The second time changes nothing.
     *
     * @param planningConditions version that came with it, or null to ask for the one that holds
     */
    void conditionMet(
            UUID project, String condition, LocalDate on, @Nullable Integer planningConditions);

    /** An item was approved: it and what a merged item stands for are conditions that came. */
    void itemApproved(Region region, UUID project, String itemCode, LocalDate on);
}

package org.xiangmuzhang.intake.port.in;

import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** What simulated items wait for, and what happens to them when it comes. */
public interface Formalising {

    /**
     * A condition came. Every pre-approval of the project for which it was the last one is checked
     * and turned formal, or goes back to its department. The second time changes nothing.
     */
    void conditionMet(UUID project, String condition, LocalDate on);

    /** The same of a decision outside the platform; a land right from there is never compared. */
    void decidedElsewhere(UUID project, String condition, LocalDate on);

    /**
     * The same of the land right.
     *
     * @param planningConditions version that came with the parcel
     */
    void landRightEstablished(UUID project, UUID parcel, LocalDate on, int planningConditions);

    /** An item was approved: it and what a merged item stands for are conditions that came. */
    void itemApproved(Region region, UUID project, String itemCode, LocalDate on);
}

package org.xiangmuzhang.intake.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reading applications and clocks; and what other contexts tell intake. */
public interface Applications {

    Optional<ApplicationView> byId(UUID id);

    /** All applications of a project, oldest first. */
    List<ApplicationView> ofProject(UUID project);

    /** The clock of an item, or empty before acceptance. */
    Optional<ItemClock> clock(UUID task);

    /**
     * The land right of a project stands: every pre-approval that waits only for it is checked and,
     * if nothing it relied on has changed, turned formal; what changed goes back to its department.
     *
     * @param parcel the proof
     * @param planningConditions version that holds now
     */
    void landRightEstablished(UUID project, UUID parcel, LocalDate on, int planningConditions);

    /**
     * A condition was met by a decision outside the platform: what turns formal on it says so. Of a
     * land right established there nobody knows the planning conditions: every pre-approval that
     * waited for it goes back to its department. Telling it twice changes nothing.
     *
     * @param condition {@code LAND_RIGHT} or {@code ITEM:<code>}
     * @param on the day of the decision
     */
    void decidedElsewhere(UUID project, String condition, LocalDate on);

    /**
     * A condition that simulated items of a project may wait for has come as a milestone. Telling
     * it twice changes nothing.
     *
     * @param condition {@code ITEM:<code>}
     * @param on the day on which it was met
     */
    void conditionMet(UUID project, String condition, LocalDate on);
}

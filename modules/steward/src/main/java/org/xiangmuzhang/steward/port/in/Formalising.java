package org.xiangmuzhang.steward.port.in;

import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/** Telling intake that a condition came for which simulated items of a project may wait. */
public interface Formalising {

    /**
     * A land right as land tells of it.
     *
     * @param region where the parcel lies
     * @param enterprise who took it
     * @param kind GRANT or ALLOCATION
     */
    record LandRight(
            UUID project,
            Region region,
            UUID enterprise,
            UUID parcel,
            LocalDate on,
            int planningConditions,
            String kind) {}

    /**
     * The land right stands: what waits only for it turns formal, or goes back. Nothing happens
     * when the project lies elsewhere or is another enterprise's.
     */
    void landRightEstablished(LandRight right);

    /** The land was handed over; nothing happens when the project lies elsewhere. */
    void landDelivered(UUID project, Region region, LocalDate on);

    /** An item was done by another way than a decision of intake. */
    void itemDone(UUID project, String itemCode, LocalDate on);
}

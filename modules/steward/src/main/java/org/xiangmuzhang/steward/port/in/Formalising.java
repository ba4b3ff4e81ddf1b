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
     * when the project lies elsewhere or is another enterprise's, or while another parcel of it
     * still waits for its right.
     */
    void landRightEstablished(LandRight right);

    /** The land was handed over; nothing happens when the project lies elsewhere. */
    void landDelivered(UUID project, Region region, LocalDate on);

    /**
     * An item was decided outside the platform; a grant or allocation of land is a land right whose
     * planning conditions nobody here knows.
     */
    void decidedElsewhere(UUID project, String itemCode, LocalDate on);

    /** A milestone was reached. */
    void itemDone(UUID project, String itemCode, LocalDate on);
}

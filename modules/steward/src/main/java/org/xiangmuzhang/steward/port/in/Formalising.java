package org.xiangmuzhang.steward.port.in;

import java.time.LocalDate;
import java.util.UUID;

/** Telling intake that a condition came for which simulated items of a project may wait. */
public interface Formalising {

    /** The land right stands: what waits only for it turns formal, or goes back. */
    void landRightEstablished(
            UUID project, UUID parcel, LocalDate on, int planningConditions, String kind);

    /** An item was done by another way than a decision of intake. */
    void itemDone(UUID project, String itemCode, LocalDate on);
}

package org.xiangmuzhang.parties;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Where something stands under an enterprise's id: it passes to the enterprise that is kept when
 * two are merged, in the transaction of the merger, whatever the place.
 */
public interface PassingOn {

    void passOn(UUID dissolved, UUID kept, LocalDate on);
}

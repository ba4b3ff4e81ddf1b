package org.xiangmuzhang.intake.api;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An application (办件), as others may see it.
 *
 * @param number receipt number: region, date and serial
 * @param exchangeState one of the fifteen states that the construction platforms exchange, 1 to 15
 */
public record ApplicationView(
        UUID id,
        String number,
        Region region,
        @Nullable UUID project,
        UUID enterprise,
        String state,
        int exchangeState,
        LocalDate receivedOn,
        List<TaskView> tasks,
        long version) {}

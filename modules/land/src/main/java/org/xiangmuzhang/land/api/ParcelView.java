package org.xiangmuzhang.land.api;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A parcel as others may see it.
 *
 * @param number 宗地代码, 19 characters
 * @param areaSquareMetres two decimals
 * @param state PREPARED, LISTED, TRANSFERRED, PAID (the land right stands) or DELIVERED
 * @param project the project that takes it, once known
 * @param planningConditions version of the planning conditions, rising with every change
 */
public record ParcelView(
        UUID id,
        Region region,
        String number,
        BigDecimal areaSquareMetres,
        String state,
        @Nullable UUID project,
        int planningConditions) {}

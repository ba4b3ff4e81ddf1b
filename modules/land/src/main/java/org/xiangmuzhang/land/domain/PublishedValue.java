package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

/**
 * What a place published about an indicator or a measure, in its own words and units.
 *
 * @param before the value before the reform, or null
 */
@ValueObject
public record PublishedValue(
        String id,
        Region region,
        String place,
        String measure,
        @Nullable String before,
        String after,
        String unit,
        String source) {}

package org.xiangmuzhang.catalog.domain.guidance;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * A guide in an editor's list.
 *
 * @param published number of the newest version that was published, or null
 */
@ValueObject
public record WorkLine(
        String code,
        String nameZh,
        String nameEn,
        @Nullable Integer published,
        boolean drafted,
        boolean proposed) {}

package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

/**
 * A region that the catalog lists.
 *
 * @param level TEMPLATE, PROVINCE, PREFECTURE, COUNTY or ZONE
 * @param parent the region it inherits from before the template; null for a province
 * @param path its full Chinese name
 */
@ValueObject
public record Place(
        Region region, String nameZh, String level, @Nullable Region parent, String path) {}

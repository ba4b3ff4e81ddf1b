package org.xiangmuzhang.parties;

import org.xiangmuzhang.kernel.Region;

/** The service halls of places, to which posts of clerks refer. */
public interface Halls {

    /** Whether the place has such a hall. */
    boolean isKnown(Region region, String code);
}

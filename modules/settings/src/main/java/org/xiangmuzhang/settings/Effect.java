package org.xiangmuzhang.settings;

import org.xiangmuzhang.kernel.Region;

import java.util.List;

/** Says beforehand what a change would do; a bean of the module that goes by the setting. */
public interface Effect {

    /** Name of the setting. */
    String setting();

    /** What would be otherwise at the place and below it, if it held today. */
    List<Line> of(Region place, Values values);

    /**
     * One line of it.
     *
     * @param key of the sentence in the bundles
     * @param now how many are so now
     * @param then how many would be so
     */
    record Line(String key, long now, long then) {}
}

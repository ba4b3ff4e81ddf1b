package org.xiangmuzhang.settings;

import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.function.BiFunction;

/** Says beforehand what a change would do; a bean of the module that goes by the setting. */
public interface Effect {

    /** Name of the setting. */
    String setting();

    /**
     * What would be otherwise at the place and below it, if it held today. Lines in which nothing
     * differs say how much is there that it does not touch.
     */
    List<Line> of(Region place, Values values);

    /** The effect of a setting as a function says it. */
    static Effect of(Setting setting, BiFunction<Region, Values, List<Line>> lines) {
        return new Effect() {
            @Override
            public String setting() {
                return setting.name();
            }

            @Override
            public List<Line> of(Region place, Values values) {
                return lines.apply(place, values);
            }
        };
    }

    /**
     * One line of it.
     *
     * @param key of the sentence in the bundles
     * @param now how many are so now
     * @param then how many would be so
     */
    record Line(String key, long now, long then) {}
}

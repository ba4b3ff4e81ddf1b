package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * An indicator that a parcel may carry, as it holds at a place.
 *
 * @param code stable code, such as {@code LI-INVEST}
 * @param group MAIN, CONTROL, OPTIONAL or TIME
 * @param unitZh the only unit in which its thresholds are given; it also says how it is measured
 * @param rule the usual rule; a place may choose another one of the same sort
 * @param parts for each of which a threshold of its own is set, such as pollutants; empty for one
 *     threshold over all
 * @param per code of the indicator by whose declared total this one's is divided
 * @param version of the table that this row was read from
 */
@ValueObject
public record Indicator(
        String code,
        String group,
        int order,
        String nameZh,
        String nameEn,
        String unitZh,
        String unitEn,
        IndicatorRule rule,
        String formula,
        Set<CheckedWhen> checkedWhen,
        Set<String> parts,
        @Nullable String per,
        String version) {

    public Indicator {
        checkedWhen = Set.copyOf(checkedWhen);
        parts = Set.copyOf(parts);
    }

    /** One of the main indicators, without which a parcel is not offered. */
    public boolean isMain() {
        return group.equals("MAIN");
    }

    boolean isIn(String unit) {
        return unit.equals(unitZh) || unit.equals(unitEn);
    }
}

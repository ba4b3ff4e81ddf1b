package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.Set;

/**
 * An indicator that a parcel may carry, as it holds at a place.
 *
 * @param code stable code, such as {@code LI-INVEST}
 * @param group MAIN, CONTROL, OPTIONAL or TIME
 * @param unitZh the only unit in which its thresholds are given; it also says how it is measured
 * @param rule the usual rule; a place may choose another one of the same sort
 * @param version of the table in which this row last changed
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
        int version) {

    public Indicator {
        checkedWhen = Set.copyOf(checkedWhen);
    }

    /** One of the main indicators, without which a parcel is not offered. */
    public boolean isMain() {
        return group.equals("MAIN");
    }

    boolean isIn(String unit) {
        return unit.equals(unitZh) || unit.equals(unitEn);
    }
}

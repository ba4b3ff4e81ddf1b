package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Set;

/**
 * What a parcel demands of one indicator. Rule and unit are the parcel's own copy, so that a later
 * change of the table leaves what was promised alone.
 *
 * @param pollutant the part that it is for, where the indicator has parts
 * @param minimum for MIN and RANGE
 * @param maximum for MAX and RANGE
 * @param allowed for ALLOWED_SET: industry codes of GB/T 4754
 * @param unit the indicator's unit in Chinese
 */
@ValueObject
public record Threshold(
        String code,
        @Nullable String pollutant,
        IndicatorRule rule,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        Set<String> allowed,
        String unit,
        Set<CheckedWhen> checkedWhen) {

    public Threshold {
        allowed = Set.copyOf(allowed);
        checkedWhen = Set.copyOf(checkedWhen);
    }

    /** Name under which a value is declared: the code, with the pollutant after a colon. */
    public String key() {
        return pollutant == null ? code : code + ":" + pollutant;
    }

    /** Whether the value satisfies the rule. */
    boolean accepts(Fraction value) {
        return (minimum == null || !value.isLessThan(minimum))
                && (maximum == null || !value.isMoreThan(maximum));
    }

    /** Whether the industry is allowed: the code itself, or a group or class within it. */
    boolean accepts(String industry) {
        return allowed.stream().anyMatch(industry::startsWith);
    }
}

package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * What a declared value is worth against one threshold.
 *
 * @param value two decimals, half up, for display only; null for a code or when nothing is declared
 */
@ValueObject
public record Verdict(Threshold threshold, @Nullable BigDecimal value, Outcome outcome) {

    /** How the comparison, which is exact, came out. */
    public enum Outcome {
        MET,
        NOT_MET,
        NOT_DECLARED
    }
}

package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact quotient; it is rounded only to be shown. The part below the line is positive. */
@ValueObject
public record Fraction(BigDecimal above, BigDecimal below) {

    static Fraction of(BigDecimal whole) {
        return new Fraction(whole, BigDecimal.ONE);
    }

    static Fraction quotient(BigDecimal value, Fraction divisor) {
        return new Fraction(value.multiply(divisor.below), divisor.above);
    }

    boolean isLessThan(BigDecimal threshold) {
        return above.compareTo(threshold.multiply(below)) < 0;
    }

    boolean isMoreThan(BigDecimal threshold) {
        return above.compareTo(threshold.multiply(below)) > 0;
    }

    /** Two decimals, half up. */
    public BigDecimal shown() {
        return above.divide(below, 2, RoundingMode.HALF_UP);
    }
}

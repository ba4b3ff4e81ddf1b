package org.xiangmuzhang.land.domain;

import java.math.BigDecimal;

/**
 * What is declared for an indicator, and how its value follows from it and the parcel's area. The
 * unit of the indicator decides.
 */
enum Measure {
    /** Declared: the total in 万元 (a year). */
    PER_MU,
    /** Declared: square metres. */
    SHARE_OF_AREA,
    /** Declared: square metres; the value is in percent. */
    PERCENT_OF_AREA,
    /** Nothing is declared: the parcel's own area in 亩. */
    PARCEL_AREA,
    /** Declared: the value itself, or what is divided by the total of another indicator. */
    AMOUNT;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Measure of(String unit) {
        return switch (unit) {
            case "万元/亩", "万元/亩·年" -> PER_MU;
            case "无量纲" -> SHARE_OF_AREA;
            case "%" -> PERCENT_OF_AREA;
            case "亩" -> PARCEL_AREA;
            default -> AMOUNT;
        };
    }

    /**
     * @param divisor the declared total of the indicator that this one is counted per, or one
     */
    Fraction value(BigDecimal declared, Area area, Fraction divisor) {
        return switch (this) {
            case PER_MU -> Fraction.quotient(declared, area.mu());
            case SHARE_OF_AREA -> new Fraction(declared, area.squareMetres());
            case PERCENT_OF_AREA -> new Fraction(declared.multiply(HUNDRED), area.squareMetres());
            case PARCEL_AREA -> area.mu();
            case AMOUNT -> Fraction.quotient(declared, divisor);
        };
    }
}

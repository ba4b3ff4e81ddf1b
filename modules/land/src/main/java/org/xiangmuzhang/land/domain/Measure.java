package org.xiangmuzhang.land.domain;

import org.xiangmuzhang.kernel.Refusal;

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
    /** Declared: tonnes of standard coal a year, over the output declared as LI-OUTPUT. */
    PER_OUTPUT,
    /** Nothing is declared: the parcel's own area in 亩. */
    PARCEL_AREA,
    /** Declared: the value itself. */
    AMOUNT;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Measure of(String unit) {
        return switch (unit) {
            case "万元/亩", "万元/亩·年" -> PER_MU;
            case "无量纲" -> SHARE_OF_AREA;
            case "%" -> PERCENT_OF_AREA;
            case "吨标准煤/万元" -> PER_OUTPUT;
            case "亩" -> PARCEL_AREA;
            default -> AMOUNT;
        };
    }

    Fraction value(BigDecimal declared, Area area, BigDecimal output) {
        return switch (this) {
            case PER_MU -> Fraction.quotient(declared, area.mu());
            case SHARE_OF_AREA -> new Fraction(declared, area.squareMetres());
            case PERCENT_OF_AREA -> new Fraction(declared.multiply(HUNDRED), area.squareMetres());
            case PER_OUTPUT -> {
                if (output.signum() <= 0) {
                    throw Refusal.invalid("declared-output-missing", "/LI-OUTPUT");
                }
                yield new Fraction(declared, output);
            }
            case PARCEL_AREA -> area.mu();
            case AMOUNT -> Fraction.of(declared);
        };
    }
}

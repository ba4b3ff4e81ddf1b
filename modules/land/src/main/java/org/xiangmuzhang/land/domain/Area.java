package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An area in square metres with two decimals; one 亩 is exactly 10000/15 of them, which the table of
 * units can only round.
 */
@ValueObject
public record Area(BigDecimal squareMetres) {

    private static final BigDecimal MOST = new BigDecimal("10000000000");

    public Area {
        if (squareMetres.signum() <= 0
                || squareMetres.compareTo(MOST) >= 0
                || squareMetres.stripTrailingZeros().scale() > 2) {
            throw Refusal.invalid("parcel-area", "/areaSquareMetres", squareMetres);
        }
        squareMetres = squareMetres.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** The area in 亩, exactly. */
    public Fraction mu() {
        return new Fraction(
                squareMetres.multiply(BigDecimal.valueOf(15)), BigDecimal.valueOf(10_000));
    }
}

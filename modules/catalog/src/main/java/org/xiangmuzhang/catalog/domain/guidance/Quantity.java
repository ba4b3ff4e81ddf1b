package org.xiangmuzhang.catalog.domain.guidance;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;

/**
 * What a number that is asked for may be.
 *
 * @param least the bounds themselves are allowed
 * @param decimals 0 to 6
 */
@ValueObject
public record Quantity(
        String unitZh, String unitEn, BigDecimal least, BigDecimal most, int decimals) {

    private static final int LONGEST = 20;

    public Quantity {
        Sentences.text(unitZh, LONGEST, "/unitZh");
        Sentences.text(unitEn, LONGEST, "/unitEn");
        if (decimals < 0 || decimals > 6) {
            throw Refusal.invalid("guide-decimals", "/decimals", decimals);
        }
        if (least.compareTo(most) >= 0) {
            throw Refusal.invalid("guide-number-bounds", "/most", least, most);
        }
    }

    /** The number that is meant, or {@code guide-answer-number}. */
    BigDecimal number(String text) {
        BigDecimal number = read(text.strip());
        if (number == null
                || number.stripTrailingZeros().scale() > decimals
                || number.compareTo(least) < 0
                || number.compareTo(most) > 0) {
            throw Refusal.invalid(
                    "guide-answer-number", "/answer", plain(least), plain(most), decimals);
        }
        return new BigDecimal(plain(number));
    }

    private static @Nullable BigDecimal read(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,6})?") ? new BigDecimal(text) : null;
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

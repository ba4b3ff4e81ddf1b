package org.xiangmuzhang.steward.domain.book;

import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;

/**
 * What the assessment of one item cost, in yuan.
 *
 * @param alone what it would have cost the enterprise by itself
 * @param government what the government paid
 * @param enterprise what the enterprise paid
 */
public record Cost(BigDecimal alone, BigDecimal government, BigDecimal enterprise) {

    private static final BigDecimal MOST = new BigDecimal("1000000000");

    public Cost {
        mustBeMoney(alone, "/alone");
        mustBeMoney(government, "/government");
        mustBeMoney(enterprise, "/enterprise");
        if (enterprise.compareTo(alone) > 0) {
            throw Refusal.invalid("book-cost-above", "/enterprise", alone.toPlainString());
        }
    }

    private static void mustBeMoney(BigDecimal amount, String pointer) {
        if (amount.signum() < 0
                || amount.compareTo(MOST) > 0
                || amount.stripTrailingZeros().scale() > 2) {
            throw Refusal.invalid("book-cost", pointer);
        }
    }

    /** What the enterprise did not have to pay. */
    public BigDecimal saved() {
        return alone.subtract(enterprise);
    }
}

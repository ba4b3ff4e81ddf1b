package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The price of the grant, paid in full: yuan with at most two decimals. */
@ValueObject
public record Payment(BigDecimal amount, LocalDate paidOn) {

    private static final BigDecimal MOST = new BigDecimal("10000000000000");

    public Payment {
        if (amount.signum() <= 0
                || amount.compareTo(MOST) >= 0
                || amount.stripTrailingZeros().scale() > 2) {
            throw Refusal.invalid("payment-amount", "/amount", amount);
        }
    }
}

package org.xiangmuzhang.steward.domain.factor;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A factor of a project.
 *
 * @param amount in the unit of its kind, or null while nobody knows
 * @param department kind of the unit that supplies it
 * @param needed the day by which it must be there
 * @param file evidence, once supplied
 */
public record Factor(
        UUID id,
        Region region,
        UUID project,
        FactorKind kind,
        @Nullable BigDecimal amount,
        String department,
        LocalDate needed,
        FactorState state,
        @Nullable UUID file,
        long version) {

    private static final BigDecimal MOST = new BigDecimal("1000000000");

    public Factor {
        if (amount != null
                && (amount.signum() <= 0 || amount.compareTo(MOST) > 0 || amount.scale() > 4)) {
            throw Refusal.invalid("factor-amount", "/amount");
        }
    }

    /** Neither there nor needed no more. */
    public boolean isMissing() {
        return state == FactorState.MISSING || state == FactorState.PROMISED;
    }

    /** Needed on a day that has passed. */
    public boolean isLate(LocalDate today) {
        return isMissing() && needed.isBefore(today);
    }

    public Factor moved(FactorState next, LocalDate by, @Nullable UUID proof) {
        if (next == state && by.equals(needed)) {
            throw Refusal.conflict("factor-as-it-was");
        }
        if (next == FactorState.SUPPLIED && proof == null) {
            throw Refusal.invalid("factor-evidence-missing", "/file");
        }
        return new Factor(
                id,
                region,
                project,
                kind,
                amount,
                department,
                by,
                next,
                next == FactorState.SUPPLIED ? proof : null,
                version + 1);
    }
}

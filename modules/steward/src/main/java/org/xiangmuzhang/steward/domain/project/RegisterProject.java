package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.ProjectCode;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Takes a project into the service. Today is the day of registration.
 *
 * @param investment in 万元, 0 to a trillion with at most six decimals, or null
 */
@Command
public record RegisterProject(
        @Association UUID project,
        Region region,
        ProjectCode code,
        String projectType,
        String typeVersion,
        UUID enterprise,
        @Nullable String industry,
        @Nullable BigDecimal investment,
        LocalDate today) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    void mustBeSound() {
        if (investment != null
                && (investment.signum() < 0
                        || investment.compareTo(MOST) > 0
                        || investment.scale() > 6)) {
            throw Refusal.invalid("investment-out-of-range", "/investment", MOST);
        }
    }
}

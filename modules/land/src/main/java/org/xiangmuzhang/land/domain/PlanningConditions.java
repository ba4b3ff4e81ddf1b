package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.DocumentNumber;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * 规划条件 of a parcel in one version. Who relied on an older version is touched by a change.
 *
 * @param documentNumber of the paper that sets them, or null when none is recorded
 * @param maximumHeight in metres
 */
@ValueObject
public record PlanningConditions(
        @Nullable String documentNumber,
        LocalDate on,
        @Nullable BigDecimal minimumPlotRatio,
        @Nullable BigDecimal maximumPlotRatio,
        @Nullable BigDecimal maximumHeight) {

    public PlanningConditions {
        if (documentNumber != null) {
            documentNumber = DocumentNumber.of(documentNumber).value();
        }
        mustNotBeNegative(minimumPlotRatio, "/minimumPlotRatio");
        mustNotBeNegative(maximumPlotRatio, "/maximumPlotRatio");
        mustNotBeNegative(maximumHeight, "/maximumHeight");
        if (minimumPlotRatio != null
                && maximumPlotRatio != null
                && minimumPlotRatio.compareTo(maximumPlotRatio) > 0) {
            throw Refusal.invalid(
                    "plot-ratio-range", List.of("/minimumPlotRatio", "/maximumPlotRatio"));
        }
    }

    private static void mustNotBeNegative(@Nullable BigDecimal value, String pointer) {
        if (value != null && (value.signum() < 0 || value.compareTo(new BigDecimal(1000)) > 0)) {
            throw Refusal.invalid("planning-value", pointer);
        }
    }
}

package org.xiangmuzhang.land.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.land.domain.Area;
import org.xiangmuzhang.land.domain.CheckedWhen;
import org.xiangmuzhang.land.domain.IndicatorRule;
import org.xiangmuzhang.land.domain.Payment;
import org.xiangmuzhang.land.domain.PlanningConditions;
import org.xiangmuzhang.land.domain.Threshold;
import org.xiangmuzhang.land.domain.Transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What callers send. */
final class Requests {

    private Requests() {}

    /** A parcel number of 19 characters and square metres with at most two decimals. */
    record Preparation(
            String number, BigDecimal areaSquareMetres, @Nullable Conditions planningConditions) {

        Area area() {
            return new Area(areaSquareMetres);
        }

        PlanningConditions conditions(LocalDate today) {
            if (planningConditions == null) {
                return new PlanningConditions(null, today, null, null, null);
            }
            try {
                return planningConditions.value(today);
            } catch (Refusal refusal) {
                throw refusal.within("/planningConditions");
            }
        }
    }

    /** Planning conditions; height in metres; the day is today unless it is given. */
    record Conditions(
            @Nullable String documentNumber,
            @Nullable LocalDate on,
            @Nullable BigDecimal minimumPlotRatio,
            @Nullable BigDecimal maximumPlotRatio,
            @Nullable BigDecimal maximumHeight) {

        PlanningConditions value(LocalDate today) {
            return new PlanningConditions(
                    documentNumber,
                    on == null ? today : on,
                    minimumPlotRatio,
                    maximumPlotRatio,
                    maximumHeight);
        }
    }

    /** The whole set of a parcel's indicators. */
    record Indicators(List<One> indicators) {

        /** One threshold; unit as the indicator's, in Chinese or English. */
        record One(
                String code,
                @Nullable String pollutant,
                IndicatorRule rule,
                @Nullable BigDecimal minimum,
                @Nullable BigDecimal maximum,
                @Nullable Set<String> allowed,
                String unit,
                @Nullable Set<CheckedWhen> checkedWhen) {

            Threshold value() {
                return new Threshold(
                        code,
                        pollutant,
                        rule,
                        minimum,
                        maximum,
                        allowed == null ? Set.of() : allowed,
                        unit,
                        checkedWhen == null ? Set.of() : checkedWhen);
            }
        }

        List<Threshold> values() {
            return indicators.stream().map(One::value).toList();
        }
    }

    /** The project that the parcel is kept for. */
    record Reservation(UUID project) {}

    /** GRANT by contract or ALLOCATION by decision. */
    record Signing(
            Transfer.Kind kind,
            UUID enterprise,
            @Nullable UUID project,
            LocalDate signedOn,
            @Nullable String documentNumber) {

        Transfer value() {
            return new Transfer(kind, enterprise, signedOn, documentNumber);
        }
    }

    /** The full price in yuan. */
    record Paying(BigDecimal amount, LocalDate paidOn) {

        Payment value() {
            return new Payment(amount, paidOn);
        }
    }

    /** The day on which the land is handed over. */
    record Delivery(LocalDate on) {}
}

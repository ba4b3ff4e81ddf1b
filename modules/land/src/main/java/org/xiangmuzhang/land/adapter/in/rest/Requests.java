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
import java.util.stream.IntStream;

/** What callers send. */
final class Requests {

    private Requests() {}

    /** A parcel number of 19 characters and square metres with at most two decimals. */
    record Preparation(
            @Nullable String number,
            @Nullable BigDecimal areaSquareMetres,
            @Nullable Conditions planningConditions) {

        Area area() {
            return new Area(present(areaSquareMetres, "/areaSquareMetres"));
        }

        PlanningConditions conditions(LocalDate today) {
            return planningConditions == null
                    ? new PlanningConditions(null, today, null, null, null)
                    : planningConditions.value(today);
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
    record Indicators(@Nullable List<One> indicators) {

        /** One threshold; unit as the indicator's, in Chinese or English. */
        record One(
                @Nullable String code,
                @Nullable String pollutant,
                @Nullable IndicatorRule rule,
                @Nullable BigDecimal minimum,
                @Nullable BigDecimal maximum,
                @Nullable Set<String> allowed,
                @Nullable String unit,
                @Nullable Set<CheckedWhen> checkedWhen) {

            Threshold value(String at) {
                return new Threshold(
                        present(code, at + "/code"),
                        pollutant,
                        present(rule, at + "/rule"),
                        minimum,
                        maximum,
                        allowed == null ? Set.of() : allowed,
                        present(unit, at + "/unit"),
                        checkedWhen == null ? Set.of() : checkedWhen);
            }
        }

        List<Threshold> values() {
            List<One> all = present(indicators, "/indicators");
            return IntStream.range(0, all.size())
                    .mapToObj(i -> all.get(i).value("/indicators/" + i))
                    .toList();
        }
    }

    /** The project that the parcel is kept for. */
    record Reservation(@Nullable UUID project) {}

    /** GRANT by contract or ALLOCATION by decision. */
    record Signing(
            Transfer.@Nullable Kind kind,
            @Nullable UUID enterprise,
            @Nullable UUID project,
            @Nullable LocalDate signedOn,
            @Nullable String documentNumber) {

        Transfer value() {
            return new Transfer(
                    present(kind, "/kind"),
                    present(enterprise, "/enterprise"),
                    present(signedOn, "/signedOn"),
                    documentNumber);
        }
    }

    /** The full price in yuan. */
    record Paying(@Nullable BigDecimal amount, @Nullable LocalDate paidOn) {

        Payment value() {
            return new Payment(present(amount, "/amount"), present(paidOn, "/paidOn"));
        }
    }

    /** The day on which the land is handed over. */
    record Delivery(@Nullable LocalDate on) {}

    static <T> T present(@Nullable T value, String pointer) {
        if (value == null) {
            throw Refusal.invalid("field-missing", pointer, pointer);
        }
        return value;
    }
}

package org.xiangmuzhang.land.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.land.domain.ParcelFacts;
import org.xiangmuzhang.land.domain.Payment;
import org.xiangmuzhang.land.domain.Threshold;
import org.xiangmuzhang.land.domain.Transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A parcel as callers see it.
 *
 * @param areaMu the same area in 亩, two decimals, for display
 * @param planningConditions version in force
 * @param startBy last day to begin construction, once delivered and where a time for it is set
 */
record ParcelResource(
        UUID id,
        String region,
        String number,
        BigDecimal areaSquareMetres,
        BigDecimal areaMu,
        String state,
        @Nullable UUID project,
        int planningConditions,
        List<Threshold> indicators,
        @Nullable Transfer transfer,
        @Nullable Payment payment,
        @Nullable LocalDate rightSince,
        @Nullable LocalDate deliveredOn,
        @Nullable LocalDate startBy) {

    static ParcelResource of(ParcelFacts parcel, @Nullable LocalDate startBy) {
        return new ParcelResource(
                parcel.id(),
                parcel.region().code(),
                parcel.number().value(),
                parcel.area().squareMetres(),
                parcel.area().mu().shown(),
                parcel.state().name(),
                parcel.project(),
                parcel.planningConditions(),
                parcel.indicators(),
                parcel.transfer(),
                parcel.payment(),
                parcel.rightSince(),
                parcel.deliveredOn(),
                startBy);
    }
}

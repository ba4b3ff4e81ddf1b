package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What stands about a parcel, as it is stored and shown.
 *
 * @param project that it is reserved for or went to, or null
 * @param planningConditions version, from 1
 * @param version of the parcel as a whole, for optimistic locking
 */
@ValueObject
public record ParcelFacts(
        UUID id,
        Region region,
        ParcelNumber number,
        Area area,
        ParcelState state,
        @Nullable UUID project,
        int planningConditions,
        List<Threshold> indicators,
        @Nullable Transfer transfer,
        @Nullable Payment payment,
        @Nullable LocalDate deliveredOn,
        long version) {

    public ParcelFacts {
        indicators = List.copyOf(indicators);
    }

    /** The day from which the land right stands, or null before. */
    public @Nullable LocalDate rightSince() {
        if (transfer == null) {
            return null;
        }
        if (transfer.kind() == Transfer.Kind.ALLOCATION) {
            return transfer.signedOn();
        }
        return payment == null ? null : payment.paidOn();
    }

    /** The same facts for eyes that are not to see whom the parcel is kept for. */
    public ParcelFacts withoutProject() {
        return new ParcelFacts(
                id,
                region,
                number,
                area,
                state,
                null,
                planningConditions,
                indicators,
                transfer,
                payment,
                deliveredOn,
                version);
    }

    /** The same facts with these indicators. */
    public ParcelFacts with(List<Threshold> thresholds) {
        return new ParcelFacts(
                id,
                region,
                number,
                area,
                state,
                project,
                planningConditions,
                thresholds,
                transfer,
                payment,
                deliveredOn,
                version);
    }
}

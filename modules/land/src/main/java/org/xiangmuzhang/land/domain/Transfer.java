package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.DocumentNumber;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How a parcel goes to an enterprise.
 *
 * @param documentNumber of the contract or the decision, or null when none is recorded
 */
@ValueObject
public record Transfer(
        Kind kind, UUID enterprise, LocalDate signedOn, @Nullable String documentNumber) {

    public Transfer {
        if (documentNumber != null) {
            documentNumber = DocumentNumber.of(documentNumber).value();
        }
    }

    /** The same to another enterprise. */
    public Transfer to(UUID taker) {
        return new Transfer(kind, taker, signedOn, documentNumber);
    }

    /** The two ways of supplying state land (土地管理法 art. 54). */
    public enum Kind {
        /** 出让: by contract, against payment. */
        GRANT,
        /** 划拨: by decision, without payment. */
        ALLOCATION
    }
}

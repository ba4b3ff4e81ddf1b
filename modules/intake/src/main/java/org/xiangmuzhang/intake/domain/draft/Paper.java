package org.xiangmuzhang.intake.domain.draft;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** A material in a draft, and when it is used again, from where. */
@ValueObject
public record Paper(String material, UUID file, @Nullable Reuse reuse) {

    /**
     * A material of an earlier application.
     *
     * @param sha256 of its content
     * @param validUntil last day on which it may be used again
     */
    @ValueObject
    public record Offer(
            String material,
            UUID file,
            UUID application,
            String number,
            String sha256,
            LocalDate handedInOn,
            LocalDate validUntil) {

        public boolean isValidOn(LocalDate day) {
            return !day.isAfter(validUntil);
        }
    }

    /** An offer that somebody took up, with whose consent. */
    @ValueObject
    public record Reuse(Offer offer, UUID consentedBy, LocalDate consentedOn) {}
}

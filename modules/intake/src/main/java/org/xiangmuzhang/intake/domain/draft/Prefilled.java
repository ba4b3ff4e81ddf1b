package org.xiangmuzhang.intake.domain.draft;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Where the value of a field comes from that nobody typed.
 *
 * @param reference number of the application or document, or code of the enterprise or project
 * @param confirmedBy who said that it is right, or null
 */
@ValueObject
public record Prefilled(
        String field,
        Source source,
        String reference,
        Confidence confidence,
        @Nullable UUID confirmedBy,
        @Nullable LocalDate confirmedOn) {

    /** From where. */
    public enum Source {
        /** The register of enterprises. */
        PROFILE,
        /** The project's own data. */
        PROJECT,
        /** A document that was issued to the enterprise. */
        DOCUMENT,
        /** What the enterprise wrote in an earlier application. */
        EARLIER
    }

    /** How sure it is to be right still. */
    public enum Confidence {
        /** Kept up to date by an authority. */
        CERTAIN,
        /** Right when it was written. */
        LIKELY
    }

    Prefilled confirmed(UUID by, LocalDate on) {
        return confirmedBy != null
                ? this
                : new Prefilled(field, source, reference, confidence, by, on);
    }
}

package org.xiangmuzhang.intake.domain.dossier;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Accepted by a clerk, or by silence.
 *
 * @param acceptedOn the day that clocks count from
 * @param by the clerk, or null when silence accepted it
 * @param hall where the clerk's post is, or null
 * @param window of that hall, or null
 */
@ValueObject
public record Acceptance(
        LocalDate acceptedOn, @Nullable UUID by, @Nullable String hall, @Nullable String window) {

    /** By silence, which sits at no window. */
    static Acceptance bySilence(LocalDate acceptedOn) {
        return new Acceptance(acceptedOn, null, null, null);
    }
}

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
 */
@ValueObject
public record Acceptance(LocalDate acceptedOn, @Nullable UUID by) {}

package org.xiangmuzhang.intake.domain.obligation;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What never changes about an obligation.
 *
 * @param material that is owed or that a promise stands for, or null
 * @param textVersion of the words that were promised, or null
 * @param givenBy who handed in the application, or accepted or decided without the material
 */
@ValueObject
public record ObligationHead(
        UUID id,
        About about,
        ObligationKind kind,
        @Nullable String material,
        @Nullable String textVersion,
        UUID givenBy,
        LocalDate givenOn) {}

package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which obligations of those that somebody may see.
 *
 * @param state null for what is still to be done or said
 * @param after the last one of the page before, or null
 */
public record ObligationFilter(@Nullable String state, @Nullable Place after) {

    /** Where an obligation stands in the list of them. */
    public record Place(LocalDate due, UUID id) {}
}

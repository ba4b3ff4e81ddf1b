package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which items of a department's desk.
 *
 * @param department null for the actor's own
 * @param state null for whatever is on the desk
 * @param afterDue key of the last item of the page before, with {@code after}; null for the first
 */
public record TaskFilter(
        @Nullable String department,
        @Nullable String state,
        @Nullable LocalDate afterDue,
        @Nullable UUID after) {}

package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Which items of a department's desk.
 *
 * @param department null for the actor's own
 * @param state null for whatever is on the desk
 * @param after the last item of the page before; null for the first
 */
public record TaskFilter(
        @Nullable String department, @Nullable String state, @Nullable UUID after) {}

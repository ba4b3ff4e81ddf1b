package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Which applications: null means any.
 *
 * @param state a state of an application, or null
 */
public record ApplicationFilter(
        @Nullable UUID enterprise, @Nullable UUID project, @Nullable String state) {}

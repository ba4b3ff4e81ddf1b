package org.xiangmuzhang.steward.api;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.util.UUID;

/**
 * A project as others may see it.
 *
 * @param steward person id of the steward, or null before one is appointed
 */
public record ProjectView(
        UUID id,
        Region region,
        String code,
        String name,
        String projectType,
        UUID enterprise,
        @Nullable UUID steward) {}

package org.xiangmuzhang.catalog.domain.own;

import org.jmolecules.ddd.annotation.Entity;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.UUID;

/**
 * What an editor writes of an item before a second one has agreed.
 *
 * @param version 1 for the first, one more with each change
 * @param withdrawn whether the item is to hold no longer
 * @param base number of the publication whose version it was begun from, or null for a new item
 */
@Entity
public record ItemDraft(
        @Identity Region region,
        @Identity String code,
        long version,
        ItemSheet sheet,
        boolean withdrawn,
        @Nullable Integer base,
        UUID editedBy,
        Instant editedAt) {}

package org.xiangmuzhang.catalog.port.out;

import org.xiangmuzhang.catalog.domain.ItemOverride;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What places do in their own way, in every version. */
public interface Overrides {

    Optional<ItemOverride> find(Region region, String code);

    /** Overrides that changed after this version of the catalog. */
    List<ItemOverride> changedAfter(long catalogVersion);

    /**
     * Keeps an override; refuses with {@code version-stale} unless the one before it is the last.
     */
    void save(ItemOverride override, long catalogVersion, UUID by, Instant at);

    /** The values of a place in one version of its override. */
    Optional<LocalValues> past(Region region, String code, long version);
}

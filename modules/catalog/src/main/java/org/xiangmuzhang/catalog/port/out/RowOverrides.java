package org.xiangmuzhang.catalog.port.out;

import org.xiangmuzhang.catalog.domain.RowOverride;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows that places have in their own way, in every version. */
public interface RowOverrides {

    Optional<RowOverride> find(Region region, String table, String key);

    /** Overrides that changed after this version of the catalog. */
    List<RowOverride> changedAfter(long catalogVersion);

    /**
     * Keeps an override; refuses with {@code version-stale} unless the one before it is the last.
     */
    void save(RowOverride override, UUID by, Instant at);

    /** What a place did in a table in its own way by a version of the catalog. */
    List<RowOverride> past(Region region, String table, long catalogVersion);
}

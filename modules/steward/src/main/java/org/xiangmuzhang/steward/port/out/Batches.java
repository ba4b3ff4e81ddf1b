package org.xiangmuzhang.steward.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.batch.Batch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Batches of like projects. */
public interface Batches {

    /** Refuses with {@code batch-id-taken} when there is one with the id. */
    void add(Batch batch);

    /** Of one of the regions, or of an enterprise: then one of its projects must belong to it. */
    Optional<Batch> visible(UUID batch, Set<Region> regions, @Nullable UUID enterprise);

    /** The batch for the caller's transaction alone. */
    Optional<Batch> held(UUID batch);

    /** The batch that a project belongs to. */
    Optional<UUID> of(UUID project);

    void save(Batch batch);

    /** The newest first, those before one of them; of one project, or of all. */
    List<Batch> list(
            Set<Region> regions,
            @Nullable UUID enterprise,
            @Nullable UUID project,
            @Nullable UUID before,
            int limit);
}

package org.xiangmuzhang.intake.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Lists, page by page along an index. */
public interface FindDossiers {

    /** An item on a desk, with the application it belongs to. */
    record OnDesk(UUID task, Dossier dossier) {}

    /** In the order of their ids; null means any. */
    List<Dossier> applications(
            @Nullable Set<Region> regions,
            @Nullable UUID enterprise,
            @Nullable UUID project,
            @Nullable String state,
            @Nullable UUID after,
            int limit);

    /**
     * Items of a department in these regions by promised due date, then id.
     *
     * @param state null for whatever is on the desk
     * @param after the last item of the page before; null for the first
     */
    List<OnDesk> desk(
            Set<Region> regions,
            String department,
            @Nullable String state,
            @Nullable UUID after,
            int limit);
}

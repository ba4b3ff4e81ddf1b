package org.xiangmuzhang.intake.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.port.in.ApplicationFilter;
import org.xiangmuzhang.intake.port.in.TaskFilter;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.UUID;

/** Lists, page by page along an index. */
public interface FindDossiers {

    /** An item on a desk, with the application it belongs to. */
    record OnDesk(UUID task, Dossier dossier) {}

    /** In the order of their ids; a null region means all of them. */
    List<Dossier> applications(
            @Nullable Region region, ApplicationFilter filter, @Nullable UUID after, int limit);

    /** Items of a department in a region by promised due date, then id. */
    List<OnDesk> desk(Region region, String department, TaskFilter filter, int limit);
}

package org.xiangmuzhang.steward.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.events.MandateSigned;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The projects by name and code, and who may act for whom; kept with every decision. */
public interface ProjectRegister {

    /** Refuses with {@code project-code-taken} when another project has the code. */
    void add(ProjectView project);

    Optional<ProjectView> byId(UUID project);

    Map<UUID, String> names(Collection<UUID> projects);

    /** Makes the calling transaction the only one that decides about the project until it ends. */
    void hold(UUID project);

    void appoint(UUID project, UUID steward);

    void keep(MandateSigned mandate);

    void revoke(UUID mandate, LocalDate on);

    /** A mandate that covers the act of a project's present steward on a day. */
    Optional<UUID> covering(
            UUID steward, UUID enterprise, @Nullable UUID project, String act, LocalDate on);
}

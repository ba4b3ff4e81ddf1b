package org.xiangmuzhang.steward.api;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reading projects. */
public interface Projects {

    Optional<ProjectView> byId(UUID id);

    /** Names of projects by id; unknown ids are left out. */
    Map<UUID, String> names(Collection<UUID> ids);
}

package org.xiangmuzhang.supervision;

import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.api.Projects;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A steward who calls every project the same. */
class SmallSteward implements Projects {

    @Override
    public Optional<ProjectView> byId(UUID id) {
        return Optional.empty();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return ids.stream().distinct().collect(Collectors.toMap(id -> id, id -> "锂电池项目"));
    }
}

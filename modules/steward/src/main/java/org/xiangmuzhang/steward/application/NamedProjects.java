package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.land.spi.Takers;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.api.Projects;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets other contexts look projects up, and land see which of them may take it: also for a caller
 * whose post does not reach the project's place, but something that belongs to the project.
 */
@Component
class NamedProjects implements Projects, Takers {

    private final ProjectRegister register;

    NamedProjects(ProjectRegister register) {
        this.register = register;
    }

    @Override
    public Optional<ProjectView> byId(UUID id) {
        return Sight.ALL.during(() -> register.byId(id));
    }

    @Override
    public Optional<Taker> taker(UUID project) {
        return byId(project).map(NamedProjects::asTaker);
    }

    @Override
    public Optional<Taker> byCode(String code) {
        return Sight.ALL.during(() -> register.byCode(code)).map(NamedProjects::asTaker);
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return Sight.ALL.during(() -> register.names(ids));
    }

    private static Taker asTaker(ProjectView it) {
        return new Taker(it.id(), it.code(), it.name(), it.enterprise(), it.region());
    }
}

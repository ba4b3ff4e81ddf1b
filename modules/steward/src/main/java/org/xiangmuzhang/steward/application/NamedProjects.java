package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.land.spi.Takers;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.api.Projects;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lets other contexts look projects up, and land see which of them may take it. */
@Component
class NamedProjects implements Projects, Takers {

    private final ProjectRegister register;

    NamedProjects(ProjectRegister register) {
        this.register = register;
    }

    @Override
    public Optional<ProjectView> byId(UUID id) {
        return register.byId(id);
    }

    @Override
    public Optional<Taker> taker(UUID project) {
        return register.byId(project).map(NamedProjects::asTaker);
    }

    @Override
    public Optional<Taker> byCode(String code) {
        return register.byCode(code).map(NamedProjects::asTaker);
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return register.names(ids);
    }

    private static Taker asTaker(ProjectView it) {
        return new Taker(it.id(), it.code(), it.name(), it.enterprise(), it.region());
    }
}

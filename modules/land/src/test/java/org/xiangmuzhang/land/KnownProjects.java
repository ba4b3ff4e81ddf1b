package org.xiangmuzhang.land;

import org.xiangmuzhang.land.spi.Takers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Someone who knows a few projects. */
record KnownProjects(Collection<Taker> projects) implements Takers {

    KnownProjects(Taker... projects) {
        this(List.of(projects));
    }

    @Override
    public Optional<Taker> taker(UUID project) {
        return projects.stream().filter(it -> it.id().equals(project)).findFirst();
    }

    @Override
    public Optional<Taker> byCode(String code) {
        return projects.stream().filter(it -> it.code().equals(code)).findFirst();
    }
}

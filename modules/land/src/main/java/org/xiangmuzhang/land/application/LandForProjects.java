package org.xiangmuzhang.land.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.land.spi.Takers;
import org.xiangmuzhang.land.spi.Takers.Taker;

import java.util.Optional;
import java.util.UUID;

/**
 * A parcel goes only to a project that there is, within its place, and to that one's enterprise.
 */
@Component
public class LandForProjects {

    private final ObjectProvider<Takers> takers;
    private final Regions regions;

    LandForProjects(ObjectProvider<Takers> takers, Regions regions) {
        this.takers = takers;
        this.regions = regions;
    }

    /** The project, where someone knows the projects. */
    public Optional<Taker> of(UUID project) {
        return Optional.ofNullable(takers.getIfAvailable()).flatMap(known -> known.taker(project));
    }

    /** The project that has the code; there must be one. */
    public UUID byCode(String code) {
        return Optional.ofNullable(takers.getIfAvailable())
                .flatMap(known -> known.byCode(code))
                .map(Taker::id)
                .orElseThrow(() -> Refusal.invalid("parcel-for-unknown-project", "/project", code));
    }

    /** Refuses a project that does not fit; enterprise null when it is not known yet. */
    void mustFit(@Nullable UUID project, Region parcel, @Nullable UUID enterprise) {
        Takers known = takers.getIfAvailable();
        if (project == null || known == null) {
            return;
        }
        Taker taker =
                known.taker(project)
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "parcel-for-unknown-project", "/project", project));
        if (!regions.covers(taker.region(), parcel)) {
            throw Refusal.invalid(
                    "parcel-for-project-elsewhere", "/project", taker.region().code(), parcel);
        }
        if (enterprise != null && !enterprise.equals(taker.enterprise())) {
            throw Refusal.invalid("parcel-for-another-enterprise", "/enterprise", project);
        }
    }
}

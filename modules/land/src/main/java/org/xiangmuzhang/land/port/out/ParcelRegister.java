package org.xiangmuzhang.land.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.land.domain.Parcel;
import org.xiangmuzhang.land.domain.ParcelFacts;
import org.xiangmuzhang.land.domain.ParcelState;
import org.xiangmuzhang.land.domain.PlanningConditions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where parcels are kept. */
public interface ParcelRegister {

    Optional<ParcelFacts> byId(UUID id);

    /** Refused as {@code parcel-number-taken} when another parcel has the number. */
    void add(Parcel parcel);

    /**
     * Refused as {@code parcel-changed-meanwhile} when someone else changed the parcel in between.
     */
    void change(Parcel parcel);

    /**
     * Keeps the parcels of an enterprise that is merged away as those of the one that is kept, each
     * in a new version.
     */
    void passOn(UUID dissolved, UUID kept);

    /** Keeps one version of the planning conditions of a parcel. */
    void keep(ParcelFacts parcel, PlanningConditions conditions);

    /** The versions of the planning conditions, oldest first. */
    List<PlanningConditions> planningConditions(UUID parcel);

    /** Parcels of these regions by id, after one of them; state null for all. */
    List<ParcelFacts> inRegions(
            Set<Region> regions, @Nullable ParcelState state, @Nullable UUID after, int limit);

    /** Parcels of a region that are on offer, or belong to the enterprise; by id. */
    List<ParcelFacts> openTo(
            @Nullable UUID enterprise, Region region, @Nullable UUID after, int limit);

    /** Parcels reserved for or transferred to a project, by number. */
    List<ParcelFacts> ofProject(UUID project);
}

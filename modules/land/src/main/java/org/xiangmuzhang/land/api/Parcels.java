package org.xiangmuzhang.land.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reading parcels. */
public interface Parcels {

    Optional<ParcelView> byId(UUID id);

    /** Parcels reserved for or transferred to a project, by number. */
    List<ParcelView> ofProject(UUID project);
}

package org.xiangmuzhang.land.spi;

import org.xiangmuzhang.kernel.Region;

import java.util.Optional;
import java.util.UUID;

/**
 * Which projects may take land? Implemented by a higher context; with none, a land officer's word
 * is taken.
 */
public interface Takers {

    /**
     * A project, whose it is, and where it lies.
     *
     * @param code the project's code, as a land officer reads it on paper
     */
    record Taker(UUID id, String code, String name, UUID enterprise, Region region) {}

    /** The project, or empty when there is none of this id: then it takes no land. */
    Optional<Taker> taker(UUID project);

    /** The project of this code. */
    Optional<Taker> byCode(String code);
}

package org.xiangmuzhang.parties;

import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an identity provider pushes about departments. Nothing of it counts before a security
 * administrator has confirmed it.
 */
public interface PushedDepartments {

    /**
     * A department as it is, or as it waits to be opened.
     *
     * @param kinds codes of the catalog's departments that it fulfils, one at least
     */
    record Pushed(UUID id, Region region, List<String> kinds, String name) {}

    /**
     * Proposes to open one from today on. Refuses with {@code department-kind-taken} or {@code
     * department-change-waits} when there is one of these kinds or one waits to be opened.
     */
    Pushed open(Region region, List<String> kinds, String name);

    /**
     * Proposes another name from today on, in the place of what was pushed before and still waits;
     * refuses with {@code department-change-waits} where an administrator's proposal does.
     */
    void rename(UUID id, String name);

    Optional<Pushed> byId(UUID id);

    /** The one of a place that fulfils a kind, or waits to. */
    Optional<Pushed> byKind(Region region, String kind);
}

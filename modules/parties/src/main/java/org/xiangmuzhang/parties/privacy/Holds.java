package org.xiangmuzhang.parties.privacy;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What must be kept for now, whatever rule would have it removed. */
public interface Holds {

    /** Those of the things on which a legal hold lies. */
    Set<UUID> held(HeldKind kind, Collection<UUID> ids);

    /**
     * Until the caller's transaction ends no new hold is placed on any of the things, so that what
     * {@link #held} says then stays true.
     */
    void still(Collection<UUID> ids);
}

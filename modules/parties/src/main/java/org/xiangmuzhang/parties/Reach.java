package org.xiangmuzhang.parties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.util.Set;

/** How far a post reaches: as far as {@link Jurisdictions} says, else its own place. */
@Component
public class Reach {

    private final ObjectProvider<Jurisdictions> jurisdictions;

    Reach(ObjectProvider<Jurisdictions> jurisdictions) {
        this.jurisdictions = jurisdictions;
    }

    /** The places; empty means everywhere. */
    public Set<Region> of(Actor actor) {
        Jurisdictions known = jurisdictions.getIfAvailable();
        return known == null ? Set.of(actor.region()) : known.of(actor);
    }

    public boolean covers(Actor actor, Region place) {
        Set<Region> reached = of(actor);
        return reached.isEmpty() || reached.contains(place);
    }
}

package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.util.List;

/**
 * Who reads what of a place's catalog is not published or is still to be mended: editors, who may
 * decide for the places below theirs, and who oversees them.
 */
@Component
public class CatalogReaders {

    private static final Role[] READERS = {
        Role.CATALOG_EDITOR, Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISOR
    };

    private final Snapshots snapshots;
    private final Regions regions;

    CatalogReaders(Snapshots snapshots, Regions regions) {
        this.snapshots = snapshots;
        this.regions = regions;
    }

    /** Refuses a role that reads nothing of it anywhere. */
    public void mustBeReader(Actor actor) {
        actor.mustBe(READERS);
    }

    /** Whether the actor reads it at a place. */
    public boolean mayRead(Region place, Actor actor) {
        return List.of(READERS).contains(actor.role()) && regions.covers(actor.region(), place);
    }

    /** Refuses {@code region-unknown} and {@code proposals-of-another-place}. */
    void mustRead(Region place, Actor actor) {
        mustBeReader(actor);
        if (!snapshots.current().template().places().containsKey(place)) {
            throw Refusal.invalid("region-unknown", "/region", place.code());
        }
        mustReachProposals(place, actor);
    }

    /** Refuses {@code proposals-of-another-place}. */
    void mustReachProposals(Region place, Actor actor) {
        mustBeReader(actor);
        if (!mayRead(place, actor)) {
            throw Refusal.forbidden("proposals-of-another-place", place.code());
        }
    }
}

package org.xiangmuzhang.supervision.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.spi.Alerts;
import org.xiangmuzhang.supervision.domain.Light;
import org.xiangmuzhang.supervision.domain.Warning;
import org.xiangmuzhang.supervision.port.out.Lights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looking at lights that stand. */
@Service
@Transactional(readOnly = true)
public class ReadingWarnings implements Alerts {

    private final Lights lights;
    private final Regions regions;
    private final EscalationLadder ladder;

    ReadingWarnings(Lights lights, Regions regions, EscalationLadder ladder) {
        this.ladder = ladder;
        this.lights = lights;
        this.regions = regions;
    }

    /**
     * Warnings of the regions that the actor reaches, a department's officials their own; soonest
     * due first.
     */
    public List<Warning> warnings(
            Actor actor, @Nullable Light light, Warning.@Nullable Place after, int limit) {
        return lights.warnings(
                regions.reachOf(actor), Watchers.departmentOf(actor), light, after, limit);
    }

    /** Items so long overdue that the ladder of their place puts them before the actor. */
    public List<Warning> escalated(Actor actor, int limit) {
        return ladder.overdue(actor, regions.reachOf(actor), limit);
    }

    /** Lights of an application's running clocks that have turned at least once. */
    public List<Warning> ofApplication(UUID application) {
        return lights.ofApplication(application);
    }

    /** Lights of an item's running clocks that have turned at least once. */
    public List<Warning> ofTask(UUID task) {
        return lights.ofTask(task);
    }

    @Override
    public Map<UUID, String> lit(Collection<Region> regions) {
        Map<UUID, String> lit = new HashMap<>();
        lights.lit(regions).forEach((project, light) -> lit.put(project, light.name()));
        return lit;
    }

    @Override
    public Map<UUID, List<Alert>> standing(Collection<UUID> projects) {
        Map<UUID, List<Alert>> standing = new HashMap<>();
        for (Warning warning : lights.ofProjects(projects)) {
            UUID project = warning.project();
            if (project != null) {
                standing.computeIfAbsent(project, p -> new ArrayList<>())
                        .add(
                                new Alert(
                                        project,
                                        warning.task(),
                                        warning.itemCode(),
                                        warning.light().name(),
                                        warning.light().rule(),
                                        warning.since()));
            }
        }
        return standing;
    }
}

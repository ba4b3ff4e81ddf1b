package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Dependency.Kind;
import org.xiangmuzhang.catalog.api.Dependency.Relaxation;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.intake.spi.Preconditions;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.land.api.ParcelView;
import org.xiangmuzhang.land.api.Parcels;
import org.xiangmuzhang.steward.domain.plan.Progress;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.port.out.ProjectLog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What an item waits for by law, inside the plan of its project: order that may be relaxed in no
 * way, or by simulation only. Without a plan nothing is known and nothing is held back.
 */
@Component
class PlanPreconditions implements Preconditions {

    private static final Set<String> LAND = Set.of("LAND-GRANT", "LAND-ALLOCATION");
    private static final Set<String> STANDING = Set.of("PAID", "DELIVERED");

    private final ProjectLog log;
    private final Catalog catalog;
    private final Parcels parcels;
    private final Facts facts;
    private final Clock clock;

    PlanPreconditions(ProjectLog log, Catalog catalog, Parcels parcels, Facts facts, Clock clock) {
        this.log = log;
        this.catalog = catalog;
        this.parcels = parcels;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public List<Unmet> unmet(UUID project, String itemCode) {
        Dossier dossier = log.now(project).orElse(null);
        PlanDrawn plan = dossier == null ? null : dossier.plan();
        if (dossier == null || plan == null) {
            return List.of();
        }
        Region region = dossier.registered().region();
        ProjectType type =
                catalog.projectType(region, dossier.registered().projectType()).orElse(null);
        Map<String, Progress> known =
                facts.of(project, dossier, catalog.calendar(), WorkingDays.today(clock));
        List<Unmet> unmet = new ArrayList<>();
        for (PlanDrawn.Edge edge : plan.edges()) {
            if (edge.to().equals(itemCode) && !isDone(known, edge.from()) && type != null) {
                Relaxation relaxation = binding(type, plan, edge);
                boolean land = isLandMilestone(region, edge.from());
                if (relaxation != null && !(land && landRightStands(project))) {
                    unmet.add(
                            new Unmet(
                                    land ? "LAND_RIGHT" : "ITEM:" + edge.from(),
                                    relaxation == Relaxation.MOCK));
                }
            }
        }
        return unmet;
    }

    private static boolean isDone(Map<String, Progress> known, String code) {
        Progress progress = known.get(code);
        return progress != null && progress.state().isDone();
    }

    /** NONE or MOCK when the catalog's order behind the edge binds, else null. */
    private static @Nullable Relaxation binding(
            ProjectType type, PlanDrawn plan, PlanDrawn.Edge edge) {
        Relaxation binding = null;
        for (Dependency dependency : type.dependencies()) {
            if (standIn(plan, dependency.from()).equals(edge.from())
                    && standIn(plan, dependency.to()).equals(edge.to())
                    && dependency.kind() != Kind.PRACTICAL
                    && binding != Relaxation.NONE
                    && (dependency.relaxableBy() == Relaxation.NONE
                            || dependency.relaxableBy() == Relaxation.MOCK)) {
                binding = dependency.relaxableBy();
            }
        }
        return binding;
    }

    private static String standIn(PlanDrawn plan, String code) {
        return plan.steps().stream()
                .filter(step -> step.itemCode().equals(code) && step.replacedBy() != null)
                .map(PlanDrawn.Step::replacedBy)
                .findFirst()
                .orElse(code);
    }

    private boolean isLandMilestone(Region region, String code) {
        return LAND.contains(code)
                && catalog.item(region, code).filter(Item::milestone).isPresent();
    }

    private boolean landRightStands(UUID project) {
        return parcels.ofProject(project).stream()
                .anyMatch(parcel -> STANDING.contains(parcel.state()));
    }

    @Override
    public @Nullable Integer planningConditions(UUID project) {
        List<ParcelView> found = parcels.ofProject(project);
        return found.isEmpty()
                ? null
                : found.stream().mapToInt(ParcelView::planningConditions).max().orElseThrow();
    }

    @Override
    public boolean belongs(UUID project, UUID enterprise) {
        return log.now(project)
                .filter(dossier -> dossier.registered().enterprise().equals(enterprise))
                .isPresent();
    }
}

package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Dependency.Relaxation;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.intake.spi.Preconditions;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.land.api.ParcelView;
import org.xiangmuzhang.land.api.Parcels;
import org.xiangmuzhang.steward.domain.plan.Progress;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.port.out.ProjectLog;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an item waits for by law or by material: order that may be relaxed in no way, or by
 * simulation only. The plan of its project says so; what that does not hold, the catalog does.
 * Whoever decides on an item of a project may lie below the project's place: the answer is the
 * same.
 */
@Component
class PlanPreconditions implements Preconditions {

    private final ProjectRegister register;
    private final ProjectLog log;
    private final Catalog catalog;
    private final Parcels parcels;
    private final Facts facts;
    private final Clock clock;

    PlanPreconditions(
            ProjectRegister register,
            ProjectLog log,
            Catalog catalog,
            Parcels parcels,
            Facts facts,
            Clock clock) {
        this.register = register;
        this.log = log;
        this.catalog = catalog;
        this.parcels = parcels;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public List<Unmet> unmet(UUID project, String itemCode) {
        return unmet(project, List.of(itemCode)).getOrDefault(itemCode, List.of());
    }

    @Override
    public Map<String, List<Unmet>> unmet(UUID project, Collection<String> itemCodes) {
        return Sight.ALL.during(
                () ->
                        log.now(project)
                                .map(dossier -> unmetOf(project, dossier, itemCodes))
                                .orElse(Map.of()));
    }

    @Override
    public Optional<Ties> ties(UUID project, UUID enterprise, Collection<String> itemCodes) {
        return Sight.ALL.during(
                () ->
                        register.openStill(project)
                                .flatMap(log::now)
                                .filter(dossier -> isOf(enterprise, dossier))
                                .map(
                                        dossier ->
                                                new Ties(
                                                        dossier.registered().region(),
                                                        unmetOf(project, dossier, itemCodes))));
    }

    private Map<String, List<Unmet>> unmetOf(
            UUID project, Dossier dossier, Collection<String> itemCodes) {
        Region region = dossier.registered().region();
        ProjectType type =
                catalog.projectType(region, dossier.registered().projectType()).orElse(null);
        if (type == null) {
            return Map.of();
        }
        Known known = new Known(project, dossier);
        PlanDrawn plan = dossier.plan();
        Map<String, List<Unmet>> unmet = new HashMap<>();
        for (String itemCode : itemCodes) {
            Map<String, Relaxation> waits =
                    plan != null && isPlanned(plan, itemCode)
                            ? waitsByPlan(type, plan, itemCode)
                            : new CatalogOrder(catalog, region, type)
                                    .waits(itemCode, takenUp(type, plan), known.facts());
            unmet.put(itemCode, unmetOf(project, region, waits, known));
        }
        return unmet;
    }

    private List<Unmet> unmetOf(
            UUID project, Region region, Map<String, Relaxation> waits, Known known) {
        List<Unmet> unmet = new ArrayList<>();
        waits.forEach(
                (from, relaxation) -> {
                    boolean land = isLandMilestone(region, from);
                    if (!known.isDone(from) && !(land && landRightStands(project))) {
                        unmet.add(
                                new Unmet(
                                        land ? "LAND_RIGHT" : "ITEM:" + from,
                                        relaxation == Relaxation.MOCK));
                    }
                });
        return unmet;
    }

    /** How far items have come; intake is asked only when the project itself does not know. */
    private final class Known {

        private final UUID project;
        private final Dossier dossier;
        private final Map<String, Progress> own;
        private @Nullable Map<String, Progress> facts;

        private Known(UUID project, Dossier dossier) {
            this.project = project;
            this.dossier = dossier;
            this.own = dossier.done();
        }

        private Map<String, Progress> facts() {
            Map<String, Progress> asked = facts;
            if (asked == null) {
                asked =
                        PlanPreconditions.this.facts.of(
                                project, dossier, catalog.calendar(), WorkingDays.today(clock));
                facts = asked;
            }
            return asked;
        }

        private boolean isDone(String code) {
            return isDone(own.get(code)) || isDone(facts().get(code));
        }

        private static boolean isDone(@Nullable Progress progress) {
            return progress != null && progress.state().isDone();
        }
    }

    private static Set<String> takenUp(ProjectType type, @Nullable PlanDrawn plan) {
        Set<String> codes =
                type.items().stream()
                        .filter(ProjectType.Need::mandatory)
                        .map(need -> need.item().code())
                        .collect(Collectors.toCollection(HashSet::new));
        if (plan != null) {
            plan.steps().stream()
                    .filter(step -> !step.state().equals("DROPPED"))
                    .forEach(step -> codes.add(step.itemCode()));
        }
        return codes;
    }

    private static boolean isPlanned(PlanDrawn plan, String itemCode) {
        return plan.steps().stream()
                .anyMatch(
                        step ->
                                step.itemCode().equals(itemCode)
                                        && step.replacedBy() == null
                                        && !step.state().equals("DROPPED"));
    }

    private static Map<String, Relaxation> waitsByPlan(
            ProjectType type, PlanDrawn plan, String itemCode) {
        Map<String, Relaxation> waits = new LinkedHashMap<>();
        for (PlanDrawn.Edge edge : plan.edges()) {
            Relaxation relaxation = edge.to().equals(itemCode) ? binding(type, plan, edge) : null;
            if (relaxation != null) {
                waits.put(edge.from(), relaxation);
            }
        }
        return waits;
    }

    /** NONE or MOCK when the catalog's order behind the edge binds, else null. */
    private static @Nullable Relaxation binding(
            ProjectType type, PlanDrawn plan, PlanDrawn.Edge edge) {
        Relaxation binding = null;
        for (Dependency dependency : type.dependencies()) {
            if (standIn(plan, dependency.from()).equals(edge.from())
                    && standIn(plan, dependency.to()).equals(edge.to())
                    && dependency.isBinding()
                    && binding != Relaxation.NONE) {
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
        return Milestones.isLandRight(code)
                && catalog.item(region, code).filter(Item::milestone).isPresent();
    }

    /** The land right of a project stands when that of each of its parcels does. */
    private boolean landRightStands(UUID project) {
        List<ParcelView> found = parcels.ofProject(project);
        return !found.isEmpty() && found.stream().allMatch(Milestones::stands);
    }

    @Override
    public Map<UUID, Integer> planningConditions(UUID project) {
        return Sight.ALL.during(() -> parcels.ofProject(project)).stream()
                .collect(Collectors.toMap(ParcelView::id, ParcelView::planningConditions));
    }

    @Override
    public boolean belongs(UUID project, UUID enterprise) {
        return Sight.ALL
                .during(() -> log.now(project))
                .filter(dossier -> isOf(enterprise, dossier))
                .isPresent();
    }

    private static boolean isOf(UUID enterprise, Dossier dossier) {
        return dossier.registered().enterprise().equals(enterprise);
    }

    @Override
    public Optional<Region> placeOf(UUID project) {
        return Sight.ALL
                .during(() -> log.now(project))
                .map(dossier -> dossier.registered().region());
    }
}

package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.port.in.Preparing;
import org.xiangmuzhang.intake.spi.Preconditions.Unmet;
import org.xiangmuzhang.intake.spi.ProjectPlans;
import org.xiangmuzhang.intake.spi.ProjectPlans.Choice;
import org.xiangmuzhang.intake.spi.ProjectPlans.Step;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

@Component
@Transactional(readOnly = true)
class Preparation implements Preparing {

    private static final int MOST_PROJECTS = 100;
    private static final int MOST_FOUND = 40;

    private final ObjectProvider<ProjectPlans> plans;
    private final ProjectTies ties;
    private final Catalog catalog;
    private final CaseFiles cases;

    Preparation(
            ObjectProvider<ProjectPlans> plans,
            ProjectTies ties,
            Catalog catalog,
            CaseFiles cases) {
        this.plans = plans;
        this.ties = ties;
        this.catalog = catalog;
        this.cases = cases;
    }

    @Override
    public List<Choice> projects(Actor actor) {
        ProjectPlans known = plans.getIfAvailable();
        return known == null ? List.of() : known.openTo(actor, cases.today(), MOST_PROJECTS);
    }

    @Override
    public Choice project(UUID id, Actor actor) {
        return projects(actor).stream()
                .filter(choice -> choice.project().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("project-not-yours", "/project", id));
    }

    @Override
    public List<Offered> items(Region place, @Nullable UUID project, String text) {
        Map<String, Step> steps = new LinkedHashMap<>();
        steps(project).forEach(step -> steps.put(step.itemCode(), step));
        String part = text.strip();
        Stream<Item> items =
                part.isEmpty()
                        ? steps.keySet().stream()
                                .flatMap(code -> catalog.item(place, code).stream())
                        : catalog.named(place, part, MOST_FOUND).stream();
        return items.filter(item -> !item.milestone())
                .map(item -> new Offered(item, steps.get(item.code())))
                .filter(offered -> !part.isEmpty() || isToBeApplied(offered.step()))
                .toList();
    }

    private static boolean isToBeApplied(@Nullable Step step) {
        return step == null || !List.of("REPLACED", "DROPPED").contains(step.state());
    }

    @Override
    public List<Chosen> chosen(Region place, @Nullable UUID project, List<String> codes) {
        Map<String, List<Unmet>> all = ties.unmet(project, codes);
        return codes.stream()
                .distinct()
                .flatMap(code -> catalog.item(place, code).stream())
                .map(
                        item -> {
                            List<Unmet> unmet = all.getOrDefault(item.code(), List.of());
                            return new Chosen(item, unmet, modes(item, unmet, project != null));
                        })
                .toList();
    }

    private static List<Mode> modes(Item item, List<Unmet> unmet, boolean ofProject) {
        if (item.milestone()) {
            return List.of();
        }
        if (!unmet.isEmpty()) {
            return ofProject && item.simulatable() && unmet.stream().allMatch(Unmet::simulatable)
                    ? List.of(Mode.SIMULATED)
                    : List.of();
        }
        return item.commitment() ? List.of(Mode.FORMAL, Mode.COMMITMENT) : List.of(Mode.FORMAL);
    }

    @Override
    public List<Paper> papers(List<Item> items) {
        Map<String, List<Material>> byName = new LinkedHashMap<>();
        Map<String, String> askedBy = new LinkedHashMap<>();
        for (Item item : items) {
            for (Material material : item.materials()) {
                byName.computeIfAbsent(material.nameZh(), name -> new ArrayList<>()).add(material);
                askedBy.put(material.id(), item.code());
            }
        }
        return byName.values().stream()
                .map(
                        same ->
                                new Paper(
                                        same.stream().map(Material::id).toList(),
                                        same.getFirst(),
                                        same.stream().anyMatch(Material::required),
                                        same.stream()
                                                .flatMap(
                                                        m -> Stream.ofNullable(askedBy.get(m.id())))
                                                .distinct()
                                                .toList()))
                .toList();
    }

    @Override
    public List<Step> steps(@Nullable UUID project) {
        ProjectPlans known = plans.getIfAvailable();
        return known == null || project == null ? List.of() : known.steps(project);
    }

    @Override
    public Optional<Choice> named(@Nullable UUID project) {
        ProjectPlans known = plans.getIfAvailable();
        return known == null || project == null ? Optional.empty() : known.byId(project);
    }
}

package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.in.SubmitApplication.AskedItem;
import org.xiangmuzhang.intake.port.out.ConditionsMet;
import org.xiangmuzhang.intake.spi.Preconditions;
import org.xiangmuzhang.intake.spi.Preconditions.Unmet;
import org.xiangmuzhang.intake.spi.ProjectPlans;
import org.xiangmuzhang.intake.spi.ProjectPlans.Choice;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What ties an application to its project: owner, place, and what its items wait for. */
@Component
class ProjectTies {

    private final ObjectProvider<Preconditions> preconditions;
    private final ObjectProvider<ProjectPlans> plans;
    private final ConditionsMet conditionsMet;
    private final Catalog catalog;

    ProjectTies(
            ObjectProvider<Preconditions> preconditions,
            ObjectProvider<ProjectPlans> plans,
            ConditionsMet conditionsMet,
            Catalog catalog) {
        this.preconditions = preconditions;
        this.plans = plans;
        this.conditionsMet = conditionsMet;
        this.catalog = catalog;
    }

    /**
     * Where an application lies, and what its items still wait for.
     *
     * @param unmet by item code
     */
    record Ties(Region place, Map<String, List<Unmet>> unmet) {}

    /** From here on no condition of the project comes unnoticed, until the transaction ends. */
    Ties of(SubmitApplication asked, UUID enterprise, Actor actor) {
        Region otherwise = Objects.requireNonNullElse(asked.region(), actor.region());
        if (asked.project() != null) {
            return to(asked.project(), asked, enterprise, otherwise);
        }
        mustBe(otherwise, asked.region());
        return new Ties(otherwise, Map.of());
    }

    /** Where it would lie, for somebody who may still think better of it; holds nothing. */
    Region place(@Nullable UUID project, UUID enterprise, @Nullable Region asked, Actor actor) {
        Region otherwise = Objects.requireNonNullElse(asked, actor.region());
        ProjectPlans known = plans.getIfAvailable();
        Region place =
                project == null || known == null
                        ? otherwise
                        : known.byId(project)
                                .filter(it -> it.enterprise().equals(enterprise))
                                .orElseThrow(
                                        () ->
                                                Refusal.invalid(
                                                        "project-not-yours", "/project", project))
                                .region();
        mustBe(place, asked);
        return place;
    }

    private void mustBe(Region place, @Nullable Region asked) {
        if (asked != null && !asked.equals(place)) {
            throw Refusal.invalid("region-of-another-project", "/region", asked, place);
        }
        if (!catalog.knows(place)) {
            throw Refusal.invalid("region-unknown", "/region", place);
        }
    }

    private Ties to(UUID project, SubmitApplication asked, UUID enterprise, Region otherwise) {
        Preconditions known = preconditions.getIfAvailable();
        conditionsMet.hold(project);
        if (known == null) {
            mustBe(otherwise, asked.region());
            return new Ties(otherwise, Map.of());
        }
        Preconditions.Ties ties =
                known.ties(
                                project,
                                enterprise,
                                asked.items().stream().map(AskedItem::code).toList())
                        .orElseThrow(
                                () -> Refusal.invalid("project-not-yours", "/project", project));
        Region place = Objects.requireNonNullElse(ties.place(), otherwise);
        mustBe(place, asked.region());
        return new Ties(place, stillUnmet(project, ties.unmet()));
    }

    /**
     * The project with this code, which must be the enterprise's and lie at the place; from here on
     * no condition of it comes unnoticed, until the transaction ends.
     */
    UUID project(String code, UUID enterprise, Region place) {
        ProjectPlans known = plans.getIfAvailable();
        Choice project =
                Optional.ofNullable(known)
                        .flatMap(it -> it.byCode(code))
                        .filter(it -> it.enterprise().equals(enterprise))
                        .orElseThrow(() -> Refusal.invalid("project-not-yours", "/project", code));
        if (!project.region().equals(place)) {
            throw Refusal.invalid("rectification-elsewhere", "/project", project.region().code());
        }
        conditionsMet.hold(project.project());
        return project.project();
    }

    /** What items of a project still wait for, by item code. */
    Map<String, List<Unmet>> unmet(@Nullable UUID project, Collection<String> itemCodes) {
        Preconditions known = preconditions.getIfAvailable();
        return project == null || known == null
                ? Map.of()
                : stillUnmet(project, known.unmet(project, itemCodes));
    }

    private Map<String, List<Unmet>> stillUnmet(UUID project, Map<String, List<Unmet>> found) {
        if (found.values().stream().allMatch(List::isEmpty)) {
            return Map.of();
        }
        Map<String, List<Unmet>> unmet = new HashMap<>(found);
        Set<String> met = conditionsMet.of(project);
        unmet.replaceAll(
                (code, all) -> all.stream().filter(one -> !met.contains(one.condition())).toList());
        return unmet;
    }

    /**
     * Whether something that an item waits for has been done is known of a project only, so that an
     * item that waits for something cannot be applied for without one.
     */
    void mustStandAlone(Region place, Item item) {
        String conditions =
                catalog.dependenciesOf(place, item.code()).stream()
                        .filter(Dependency::isBinding)
                        .map(Dependency::from)
                        .distinct()
                        .collect(Collectors.joining(", "));
        if (!item.milestone() && !conditions.isEmpty()) {
            throw Refusal.invalid("item-needs-project", "/project", item.code(), conditions);
        }
    }
}

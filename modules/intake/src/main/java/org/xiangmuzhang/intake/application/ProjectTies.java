package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.out.ConditionsMet;
import org.xiangmuzhang.intake.spi.Preconditions;
import org.xiangmuzhang.intake.spi.Preconditions.Unmet;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What ties an application to its project: owner, place, and what its items wait for. */
@Component
class ProjectTies {

    private final ObjectProvider<Preconditions> preconditions;
    private final ConditionsMet conditionsMet;
    private final Catalog catalog;

    ProjectTies(
            ObjectProvider<Preconditions> preconditions,
            ConditionsMet conditionsMet,
            Catalog catalog) {
        this.preconditions = preconditions;
        this.conditionsMet = conditionsMet;
        this.catalog = catalog;
    }

    /**
     * Where an application lies. From here on no condition of its project comes unnoticed, until
     * the transaction ends.
     */
    Region place(SubmitApplication asked, Actor actor) {
        Region given = asked.region();
        Region place =
                asked.project() == null
                        ? Objects.requireNonNullElse(given, actor.region())
                        : placeOf(asked.project(), asked.enterprise(), given, actor);
        if (!catalog.knows(place)) {
            throw Refusal.invalid("region-unknown", "/region", place);
        }
        return place;
    }

    private Region placeOf(UUID project, UUID enterprise, @Nullable Region given, Actor actor) {
        Preconditions known = preconditions.getIfAvailable();
        if (known != null && !known.belongs(project, enterprise)) {
            throw Refusal.invalid("project-not-yours", "/project", project);
        }
        conditionsMet.hold(project);
        Region otherwise = Objects.requireNonNullElse(given, actor.region());
        Region place = known == null ? otherwise : known.placeOf(project).orElse(otherwise);
        if (given != null && !given.equals(place)) {
            throw Refusal.invalid("region-of-another-project", "/region", given, place);
        }
        return place;
    }

    /** What items of a project still wait for, by item code. */
    Map<String, List<Unmet>> unmet(@Nullable UUID project, Collection<String> itemCodes) {
        Preconditions known = preconditions.getIfAvailable();
        if (project == null || known == null) {
            return Map.of();
        }
        Map<String, List<Unmet>> unmet = new HashMap<>(known.unmet(project, itemCodes));
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

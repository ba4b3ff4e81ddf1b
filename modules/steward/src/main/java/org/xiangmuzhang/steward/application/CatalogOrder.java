package org.xiangmuzhang.steward.application;

import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Dependency.Relaxation;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.domain.plan.Progress;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an item waits for where no plan holds it: everything that the catalog binds it to, but for
 * conditional items of the project's type that were not taken up. For an item that the type asks
 * for, what the type leaves out does not count. A merged item waits for what those that it replaces
 * wait for.
 */
final class CatalogOrder {

    private final Catalog catalog;
    private final Region region;
    private final List<MergedItem> merged;
    private final ProjectType type;

    CatalogOrder(Catalog catalog, Region region, ProjectType type) {
        this.catalog = catalog;
        this.region = region;
        this.merged = catalog.mergedItems(region);
        this.type = type;
    }

    /**
     * The items to be done first; what was done by a merged decision is left out.
     *
     * @param takenUp items of the type that the project needs
     */
    Map<String, Relaxation> waits(
            String itemCode, Set<String> takenUp, Map<String, Progress> known) {
        Set<String> meant = new HashSet<>(Set.of(itemCode));
        merged.stream()
                .filter(one -> one.code().equals(itemCode))
                .forEach(one -> meant.addAll(one.replaces()));
        Set<String> ofType =
                type.items().stream().map(need -> need.item().code()).collect(Collectors.toSet());
        boolean asked = meant.stream().anyMatch(ofType::contains);
        Map<String, Relaxation> waits = new LinkedHashMap<>();
        for (String code : meant) {
            for (Dependency dependency : catalog.dependenciesOf(region, code)) {
                boolean counts =
                        takenUp.contains(dependency.from())
                                || !asked && !ofType.contains(dependency.from());
                if (counts
                        && dependency.isBinding()
                        && !meant.contains(dependency.from())
                        && !isDoneByMerged(dependency.from(), known)) {
                    waits.merge(dependency.from(), dependency.relaxableBy(), CatalogOrder::firmer);
                }
            }
        }
        return waits;
    }

    private boolean isDoneByMerged(String code, Map<String, Progress> known) {
        return merged.stream()
                .filter(one -> one.replaces().contains(code))
                .map(one -> known.get(one.code()))
                .flatMap(Stream::ofNullable)
                .anyMatch(progress -> progress.state().isDone());
    }

    private static Relaxation firmer(Relaxation one, Relaxation other) {
        return one == Relaxation.NONE ? one : other;
    }
}

package org.xiangmuzhang.steward;

import org.xiangmuzhang.intake.api.OwedMaterials;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.spi.OpenPromises;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Owed materials and promises as far as a test tells of them. */
final class Called implements OwedMaterials, OpenPromises {

    final List<Owed> owed = new CopyOnWriteArrayList<>();
    final List<Promise> promised = new CopyOnWriteArrayList<>();

    @Override
    public List<Owed> of(Region region, LocalDate until, int limit) {
        return owed.stream()
                .filter(it -> it.region().equals(region))
                .filter(it -> it.due() == null || !it.due().isAfter(until))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Owed> among(Collection<UUID> tasks) {
        return owed.stream().filter(it -> tasks.contains(it.task())).toList();
    }

    @Override
    public List<Promise> due(Region region, LocalDate until, int limit) {
        return promised.stream()
                .filter(it -> it.region().equals(region) && !it.due().isAfter(until))
                .limit(limit)
                .toList();
    }

    @Override
    public Set<UUID> open(Collection<UUID> promises) {
        return promised.stream()
                .map(Promise::id)
                .filter(promises::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Promise> of(UUID project) {
        return promised.stream().filter(it -> project.equals(it.project())).toList();
    }
}

package org.xiangmuzhang.catalog.application;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Set;

/**
 * What a change of the catalog would touch in other contexts, by number alone: whoever edits the
 * catalog may not see the matters themselves.
 */
@Component
class Touched {

    private final List<Dependents> dependents;

    Touched(ObjectProvider<Dependents> dependents) {
        this.dependents = dependents.orderedStream().toList();
    }

    /** What at these places stands on a row, as {@link Dependents#of} says it. */
    List<Dependents.Line> by(Set<Region> places, String table, String key, Set<String> items) {
        return Sight.ALL.during(
                () ->
                        dependents.stream()
                                .flatMap(one -> one.of(places, table, key, items).stream())
                                .toList());
    }
}

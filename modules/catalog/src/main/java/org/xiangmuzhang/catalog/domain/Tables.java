package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.xiangmuzhang.kernel.Refusal;

import java.util.List;
import java.util.Optional;

/** Every table that there is: the catalog's own, then those of other contexts. */
@ValueObject
public record Tables(List<Table> all) {

    public Tables {
        all = List.copyOf(all);
        if (all.stream().map(Table::text).distinct().count() < all.size()) {
            throw new IllegalStateException("Two tables have one name: " + all);
        }
    }

    public Optional<Table> find(String name) {
        return all.stream().filter(table -> table.text().equals(name)).findFirst();
    }

    /** Refuses a name that no table has with {@code table-unknown}. */
    public Table named(String name) {
        return find(name).orElseThrow(() -> Refusal.notFound("table-unknown", name));
    }
}

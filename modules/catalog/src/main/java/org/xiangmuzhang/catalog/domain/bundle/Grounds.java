package org.xiangmuzhang.catalog.domain.bundle;

import static java.util.stream.Collectors.toSet;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.domain.Library;
import org.xiangmuzhang.catalog.domain.PlaceView;
import org.xiangmuzhang.catalog.domain.Row;
import org.xiangmuzhang.catalog.domain.Table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the numbers of a package are from. What two editors of a place agreed on is its own proof;
 * what came with the platform names a source, which may be no more than general knowledge or a
 * starting value.
 */
final class Grounds {

    /** Kinds of sources that prove nothing. */
    private static final Set<String> ASSUMED_KINDS = Set.of("general", "design");

    /** What has no row of its own is counted as usual. */
    private static final String USUAL = "DEFAULT";

    private final Map<String, Item> shipped;
    private final Map<String, Row> items = new HashMap<>();
    private final Map<String, String> materials = new HashMap<>();
    private final Set<String> assumed;

    Grounds(PlaceView view) {
        Library library = view.template().library();
        this.shipped = view.template().items();
        library.rows(Table.ITEMS).forEach(row -> items.put(row.get("item_code"), row));
        library.rows(Table.ITEM_MATERIALS)
                .forEach(row -> materials.put(row.get("material_id"), row.get("source_id")));
        this.assumed =
                library.rows(Table.SOURCES).stream()
                        .filter(row -> ASSUMED_KINDS.contains(row.get("kind")))
                        .map(row -> row.get("source_id"))
                        .collect(toSet());
    }

    /** The sources among these that prove nothing. */
    List<String> assumed(Stream<String> sources) {
        return sources.filter(assumed::contains).distinct().sorted().toList();
    }

    Stream<String> promise(Item item) {
        Item as = shipped.get(item.code());
        return as == null || !as.promised().equals(item.promised())
                ? Stream.of()
                : named(item, "committed_source");
    }

    /** Where the law sets no limit, what is promised counts. */
    Stream<String> law(Item item) {
        if (item.statutory() == null) {
            return promise(item);
        }
        Item as = shipped.get(item.code());
        return as == null || !item.statutory().equals(as.statutory())
                ? Stream.of()
                : named(item, "statutory_source");
    }

    private Stream<String> named(Item item, String column) {
        return Stream.ofNullable(items.get(item.code())).map(row -> row.get(column));
    }

    Stream<String> materials(Item item) {
        Item as = shipped.get(item.code());
        return as == null || !as.materials().equals(item.materials())
                ? Stream.of()
                : item.materials().stream()
                        .map(Material::id)
                        .map(id -> materials.getOrDefault(id, ""));
    }

    static Stream<String> row(@Nullable Row row) {
        return Stream.of(row == null ? USUAL : row.get("source_id"));
    }
}

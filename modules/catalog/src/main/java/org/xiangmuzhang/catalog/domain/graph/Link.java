package org.xiangmuzhang.catalog.domain.graph;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Dependency.Kind;
import org.xiangmuzhang.catalog.api.Dependency.Relaxation;
import org.xiangmuzhang.catalog.api.Material;

/**
 * One item waits for another, and why. Two items may have several.
 *
 * @param from the item that comes first
 * @param to the item that waits
 * @param relaxableBy what makes the link fall away or bind later
 * @param origin what states it
 * @param source id of the row: of the order, of the material, or of the package
 * @param material what {@code from} produces for {@code to}; any one of its producers serves
 */
@ValueObject
public record Link(
        String from,
        String to,
        Kind kind,
        Relaxation relaxableBy,
        Origin origin,
        String source,
        @Nullable Material material,
        @Nullable String appliesWhen) {

    /** What states that one item waits for another. */
    public enum Origin {
        ORDER,
        MATERIAL,
        PACKAGE
    }

    static Link of(Dependency order) {
        return new Link(
                order.from(),
                order.to(),
                order.kind(),
                order.relaxableBy(),
                Origin.ORDER,
                order.id(),
                null,
                order.appliesWhen());
    }

    static Link of(String producer, Material material, String item) {
        Relaxation relaxableBy =
                !material.required()
                        ? Relaxation.SKIP
                        : material.deferrable() ? Relaxation.DEFER : Relaxation.NONE;
        return new Link(
                producer,
                item,
                Kind.MATERIAL,
                relaxableBy,
                Origin.MATERIAL,
                material.id(),
                material,
                null);
    }

    /** By a package alone: the later item is handled with the first, or counts as done by it. */
    public static Link of(String from, String to, String bundle) {
        return new Link(
                from, to, Kind.PRACTICAL, Relaxation.MERGE, Origin.PACKAGE, bundle, null, null);
    }

    /** Whether nothing relaxes it. */
    public boolean isFirm() {
        return relaxableBy == Relaxation.NONE;
    }
}

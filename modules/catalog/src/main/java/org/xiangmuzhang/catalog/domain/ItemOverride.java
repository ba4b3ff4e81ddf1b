package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.Entity;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.kernel.Region;

/**
 * What a place does in its own way with an item.
 *
 * @param base version of the item, as its parents have it, that the place had before it
 * @param version 1 for the first, one more with each change; 0 when there is none yet
 */
@Entity
public record ItemOverride(
        @Identity Region region,
        @Identity String code,
        String base,
        LocalValues values,
        long version) {

    /** The item of the parents as it holds at this place. */
    public Item over(Item parent) {
        return new Item(
                parent.code(),
                ItemVersion.of(parent.version()).with(region, version).text(),
                parent.nameZh(),
                parent.nameEn(),
                parent.stage(),
                parent.kind(),
                orElse(values.department(), parent.department()),
                values.statutory() == null ? parent.statutory() : values.statutory(),
                orElse(values.promised(), parent.promised()),
                orElse(values.procedures(), parent.procedures()),
                orElse(values.commitment(), parent.commitment()),
                orElse(values.deficiencyTolerant(), parent.deficiencyTolerant()),
                orElse(values.simulatable(), parent.simulatable()),
                parent.milestone(),
                parent.resultNameZh(),
                parent.appliesWhen(),
                orElse(values.materials(), parent.materials()),
                orElse(values.exclusion(), parent.exclusion()));
    }

    private static <T> T orElse(@Nullable T own, T inherited) {
        return own == null ? inherited : own;
    }
}

package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.ItemOverride;
import org.xiangmuzhang.catalog.domain.ItemVersion;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.port.out.Editions;
import org.xiangmuzhang.catalog.port.out.Overrides;
import org.xiangmuzhang.kernel.Refusal;

/** Items as they were: whoever decided by a version can read it for ever. */
@Component
class PastItems {

    private final Editions editions;
    private final Overrides overrides;

    PastItems(Editions editions, Overrides overrides) {
        this.editions = editions;
        this.overrides = overrides;
    }

    /** The item in a version; refuses with {@code item-version-unknown}. */
    Item item(String code, String text) {
        ItemVersion version = ItemVersion.of(text);
        Item item =
                editions.rows(code, version.number())
                        .orElseThrow(() -> unknown(code, text))
                        .read(version.number());
        for (ItemVersion.Local local : version.locals()) {
            LocalValues values =
                    overrides
                            .past(local.region(), code, local.version())
                            .orElseThrow(() -> unknown(code, text));
            item =
                    new ItemOverride(local.region(), code, item.version(), values, local.version())
                            .over(item);
        }
        return item;
    }

    private static Refusal unknown(String code, String version) {
        return Refusal.notFound("item-version-unknown", code, version);
    }
}

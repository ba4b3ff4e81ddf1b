package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.domain.ItemOverride;
import org.xiangmuzhang.catalog.domain.ItemVersion;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.port.out.Editions;
import org.xiangmuzhang.catalog.port.out.Overrides;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.kernel.Refusal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Items as they were: whoever decided by a version can read it for ever. */
@Component
class PastItems {

    private static final int KEPT = 1_000;

    private final Editions editions;
    private final Overrides overrides;
    private final OwnItems ownItems;

    /** A version never changes, so that those asked for last may be remembered. */
    private final Map<String, Item> known =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Item> eldest) {
                            return size() > KEPT;
                        }
                    });

    PastItems(Editions editions, Overrides overrides, OwnItems ownItems) {
        this.editions = editions;
        this.overrides = overrides;
        this.ownItems = ownItems;
    }

    /** The item in a version, or empty when there never was such a one. */
    Optional<Item> find(String code, String version) {
        try {
            return Optional.of(item(code, version));
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }

    /** The item in a version; refuses with {@code item-version-unknown}. */
    Item item(String code, String text) {
        String name = code + " " + text;
        Item remembered = known.get(name);
        if (remembered != null) {
            return remembered;
        }
        Item item = read(code, text);
        known.put(name, item);
        return item;
    }

    private Item read(String code, String text) {
        ItemVersion version = ItemVersion.of(text);
        if (version.number() == 0) {
            return own(code, version).orElseThrow(() -> unknown(code, text)).item();
        }
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
        return item.allowed();
    }

    /** The version of an item of a place's own list. */
    Optional<OwnItem> own(String code, ItemVersion version) {
        return version.locals().size() != 1
                        || version.locals().getFirst().version() > Integer.MAX_VALUE
                ? Optional.empty()
                : ownItems.version(
                        version.locals().getFirst().region(),
                        code,
                        (int) version.locals().getFirst().version());
    }

    private static Refusal unknown(String code, String version) {
        return Refusal.notFound("item-version-unknown", code, version);
    }
}

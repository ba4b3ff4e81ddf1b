package org.xiangmuzhang.catalog.domain;

import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The whole catalog in one version; never changes. */
public final class Snapshot {

    private final long version;
    private final long templateVersion;
    private final Template template;
    private final Map<Region, Map<String, ItemOverride>> overrides;
    private final Map<Region, PlaceView> views = new ConcurrentHashMap<>();

    public Snapshot(
            long version,
            long templateVersion,
            Template template,
            Map<Region, Map<String, ItemOverride>> overrides) {
        this.version = version;
        this.templateVersion = templateVersion;
        this.template = template;
        this.overrides = Map.copyOf(overrides);
    }

    /** Before the first import. */
    public static Snapshot empty() {
        return new Snapshot(-1, -1, new Template(Library.EMPTY, Map.of(), "none"), Map.of());
    }

    public long version() {
        return version;
    }

    public long templateVersion() {
        return templateVersion;
    }

    public Template template() {
        return template;
    }

    /** The next version: these overrides are new or changed. */
    public Snapshot next(
            long nextVersion,
            long nextTemplateVersion,
            Template nextTemplate,
            Collection<ItemOverride> changed) {
        Map<Region, Map<String, ItemOverride>> merged = new HashMap<>(overrides);
        for (ItemOverride override : changed) {
            Map<String, ItemOverride> own =
                    new HashMap<>(merged.getOrDefault(override.region(), Map.of()));
            own.put(override.code(), override);
            merged.put(override.region(), own);
        }
        return new Snapshot(nextVersion, nextTemplateVersion, nextTemplate, merged);
    }

    /** The catalog at a place; an unlisted one sees the template. */
    public PlaceView at(Region region) {
        List<Region> chain = template.chain(region);
        List<Region> differing =
                chain.stream()
                        .filter(place -> place.equals(Region.TEMPLATE) || differs(place))
                        .toList();
        return views.computeIfAbsent(
                differing.getFirst(), first -> new PlaceView(template, differing, overrides));
    }

    private boolean differs(Region place) {
        return overrides.containsKey(place) || !template.merged(List.of(place)).isEmpty();
    }

    /** The item as the parents of a place have it; refuses an unknown item or place. */
    public Item parentItem(Region region, String code) {
        if (region.equals(Region.TEMPLATE) || !template.places().containsKey(region)) {
            throw Refusal.invalid("region-unknown", "/region", region.code());
        }
        Item item = parents(region).items().get(code);
        if (item == null) {
            throw Refusal.notFound("item-unknown", code);
        }
        return item;
    }

    /** What an override by these values makes of the item; refuses values that may not be. */
    public ItemOverride override(Region region, String code, LocalValues values, long version) {
        Item parent = parentItem(region, code);
        values.check(parent, template);
        ItemOverride override = new ItemOverride(region, code, parent.version(), values, version);
        PlaceView after =
                next(this.version, templateVersion, template, List.of(override)).at(region);
        if (after.comesBefore(code, code)) {
            throw Refusal.invalid("materials-in-a-circle", "/materials", code);
        }
        return override;
    }

    /** Overrides that were made over another version of the item than their parents have now. */
    public List<ItemOverride> outdated() {
        List<ItemOverride> outdated = new ArrayList<>();
        overrides
                .values()
                .forEach(
                        own ->
                                own.values().stream()
                                        .filter(this::isOutdated)
                                        .forEach(outdated::add));
        return outdated;
    }

    private boolean isOutdated(ItemOverride override) {
        Item parent = parents(override.region()).items().get(override.code());
        return parent == null || !parent.version().equals(override.base());
    }

    /** The catalog as the place would have it without a way of its own. */
    public PlaceView parents(Region region) {
        List<Region> chain = template.chain(region);
        return at(chain.size() > 1 ? chain.get(1) : Region.TEMPLATE);
    }
}

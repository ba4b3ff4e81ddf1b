package org.xiangmuzhang.catalog.application;

import org.springframework.stereotype.Service;
import org.xiangmuzhang.catalog.domain.ItemVersion;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.own.ItemChange;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.catalog.domain.own.Narrowed;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.domain.own.VersionLine;
import org.xiangmuzhang.catalog.port.in.ReadingOwnItems;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.util.List;

/** Lists of places page by page, and what differs between two versions of any item. */
@Service
class OwnReading implements ReadingOwnItems {

    private final Snapshots snapshots;
    private final OwnLists lists;
    private final OwnItems items;
    private final PastItems past;

    OwnReading(Snapshots snapshots, OwnLists lists, OwnItems items, PastItems past) {
        this.snapshots = snapshots;
        this.lists = lists;
        this.items = items;
        this.past = past;
    }

    @Override
    public List<OwnItem> page(Region region, Narrowed narrowed, String after, int limit) {
        if (!snapshots.current().template().places().containsKey(region)) {
            throw Refusal.invalid("region-unknown", "/region", region.code());
        }
        return lists.page(region, narrowed, after, limit);
    }

    @Override
    public OwnItem holding(Region region, String code) {
        return lists.holding(region, code)
                .orElseThrow(() -> Refusal.notFound("item-unknown", code));
    }

    @Override
    public List<VersionLine> versions(Region region, String code) {
        return items.versions(region, code);
    }

    @Override
    public List<ItemChange> changes(Region region, String code, String from, String to) {
        return ItemChange.between(sheet(code, from), sheet(code, to));
    }

    private ItemSheet sheet(String code, String text) {
        ItemVersion version = ItemVersion.of(text);
        if (version.number() > 0) {
            Snapshot now = snapshots.current();
            return ItemSheet.of(past.item(code, text), now.template().facts(code).basis());
        }
        return past.own(code, version)
                .orElseThrow(() -> Refusal.notFound("item-version-unknown", code, text))
                .sheet();
    }
}

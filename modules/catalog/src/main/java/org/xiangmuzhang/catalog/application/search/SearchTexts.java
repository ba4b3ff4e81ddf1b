package org.xiangmuzhang.catalog.application.search;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.application.Snapshots;
import org.xiangmuzhang.catalog.domain.Department;
import org.xiangmuzhang.catalog.domain.Snapshot;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.domain.search.SearchText;
import org.xiangmuzhang.catalog.port.out.OwnItems;
import org.xiangmuzhang.catalog.port.out.SearchIndex;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * By what items are found: those of the template in memory, those of lists beside their versions.
 */
@Component
public class SearchTexts {

    private final Snapshots snapshots;
    private final OwnItems items;
    private final SearchIndex index;
    private volatile OfTemplate known = new OfTemplate(-1, Map.of());

    SearchTexts(Snapshots snapshots, OwnItems items, SearchIndex index) {
        this.snapshots = snapshots;
        this.items = items;
        this.index = index;
    }

    private record OfTemplate(long version, Map<String, SearchText> texts) {}

    /**
     * Puts versions of items down for a publication, and by what they are found; nobody sees either
     * before it has a number.
     */
    public void put(UUID publication, Collection<OwnItem> versions) {
        items.add(publication, versions);
        index.add(publication, texts(versions));
    }

    Map<OwnItem, SearchText> texts(Collection<OwnItem> versions) {
        Template template = snapshots.current().template();
        Map<OwnItem, SearchText> texts = new LinkedHashMap<>();
        for (OwnItem version : versions) {
            if (!version.withdrawn()) {
                texts.put(version, text(version.item(), template));
            }
        }
        return texts;
    }

    /** Of the template's items by code; places change no names. */
    Map<String, SearchText> ofTemplate(Snapshot now) {
        OfTemplate before = known;
        if (before.version() == now.templateVersion()) {
            return before.texts();
        }
        Map<String, SearchText> texts = new LinkedHashMap<>();
        now.template().items().forEach((code, item) -> texts.put(code, text(item, now.template())));
        known = new OfTemplate(now.templateVersion(), texts);
        return texts;
    }

    private static SearchText text(Item item, Template template) {
        Department department = template.department(item.department());
        return SearchText.of(
                item.code(),
                item.nameZh(),
                Pinyin.syllables(item.nameZh()),
                List.of(
                        item.nameEn(),
                        department.nameZh(),
                        department.nameEn(),
                        item.resultNameZh()));
    }
}

package org.xiangmuzhang.catalog.port.out;

import org.xiangmuzhang.catalog.domain.own.ItemDraft;
import org.xiangmuzhang.kernel.Region;

import java.util.List;
import java.util.Optional;

/** What editors are writing, one draft for an item of a place. */
public interface ItemDrafts {

    /** Before an item's code: under what its draft waits for a second editor. */
    String REVIEW = "catalog-item/";

    Optional<ItemDraft> find(Region region, String code);

    /** Drafts of these places, those edited last first, a hundred at most. */
    List<ItemDraft> latest(List<Region> places);

    /** Keeps a draft over the version before it; false when somebody else was quicker. */
    boolean save(ItemDraft draft);

    /** Takes a draft away; false when it is another by now. */
    boolean remove(ItemDraft draft);
}

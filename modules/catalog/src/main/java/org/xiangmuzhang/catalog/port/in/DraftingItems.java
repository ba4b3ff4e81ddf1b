package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.Fault;
import org.xiangmuzhang.catalog.domain.own.ItemChange;
import org.xiangmuzhang.catalog.domain.own.ItemDraft;
import org.xiangmuzhang.catalog.domain.own.ItemSheet;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.domain.own.VersionLine;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.LocalDate;
import java.util.List;

/**
 * An item of a place's own list from draft to publication: one editor drafts, another agrees, and
 * what is published is never changed.
 */
public interface DraftingItems {

    /** The item with its draft, what waits, and what that would change and touch. */
    DraftMatter at(Region region, String code, Actor actor);

    /** Drafts at a place and below it, those edited last first. */
    List<ItemDraft> drafts(Region within, Actor actor);

    /**
     * Keeps what an editor has written, faults and all. Refuses with {@code draft-changed} who
     * decided on an older draft, naming who holds it, and with {@code item-in-review} while a
     * second editor looks at it.
     *
     * @param withdrawn whether the item is to hold no longer
     * @param before version of the draft that the editor saw; 0 when there was none
     */
    ItemDraft save(
            Region region,
            String code,
            ItemSheet sheet,
            boolean withdrawn,
            long before,
            Actor actor);

    /** Throws a draft away; refuses as {@link #save}. */
    void discard(Region region, String code, long version, Actor actor);

    /**
     * Hands a draft to a second editor. Faults are thrown as {@code TablesRefused}.
     *
     * @param from first day on which it is to hold
     */
    SettingVersion review(
            Region region, String code, long version, LocalDate from, String reason, Actor actor);

    /**
     * Agrees, sends back, or takes back what waits. What is agreed on is looked at again and
     * published at once; faults that came meanwhile are thrown as {@code TablesRefused}.
     *
     * @param number of the proposal that was seen
     */
    void decide(
            Region region,
            String code,
            int number,
            SettingVersion.State outcome,
            String answer,
            Actor actor);

    /**
     * An item of a place in all its states.
     *
     * @param holding the version that holds today at the place itself, or null
     * @param start what an editor would begin from: the draft, else what holds
     * @param proposal what waits for a second editor, or null
     * @param faults why the draft could not be published
     * @param flags what an editor should look at again
     * @param changes what the draft changes of what holds
     * @param touched how much goes by the item
     * @param named what in the catalog names the item
     */
    record DraftMatter(
            Region region,
            String code,
            @Nullable OwnItem holding,
            List<VersionLine> versions,
            @Nullable ItemDraft draft,
            ItemSheet start,
            @Nullable SettingVersion proposal,
            List<Fault> faults,
            List<Fault> flags,
            List<ItemChange> changes,
            List<Dependents.Line> touched,
            List<Named> named) {

        /** DRAFTED, IN_REVIEW, PUBLISHED, WITHDRAWN or, before anything, NONE. */
        public String state() {
            if (draft != null) {
                return proposal == null ? "DRAFTED" : "IN_REVIEW";
            }
            if (holding != null) {
                return "PUBLISHED";
            }
            return versions.isEmpty() ? "NONE" : "WITHDRAWN";
        }
    }

    /**
     * Something in the catalog that names an item.
     *
     * @param table packages, project_type_items, or own_items for one that stands below or waits
     */
    record Named(String table, String key) {}
}

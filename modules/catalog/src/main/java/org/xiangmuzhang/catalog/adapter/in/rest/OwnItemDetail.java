package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.adapter.in.rest.FaultSentences.FaultLine;
import org.xiangmuzhang.catalog.domain.own.ItemChange;
import org.xiangmuzhang.catalog.domain.own.ItemDraft;
import org.xiangmuzhang.catalog.domain.own.OwnItem;
import org.xiangmuzhang.catalog.domain.own.VersionLine;
import org.xiangmuzhang.catalog.port.in.DraftingItems.DraftMatter;
import org.xiangmuzhang.catalog.port.in.DraftingItems.Named;
import org.xiangmuzhang.catalog.port.in.WordingItems;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * An item of a place's own list as an editor sees it.
 *
 * @param state NONE, DRAFTED, IN_REVIEW, PUBLISHED or WITHDRAWN
 * @param faults why the draft could not be published
 * @param flags what to look at again
 * @param changes what the draft changes of what holds
 * @param touched how much goes by the item
 * @param named what in the catalog names it
 */
record OwnItemDetail(
        Region region,
        String code,
        String state,
        @Nullable OwnItemVersion holding,
        List<VersionLine> versions,
        @Nullable DraftedItem draft,
        @Nullable Review review,
        List<FaultLine> faults,
        List<FaultLine> flags,
        List<ChangeLine> changes,
        List<Dependents.Line> touched,
        List<NamedBy> named) {

    /** A version with all that it says. */
    record OwnItemVersion(
            Region region,
            String code,
            String version,
            @Nullable String template,
            LocalDate from,
            Map<String, String> fields,
            List<Map<String, String>> materials) {

        static OwnItemVersion of(OwnItem item) {
            return new OwnItemVersion(
                    item.region(),
                    item.code(),
                    item.version(),
                    item.template(),
                    item.from(),
                    item.sheet().fields(),
                    item.sheet().materials());
        }
    }

    /**
     * What an editor is writing.
     *
     * @param version the entity tag
     */
    record DraftedItem(
            long version,
            boolean withdrawn,
            Map<String, String> fields,
            List<Map<String, String>> materials,
            UUID editedBy,
            Instant editedAt) {

        static DraftedItem of(ItemDraft draft) {
            return new DraftedItem(
                    draft.version(),
                    draft.withdrawn(),
                    draft.sheet().fields(),
                    draft.sheet().materials(),
                    draft.editedBy(),
                    draft.editedAt());
        }
    }

    /** What waits for a second editor; the reason is a remark and stands on the page. */
    record Review(int number, LocalDate from, UUID proposedBy, Instant proposedAt) {

        static @Nullable Review of(@Nullable SettingVersion proposal) {
            return proposal == null
                    ? null
                    : new Review(
                            proposal.number(),
                            proposal.from(),
                            proposal.proposedBy(),
                            proposal.proposedAt());
        }
    }

    /** One line of a change log. */
    record ChangeLine(
            ItemChange.Kind kind,
            @Nullable String material,
            String column,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            String sentence) {

        static ChangeLine of(ItemChange change, WordingItems sentences, Locale locale) {
            return new ChangeLine(
                    change.kind(),
                    change.material(),
                    change.column(),
                    change.from(),
                    change.to(),
                    change.reason(),
                    sentences.of(change, locale));
        }
    }

    /** Something in the catalog that names the item, and where it is shown. */
    record NamedBy(String table, String key, String page) {

        static NamedBy of(Named named, Region region) {
            String page =
                    named.table().equals("own_items")
                            ? "/console/catalog/own/%s?region=%s"
                                    .formatted(named.key(), region.code())
                            : "/console/catalog/tables/%s/row?key=%s&region=%s"
                                    .formatted(named.table(), named.key(), region.code());
            return new NamedBy(named.table(), named.key(), page);
        }
    }

    static OwnItemDetail of(
            DraftMatter it, WordingItems sentences, FaultSentences faults, Locale locale) {
        return new OwnItemDetail(
                it.region(),
                it.code(),
                it.state(),
                it.holding() == null ? null : OwnItemVersion.of(it.holding()),
                it.versions(),
                it.draft() == null ? null : DraftedItem.of(it.draft()),
                Review.of(it.proposal()),
                it.faults().stream().map(fault -> faults.line(fault, locale)).toList(),
                it.flags().stream().map(fault -> faults.line(fault, locale)).toList(),
                it.changes().stream()
                        .map(change -> ChangeLine.of(change, sentences, locale))
                        .toList(),
                it.touched(),
                it.named().stream().map(one -> NamedBy.of(one, it.region())).toList());
    }
}

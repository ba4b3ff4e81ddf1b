package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.xiangmuzhang.catalog.adapter.in.rest.FaultSentences.FaultLine;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays.LocalField;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays.LocalMatter;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What a place does with an item or a row, and what is proposed; reasons are remarks and stand on
 * the page.
 *
 * @param table {@code items} for an item
 * @param own whether the place does anything in its own way
 * @param absent whether the row does not hold at the place
 * @param flags what an editor should look at again in what waits, or in what holds
 * @param touched what stands on it at the place and below, while something is proposed
 */
record LocalWayDetail(
        Region region,
        String table,
        String key,
        boolean own,
        boolean absent,
        List<LocalField> fields,
        @Nullable ProposedWay proposal,
        List<FaultLine> flags,
        List<Dependents.Line> touched) {

    /** What waits for a second editor. */
    record ProposedWay(
            int number,
            boolean asAbove,
            boolean absent,
            LocalDate from,
            @Nullable LocalDate until,
            UUID proposedBy,
            Instant proposedAt) {}

    /** What the second editor says, or the first one who takes it back. */
    record LocalDecision(SettingVersion.State outcome, String reason) {}

    static ResponseEntity<LocalWayDetail> answer(
            LocalMatter matter, FaultSentences sentences, Locale locale) {
        return EntityTags.tag(ResponseEntity.ok(), number(matter))
                .body(of(matter, sentences, locale));
    }

    static ResponseEntity<LocalWayDetail> created(
            LocalMatter matter, FaultSentences sentences, Locale locale) {
        return EntityTags.tag(ResponseEntity.status(HttpStatus.CREATED), number(matter))
                .body(of(matter, sentences, locale));
    }

    /** The number of the proposal that waits; 0 for none. */
    static int number(LocalMatter matter) {
        return matter.proposal() == null ? 0 : matter.proposal().number();
    }

    private static LocalWayDetail of(LocalMatter it, FaultSentences sentences, Locale locale) {
        SettingVersion proposal = it.proposal();
        return new LocalWayDetail(
                it.region(),
                it.table(),
                it.key(),
                it.own(),
                it.absent(),
                it.fields(),
                proposal == null
                        ? null
                        : new ProposedWay(
                                proposal.number(),
                                proposal.isAsAbove(),
                                it.absentThen(),
                                proposal.from(),
                                proposal.until(),
                                proposal.proposedBy(),
                                proposal.proposedAt()),
                it.flags().stream().map(flag -> sentences.line(flag, locale)).toList(),
                it.touched());
    }
}

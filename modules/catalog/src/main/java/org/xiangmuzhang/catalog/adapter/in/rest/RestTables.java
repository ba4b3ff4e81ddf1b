package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.api.ReferenceRows;
import org.xiangmuzhang.catalog.api.ReferenceTables;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.RowOverride;
import org.xiangmuzhang.catalog.domain.TablesRefused;
import org.xiangmuzhang.catalog.port.in.OverridingRows;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays.Wish;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.EntityTags;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** Reference tables as rows, and what a place has in its own way of them. */
@RestController
@RequestMapping("/api/catalog/tables/{table}")
class RestTables {

    private final ReferenceTables tables;
    private final OverridingRows overriding;
    private final ProposingLocalWays proposing;
    private final FaultSentences sentences;

    RestTables(
            ReferenceTables tables,
            OverridingRows overriding,
            ProposingLocalWays proposing,
            FaultSentences sentences) {
        this.tables = tables;
        this.overriding = overriding;
        this.proposing = proposing;
        this.sentences = sentences;
    }

    /** A row in a place's own way, and when it is to hold. */
    record RowProposal(
            @Nullable Boolean absent,
            @Nullable Map<String, String> fields,
            LocalDate from,
            @Nullable LocalDate until,
            String reason) {

        LocalRow value() {
            return new LocalRow(Boolean.TRUE.equals(absent), fields == null ? Map.of() : fields);
        }
    }

    @GetMapping
    ReferenceRows rows(
            @PathVariable String table,
            @RequestParam @Nullable Region region,
            @RequestParam @Nullable String version,
            Actor actor) {
        return version == null
                ? tables.rows(table, region == null ? actor.region() : region)
                : tables.rows(table, version);
    }

    @GetMapping("/override")
    ResponseEntity<RowOverride> at(
            @PathVariable String table,
            @RequestParam String key,
            @RequestParam @Nullable Region region,
            Actor actor) {
        return answer(overriding.at(region == null ? actor.region() : region, table, key));
    }

    @GetMapping("/override/proposal")
    ResponseEntity<LocalWayDetail> proposal(
            @PathVariable String table,
            @RequestParam String key,
            @RequestParam @Nullable Region region,
            Actor actor,
            Locale locale) {
        return LocalWayDetail.answer(
                proposing.at(region == null ? actor.region() : region, table, key, actor),
                sentences,
                locale);
    }

    /** Proposes a row; neither absent nor with fields: as the place above has it. */
    @PostMapping("/override/proposals")
    ResponseEntity<?> propose(
            @PathVariable String table,
            @RequestParam String key,
            @RequestParam @Nullable Region region,
            @RequestBody RowProposal row,
            Actor actor,
            Locale locale) {
        Region place = region == null ? actor.region() : region;
        try {
            proposing.propose(
                    place,
                    table,
                    key,
                    row.value(),
                    new Wish(row.from(), row.until(), row.reason()),
                    actor);
            return LocalWayDetail.created(
                    proposing.at(place, table, key, actor), sentences, locale);
        } catch (TablesRefused refused) {
            return problem(refused, locale);
        }
    }

    /** Decides on the proposal that waits, whose number is the entity tag. */
    @PostMapping("/override/proposal/decision")
    ResponseEntity<?> decide(
            @PathVariable String table,
            @RequestParam String key,
            @RequestParam @Nullable Region region,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LocalWayDetail.LocalDecision decision,
            Actor actor,
            Locale locale) {
        Region place = region == null ? actor.region() : region;
        int number = LocalWayDetail.number(proposing.at(place, table, key, actor));
        EntityTags.check(ifMatch, number);
        try {
            proposing.decide(
                    place, table, key, number, decision.outcome(), decision.reason(), actor);
            return LocalWayDetail.answer(proposing.at(place, table, key, actor), sentences, locale);
        } catch (TablesRefused refused) {
            return problem(refused, locale);
        }
    }

    private ResponseEntity<?> problem(TablesRefused refused, Locale locale) {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(sentences.problemOfRow(refused, locale));
    }

    private static ResponseEntity<RowOverride> answer(RowOverride override) {
        return EntityTags.tag(ResponseEntity.ok(), override.version()).body(override);
    }
}

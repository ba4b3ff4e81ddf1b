package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.catalog.domain.ItemOverride;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.catalog.port.in.Overriding;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays;
import org.xiangmuzhang.catalog.port.in.ProposingLocalWays.Wish;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.EntityTags;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What a place does in its own way; without a place, that of the editor's post. One editor proposes
 * and another one decides.
 */
@RestController
@RequestMapping("/api/catalog")
class RestOverrides {

    private static final String ITEMS = "items";

    private final Overriding overriding;
    private final ProposingLocalWays proposing;
    private final FaultSentences sentences;

    RestOverrides(Overriding overriding, ProposingLocalWays proposing, FaultSentences sentences) {
        this.overriding = overriding;
        this.proposing = proposing;
        this.sentences = sentences;
    }

    @GetMapping("/items/{code}/override")
    ResponseEntity<ItemOverride> at(
            @PathVariable String code, @RequestParam @Nullable Region region, Actor actor) {
        return answer(overriding.at(region == null ? actor.region() : region, code));
    }

    /** Values for an item at a place, and when they are to hold. */
    record ItemProposal(
            LocalValues values, LocalDate from, @Nullable LocalDate until, String reason) {}

    @GetMapping("/items/{code}/override/proposal")
    ResponseEntity<LocalWayDetail> proposal(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            Actor actor,
            Locale locale) {
        return LocalWayDetail.answer(
                proposing.at(region == null ? actor.region() : region, ITEMS, code, actor),
                sentences,
                locale);
    }

    /** Proposes values; none at all: as the place above has them. */
    @PostMapping("/items/{code}/override/proposals")
    ResponseEntity<LocalWayDetail> propose(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestBody ItemProposal proposal,
            Actor actor,
            Locale locale) {
        Region place = region == null ? actor.region() : region;
        proposing.propose(
                place,
                code,
                proposal.values(),
                new Wish(proposal.from(), proposal.until(), proposal.reason()),
                actor);
        return LocalWayDetail.created(proposing.at(place, ITEMS, code, actor), sentences, locale);
    }

    /** Decides on the proposal that waits, whose number is the entity tag. */
    @PostMapping("/items/{code}/override/proposal/decision")
    ResponseEntity<LocalWayDetail> decide(
            @PathVariable String code,
            @RequestParam @Nullable Region region,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LocalWayDetail.LocalDecision decision,
            Actor actor,
            Locale locale) {
        Region place = region == null ? actor.region() : region;
        int number = LocalWayDetail.number(proposing.at(place, ITEMS, code, actor));
        EntityTags.check(ifMatch, number);
        proposing.decide(place, ITEMS, code, number, decision.outcome(), decision.reason(), actor);
        return LocalWayDetail.answer(proposing.at(place, ITEMS, code, actor), sentences, locale);
    }

    @GetMapping("/conflicts")
    List<Overriding.Conflict> conflicts(@RequestParam @Nullable Region region, Actor actor) {
        return overriding.conflicts(region == null ? actor.region() : region);
    }

    private static ResponseEntity<ItemOverride> answer(ItemOverride override) {
        return EntityTags.tag(ResponseEntity.ok(), override.version()).body(override);
    }
}

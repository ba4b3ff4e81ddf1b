package org.xiangmuzhang.steward.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.steward.adapter.in.Downloads;
import org.xiangmuzhang.steward.port.in.ListingFactors;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** 要素清单 of a project. */
@RestController
@RequestMapping("/api/projects/{id}/factors")
class FactorsController {

    private static final String IF_MATCH = "If-Match";

    private final ListingFactors listing;
    private final Clock clock;

    FactorsController(ListingFactors listing, Clock clock) {
        this.listing = listing;
        this.clock = clock;
    }

    /** Kind: LAND, ENERGY, WATER, ENVIRONMENT, CAPITAL, LABOUR or DOCUMENTS; amount in its unit. */
    record FactorNeed(
            ListingFactors.Kind kind,
            @Nullable BigDecimal amount,
            String department,
            LocalDate needed) {}

    /** State: MISSING, PROMISED, SUPPLIED (with a file) or DROPPED. */
    record FactorMove(
            ListingFactors.State state, @Nullable LocalDate needed, @Nullable UUID file) {}

    @GetMapping
    List<ListingFactors.Sheet> factors(@PathVariable UUID id, Actor actor, Locale locale) {
        return listing.factors(actor, id, locale);
    }

    @PostMapping
    ResponseEntity<ListingFactors.Sheet> list(
            @PathVariable UUID id, @RequestBody FactorNeed need, Actor actor, Locale locale) {
        UUID factor = Ids.next(clock);
        listing.list(
                actor,
                id,
                new ListingFactors.Need(
                        factor, need.kind(), need.amount(), need.department(), need.needed()));
        ListingFactors.Sheet sheet = sheet(actor, id, factor, locale);
        return EntityTags.tag(
                        ResponseEntity.created(
                                URI.create("/api/projects/" + id + "/factors/" + factor)),
                        sheet.version())
                .body(sheet);
    }

    @GetMapping("/{factor}")
    ResponseEntity<ListingFactors.Sheet> factor(
            @PathVariable UUID id, @PathVariable UUID factor, Actor actor, Locale locale) {
        ListingFactors.Sheet sheet = sheet(actor, id, factor, locale);
        return EntityTags.tag(ResponseEntity.ok(), sheet.version()).body(sheet);
    }

    @PostMapping("/{factor}/moves")
    ResponseEntity<ListingFactors.Sheet> move(
            @PathVariable UUID id,
            @PathVariable UUID factor,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody FactorMove move,
            Actor actor,
            Locale locale) {
        long version = sheet(actor, id, factor, locale).version();
        EntityTags.check(ifMatch, version);
        listing.move(
                actor,
                id,
                factor,
                ifMatch != null && ifMatch.strip().equals("*") ? -1 : version,
                new ListingFactors.Move(move.state(), move.needed(), move.file()));
        return factor(id, factor, actor, locale);
    }

    @GetMapping("/{factor}/files/{file}")
    ResponseEntity<?> file(
            @PathVariable UUID id,
            @PathVariable UUID factor,
            @PathVariable UUID file,
            Actor actor) {
        return Downloads.of(listing.paper(actor, id, factor, file));
    }

    private ListingFactors.Sheet sheet(Actor actor, UUID id, UUID factor, Locale locale) {
        return listing.factors(actor, id, locale).stream()
                .filter(it -> it.id().equals(factor))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("factor-unknown"));
    }
}

package org.xiangmuzhang.parties.mergers;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Enterprises that may have been found twice, their mergers, and their history. */
@RestController
@RequestMapping("/api/parties")
class MergersController {

    private final Merging merging;
    private final Remarks remarks;

    MergersController(Merging merging, Remarks remarks) {
        this.merging = merging;
        this.remarks = remarks;
    }

    /** An enterprise that may be one with another. */
    record AlikeEnterprise(UUID id, Region region, SocialCreditCode code, String name) {

        static AlikeEnterprise of(Enterprise it) {
            return new AlikeEnterprise(it.id(), it.region(), it.code(), it.name());
        }
    }

    /** Two that may be one. */
    record AlikePair(AlikeEnterprise one, AlikeEnterprise other, LookAlike.Why why) {}

    /** Which is kept, and which is dissolved and reached as the kept one since. */
    record MergerProposal(UUID kept, UUID dissolved, String reason) {}

    /** What the second person says, or the first one who takes it back. */
    record MergerDecision(Merger.State outcome, String reason) {}

    /** A merger; decidedBy and decidedAt are null while it waits. */
    record MergerResource(
            UUID id,
            Region region,
            UUID kept,
            UUID dissolved,
            Merger.State state,
            UUID proposedBy,
            Instant proposedAt,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt) {

        static MergerResource of(Merger it) {
            Merger.Decision decision = it.decision();
            return new MergerResource(
                    it.id(),
                    it.region(),
                    it.kept(),
                    it.dissolved(),
                    it.state(),
                    it.proposedBy(),
                    it.proposedAt(),
                    decision == null ? null : decision.by(),
                    decision == null ? null : decision.at());
        }
    }

    /**
     * What happened to an enterprise.
     *
     * @param kind {@code RENAMED}, {@code MERGER_…} or {@code POST_…}
     * @param person whose post it is, else null
     * @param about the name it had, or name and code of the other enterprise, else null
     */
    record EnterpriseHappening(
            UUID id,
            Instant at,
            String kind,
            UUID by,
            @Nullable UUID person,
            @Nullable String about,
            @Nullable String reason) {}

    /** Pairs that nobody has decided on yet. */
    @GetMapping("/look-alikes")
    Page<AlikePair> lookAlikes(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        Cursor cursor = Cursor.parse(after, 2);
        int most = Page.limit(limit);
        return Page.of(
                        merging.lookAlikes(
                                actor,
                                cursor == null ? null : cursor.id(0),
                                cursor == null ? null : cursor.id(1),
                                most),
                        most,
                        pair -> Cursor.of(pair.one().id(), pair.other().id()))
                .map(
                        pair ->
                                new AlikePair(
                                        AlikeEnterprise.of(pair.one()),
                                        AlikeEnterprise.of(pair.other()),
                                        pair.why()));
    }

    /** What waits for a second person, the oldest first. */
    @GetMapping("/mergers")
    Page<MergerResource> waiting(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int most = Page.limit(limit);
        return Page.of(
                        merging.waiting(actor, Cursor.idOf(after), most),
                        most,
                        sheet -> Cursor.of(sheet.merger().id()))
                .map(sheet -> MergerResource.of(sheet.merger()));
    }

    @GetMapping("/mergers/{id}")
    MergerResource one(@PathVariable UUID id, Actor actor) {
        return MergerResource.of(merging.one(actor, id).merger());
    }

    @PostMapping("/mergers")
    ResponseEntity<MergerResource> propose(@RequestBody MergerProposal it, Actor actor) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        MergerResource.of(
                                merging.propose(actor, it.kept(), it.dissolved(), it.reason())));
    }

    /** A proposal never changes, so that nobody decides on another one than was read. */
    @PostMapping("/mergers/{id}/decision")
    MergerResource decide(
            @PathVariable UUID id, @RequestBody MergerDecision decision, Actor actor) {
        return MergerResource.of(merging.decide(actor, id, decision.outcome(), decision.reason()));
    }

    /** The latest first, with what happened to those that were merged into it. */
    @GetMapping("/enterprises/{id}/history")
    Page<EnterpriseHappening> history(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int most = Page.limit(limit);
        Page<Happened> page =
                Page.of(
                        merging.history(actor, id, Cursor.idOf(after), most),
                        most,
                        line -> Cursor.of(line.id()));
        Map<UUID, String> reasons =
                remarks.texts(page.items().stream().map(Happened::reason).toList());
        return page.map(
                line ->
                        new EnterpriseHappening(
                                line.id(),
                                line.at(),
                                line.kind(),
                                line.by(),
                                line.person(),
                                line.about(),
                                reasons.get(line.reason())));
    }
}

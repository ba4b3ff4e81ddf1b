package org.xiangmuzhang.steward.adapter.in.rest;

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
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.steward.port.in.PlanComparing;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.Watching;

import java.util.UUID;

/** The versions of a plan, what moved between any two, and the baseline. */
@RestController
@RequestMapping("/api/projects/{id}/plan")
class PlanVersionsController {

    private static final long ANY = -1;

    private final PlanComparing comparing;
    private final Watching watching;

    PlanVersionsController(PlanComparing comparing, Watching watching) {
        this.comparing = comparing;
        this.watching = watching;
    }

    /** A version of the plan, and why it shall be the baseline. */
    record Baseline(int revision, String reason) {}

    /** The newest first. */
    @GetMapping("/versions")
    Page<PlanComparing.Version> planVersions(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 1);
        return Page.of(
                comparing.versions(actor, id, from == null ? null : (int) from.number(0), size + 1),
                size,
                version -> Cursor.of(version.revision()));
    }

    /** Left out: of the newest version and the one before it. */
    @GetMapping("/differences")
    PlanComparing.Difference planDifferences(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Actor actor) {
        return comparing.between(actor, id, from, to);
    }

    @PostMapping("/baseline")
    ResponseEntity<PlanSheet> setBaseline(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Baseline request,
            Actor actor) {
        long version = watching.project(actor, id, null).version();
        EntityTags.check(ifMatch, version);
        boolean any = ifMatch != null && ifMatch.strip().equals("*");
        comparing.setBaseline(actor, id, any ? ANY : version, request.revision(), request.reason());
        long next = watching.project(actor, id, null).version();
        return EntityTags.tag(ResponseEntity.ok(), next).body(watching.plan(actor, id, null));
    }
}

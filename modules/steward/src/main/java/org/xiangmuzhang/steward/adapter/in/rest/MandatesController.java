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
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.SeeingActs;
import org.xiangmuzhang.steward.port.in.Watching;

import java.util.UUID;

/**
 * How far a mandate reaches, and what was done under mandates. Applicants of the enterprise narrow;
 * {@code If-Match} as for every decision about a project.
 */
@RestController
@RequestMapping("/api/projects")
class MandatesController {

    private final Entrusting entrusting;
    private final SeeingActs acts;
    private final Watching watching;

    MandatesController(Entrusting entrusting, SeeingActs acts, Watching watching) {
        this.entrusting = entrusting;
        this.acts = acts;
        this.watching = watching;
    }

    @PostMapping("/{id}/mandates/{mandate}/narrowing")
    ResponseEntity<ProjectSheet> narrow(
            @PathVariable UUID id,
            @PathVariable UUID mandate,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Narrowing request,
            Actor actor) {
        entrusting.narrow(
                actor,
                id,
                Decided.on(watching, actor, id, ifMatch),
                mandate,
                Requests.scope(
                        request.acts(),
                        request.from(),
                        request.until(),
                        request.stages(),
                        request.items()),
                request.reason());
        ProjectSheet sheet = watching.project(actor, id, null);
        return EntityTags.tag(ResponseEntity.ok(), sheet.version()).body(sheet);
    }

    /** Acts and refused attempts, the newest first: of a project, or all of the caller's. */
    @GetMapping("/acts")
    Page<SeeingActs.Act> actsInName(
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 1);
        return Page.of(
                acts.acts(actor, project, from == null ? null : from.id(0), size + 1),
                size,
                act -> Cursor.of(act.id()));
    }
}

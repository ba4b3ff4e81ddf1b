package org.xiangmuzhang.intake.adapter.in.rest;

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
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.port.in.Drafting;
import org.xiangmuzhang.intake.port.in.Drafting.DraftLine;
import org.xiangmuzhang.intake.port.in.Drafting.DraftSheet;
import org.xiangmuzhang.intake.port.in.Drafting.ProvenanceSheet;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;

/** One form before it is submitted, shared by all who act for the enterprise. */
@RestController
@RequestMapping("/api/intake")
class DraftsController {

    private final Drafting drafting;
    private final Clock clock;

    DraftsController(Drafting drafting, Clock clock) {
        this.drafting = drafting;
        this.clock = clock;
    }

    @PostMapping("/drafts")
    ResponseEntity<DraftSheet> begin(@RequestBody Requests.Beginning request, Actor actor) {
        DraftSheet draft = drafting.begin(request.command(Ids.next(clock), actor), actor);
        URI place = URI.create("/api/intake/drafts/" + draft.id());
        return EntityTags.tag(ResponseEntity.created(place), draft.version()).body(draft);
    }

    @GetMapping("/drafts")
    Page<DraftLine> drafts(
            @RequestParam(required = false) @Nullable UUID enterprise,
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 1);
        return Page.of(
                drafting.drafts(
                        enterprise, project, from == null ? null : from.id(0), size + 1, actor),
                size,
                line -> Cursor.of(line.id()));
    }

    @GetMapping("/drafts/{id}")
    ResponseEntity<DraftSheet> draft(@PathVariable UUID id, Actor actor) {
        return answer(drafting.draft(id, actor));
    }

    @PostMapping("/drafts/{id}/answers")
    ResponseEntity<DraftSheet> save(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Written request,
            Actor actor) {
        return answer(drafting.save(id, request.command(), seen(ifMatch), actor));
    }

    @PostMapping("/drafts/{id}/removal")
    ResponseEntity<Void> discard(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Actor actor) {
        drafting.discard(id, seen(ifMatch), actor);
        return ResponseEntity.noContent().build();
    }

    /** The application has the draft's id. */
    @PostMapping("/drafts/{id}/submission")
    ResponseEntity<ApplicationView> submit(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Actor actor) {
        ApplicationView view = drafting.submit(id, seen(ifMatch), actor);
        URI place = URI.create("/api/intake/applications/" + id);
        return EntityTags.tag(ResponseEntity.created(place), view.version()).body(view);
    }

    /**
     * How much of an application nobody had to type, and where that and its materials came from.
     */
    @GetMapping("/applications/{id}/provenance")
    ProvenanceSheet provenance(@PathVariable UUID id, Actor actor) {
        return drafting.provenance(id, actor)
                .orElseThrow(() -> Refusal.notFound("not-by-draft", id));
    }

    private static ResponseEntity<DraftSheet> answer(DraftSheet draft) {
        return EntityTags.tag(ResponseEntity.ok(), draft.version()).body(draft);
    }

    private static Seen seen(@Nullable String ifMatch) {
        return version -> EntityTags.check(ifMatch, version);
    }
}

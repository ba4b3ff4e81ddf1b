package org.xiangmuzhang.steward.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Recording;
import org.xiangmuzhang.steward.port.in.Registering;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Clock;
import java.util.UUID;

/**
 * Deciding about a project. Leaders and administrators of the region appoint, stewards where there
 * is none or the project is their own; applicants of the enterprise sign and revoke mandates; the
 * project's own steward draws its plan; the steward and clerks of the region record external
 * decisions and milestones. Every call names the version it was decided on ({@code If-Match}): 412
 * when it was stale on arrival, 409 when another decision came first while it was on its way.
 */
@RestController
@RequestMapping("/api/projects/{id}")
class DecisionsController {

    private static final String IF_MATCH = "If-Match";

    private final Registering registering;
    private final Entrusting entrusting;
    private final PlanDrawing planDrawing;
    private final Recording recording;
    private final Watching watching;
    private final Clock clock;

    DecisionsController(
            Registering registering,
            Entrusting entrusting,
            PlanDrawing planDrawing,
            Recording recording,
            Watching watching,
            Clock clock) {
        this.registering = registering;
        this.entrusting = entrusting;
        this.planDrawing = planDrawing;
        this.recording = recording;
        this.watching = watching;
        this.clock = clock;
    }

    @PostMapping("/steward")
    ResponseEntity<ProjectSheet> appoint(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Requests.Appointment request,
            Actor actor) {
        registering.appoint(
                actor, id, seen(actor, id, ifMatch), request.steward(), request.reason());
        return answer(actor, id);
    }

    @PostMapping("/mandates")
    ResponseEntity<ProjectSheet> sign(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Requests.Mandate request,
            Actor actor) {
        entrusting.sign(
                actor,
                id,
                seen(actor, id, ifMatch),
                new Entrusting.Paper(
                        request.id() == null ? Ids.next(clock) : request.id(),
                        Requests.scope(
                                request.acts(),
                                request.from(),
                                request.until(),
                                request.stages(),
                                request.items()),
                        request.file()));
        return answer(actor, id);
    }

    @PostMapping("/mandates/{mandate}/revocation")
    ResponseEntity<ProjectSheet> revoke(
            @PathVariable UUID id,
            @PathVariable UUID mandate,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Requests.Revocation request,
            Actor actor) {
        entrusting.revoke(actor, id, seen(actor, id, ifMatch), mandate, request.reason());
        return answer(actor, id);
    }

    @PostMapping("/plan")
    ResponseEntity<PlanSheet> draw(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Requests.Plan request,
            Actor actor) {
        planDrawing.draw(actor, id, seen(actor, id, ifMatch), request.wishes());
        long version = watching.project(actor, id, null).version();
        return EntityTags.tag(ResponseEntity.ok(), version).body(watching.plan(actor, id, null));
    }

    @PostMapping("/external-decisions")
    ResponseEntity<ProjectSheet> decidedElsewhere(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Requests.ExternalDecision request,
            Actor actor) {
        recording.decidedElsewhere(
                actor,
                id,
                seen(actor, id, ifMatch),
                new Recording.ExternalDecision(
                        request.itemCode(),
                        request.documentNumber(),
                        request.decidedOn(),
                        request.file(),
                        request.verifiedOn()));
        return answer(actor, id);
    }

    @PostMapping("/external-decisions/{item}/correction")
    ResponseEntity<ProjectSheet> correct(
            @PathVariable UUID id,
            @PathVariable String item,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Requests.Correction request,
            Actor actor) {
        recording.correct(
                actor,
                id,
                seen(actor, id, ifMatch),
                new Recording.ExternalDecision(
                        item,
                        request.documentNumber(),
                        request.decidedOn(),
                        request.file(),
                        request.verifiedOn()),
                request.reason());
        return answer(actor, id);
    }

    @PostMapping("/milestones")
    ResponseEntity<ProjectSheet> milestone(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Requests.Milestone request,
            Actor actor) {
        recording.milestone(
                actor,
                id,
                seen(actor, id, ifMatch),
                request.itemCode(),
                request.on(),
                request.proof());
        return answer(actor, id);
    }

    private long seen(Actor actor, UUID id, @Nullable String ifMatch) {
        return Decided.on(watching, actor, id, ifMatch);
    }

    private ResponseEntity<ProjectSheet> answer(Actor actor, UUID id) {
        ProjectSheet sheet = watching.project(actor, id, null);
        return EntityTags.tag(ResponseEntity.ok(), sheet.version()).body(sheet);
    }
}

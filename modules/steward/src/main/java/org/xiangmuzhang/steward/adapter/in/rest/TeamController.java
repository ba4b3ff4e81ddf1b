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
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.steward.port.in.Choosing;
import org.xiangmuzhang.steward.port.in.Staffing;
import org.xiangmuzhang.steward.port.in.TeamSheet;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Who could answer for a project, who follows it, how it is served, and the hand-over. {@code
 * If-Match} as for every decision about a project.
 */
@RestController
@RequestMapping("/api/projects/{id}")
class TeamController {

    private static final String IF_MATCH = "If-Match";

    private final Choosing choosing;
    private final Staffing staffing;
    private final Watching watching;

    TeamController(Choosing choosing, Staffing staffing, Watching watching) {
        this.choosing = choosing;
        this.staffing = staffing;
        this.watching = watching;
    }

    /**
     * Somebody to join, by login. Part: DEPUTY or MEMBER. Left out: any phase (SIGNED, BUILDING,
     * PRODUCTION), no item in particular.
     */
    record Member(
            String login,
            String part,
            @Nullable List<String> phases,
            @Nullable List<String> items,
            LocalDate on) {}

    record Departure(LocalDate on) {}

    /**
     * Kind: PRECISE, ON_SITE, WHOLE, KEY; way: GUIDE, HELP, ACT, JOINT, ACCOMPANY, BACKSTOP;
     * helper: login of the last helper, for BACKSTOP.
     */
    record Service(String kind, String way, @Nullable String helper, String reason) {}

    /** Version: of the pack that was read. */
    record Signature(UUID handover, int version) {}

    /** Those who could answer for it, the best first, with what each one's score is made of. */
    record CandidateList(List<Choosing.Candidate> items) {}

    @GetMapping("/candidates")
    CandidateList candidates(@PathVariable UUID id, Actor actor) {
        return new CandidateList(choosing.candidates(actor, id));
    }

    @GetMapping("/team")
    ResponseEntity<TeamSheet> team(@PathVariable UUID id, Actor actor) {
        return answer(actor, id);
    }

    @PostMapping("/team")
    ResponseEntity<TeamSheet> join(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Member request,
            Actor actor) {
        staffing.join(
                actor,
                id,
                Decided.on(watching, actor, id, ifMatch),
                new Staffing.Joining(
                        request.login(),
                        request.part(),
                        request.phases() == null ? List.of() : request.phases(),
                        request.items() == null ? List.of() : request.items(),
                        request.on()));
        return answer(actor, id);
    }

    @PostMapping("/team/{person}/departure")
    ResponseEntity<TeamSheet> leave(
            @PathVariable UUID id,
            @PathVariable UUID person,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Departure request,
            Actor actor) {
        staffing.leave(actor, id, Decided.on(watching, actor, id, ifMatch), person, request.on());
        return answer(actor, id);
    }

    @PostMapping("/service")
    ResponseEntity<TeamSheet> serve(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Service request,
            Actor actor) {
        staffing.serve(
                actor,
                id,
                Decided.on(watching, actor, id, ifMatch),
                request.kind(),
                request.way(),
                request.helper(),
                request.reason());
        return answer(actor, id);
    }

    @PostMapping("/handover/signature")
    ResponseEntity<TeamSheet> sign(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Signature request,
            Actor actor) {
        staffing.sign(
                actor,
                id,
                Decided.on(watching, actor, id, ifMatch),
                request.handover(),
                request.version());
        return answer(actor, id);
    }

    private ResponseEntity<TeamSheet> answer(Actor actor, UUID id) {
        TeamSheet sheet = staffing.team(actor, id);
        return EntityTags.tag(ResponseEntity.ok(), sheet.version()).body(sheet);
    }
}

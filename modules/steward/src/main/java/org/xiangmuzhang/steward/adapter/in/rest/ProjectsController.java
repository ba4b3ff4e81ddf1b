package org.xiangmuzhang.steward.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.steward.port.in.BoardLine;
import org.xiangmuzhang.steward.port.in.Happening;
import org.xiangmuzhang.steward.port.in.LibraryEntry;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Registering;
import org.xiangmuzhang.steward.port.in.Watching;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Registering and looking at projects. A steward registers in its region, an applicant for its own
 * enterprise. Applicants see the projects of their enterprise, officials those that their post
 * reaches; what one may not see is 404.
 */
@RestController
@RequestMapping("/api/projects")
class ProjectsController {

    private final Registering registering;
    private final Watching watching;
    private final Enterprises enterprises;
    private final Clock clock;

    ProjectsController(
            Registering registering, Watching watching, Enterprises enterprises, Clock clock) {
        this.registering = registering;
        this.watching = watching;
        this.enterprises = enterprises;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<ProjectSheet> register(@RequestBody Requests.Registration request, Actor actor) {
        UUID id = request.id() == null ? Ids.next(clock) : request.id();
        registering.register(
                actor,
                new Registering.Registration(
                        id,
                        request.region() == null ? actor.region() : request.region(),
                        request.code(),
                        request.name(),
                        request.projectType(),
                        enterprise(request.enterprise(), request.socialCreditCode()),
                        request.industry(),
                        request.investment()));
        ProjectSheet sheet = watching.project(actor, id, null);
        return EntityTags.tag(
                        ResponseEntity.created(URI.create("/api/projects/" + id)), sheet.version())
                .body(sheet);
    }

    private @Nullable UUID enterprise(@Nullable UUID id, @Nullable SocialCreditCode code) {
        if (id != null || code == null) {
            return id;
        }
        return enterprises
                .byCode(code)
                .map(Enterprise::id)
                .orElseThrow(() -> Refusal.invalid("enterprise-unknown", "/socialCreditCode"));
    }

    @GetMapping
    Page<BoardLine> board(
            @RequestParam(required = false) @Nullable Region region,
            @RequestParam(required = false) @Nullable UUID steward,
            @RequestParam(required = false) @Nullable String light,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        Cursor from = Cursor.parse(after, 2);
        Watching.BoardPage page =
                watching.board(
                        actor,
                        new Watching.BoardFilter(
                                region,
                                steward,
                                light,
                                from == null ? null : (int) from.number(0),
                                from == null ? null : from.id(1),
                                Page.limit(limit)));
        return new Page<>(
                page.lines(),
                page.lastUrgency() == null || page.lastProject() == null
                        ? null
                        : Cursor.of(page.lastUrgency(), page.lastProject()).text());
    }

    /** 审批服务库: finished projects of a type, whose courses a new plan may take. */
    @GetMapping("/library")
    Page<LibraryEntry> library(
            @RequestParam String type,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 1);
        return Page.of(
                watching.library(actor, type, from == null ? null : from.id(0), size + 1),
                size,
                entry -> Cursor.of(entry.project()));
    }

    @GetMapping("/{id}")
    ResponseEntity<ProjectSheet> project(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant asOf,
            Actor actor) {
        ProjectSheet sheet = watching.project(actor, id, asOf);
        return asOf == null
                ? EntityTags.tag(ResponseEntity.ok(), sheet.version()).body(sheet)
                : ResponseEntity.ok(sheet);
    }

    @GetMapping("/{id}/plan")
    PlanSheet plan(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant asOf,
            Actor actor) {
        return watching.plan(actor, id, asOf);
    }

    /**
     * What happened, page by page: in log order, or the newest first ({@code order=newest}); in
     * both, {@code after} is the {@code next} of the page before.
     */
    @GetMapping("/{id}/timeline")
    Page<Happening> timeline(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(defaultValue = "oldest") String order,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        if (!order.equals("oldest") && !order.equals("newest")) {
            throw Refusal.invalid("timeline-order", "/order", order);
        }
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 1);
        Locale language = LocaleContextHolder.getLocale();
        List<Happening> found =
                order.equals("newest")
                        ? watching.latest(
                                actor,
                                id,
                                asOf,
                                from == null ? null : from.number(0),
                                size + 1,
                                language)
                        : watching.timeline(
                                actor,
                                id,
                                asOf,
                                from == null ? 0 : from.number(0),
                                size + 1,
                                language);
        return Page.of(found, size, happening -> Cursor.of(happening.position()));
    }
}

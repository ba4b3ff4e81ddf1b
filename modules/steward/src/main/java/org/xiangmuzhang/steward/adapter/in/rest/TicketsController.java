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
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.steward.adapter.in.Downloads;
import org.xiangmuzhang.steward.port.in.Ticketing;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** 工单: problems that a unit answers for. */
@RestController
@RequestMapping("/api/projects/tickets")
class TicketsController {

    private static final String IF_MATCH = "If-Match";

    private final Ticketing ticketing;
    private final Clock clock;

    TicketsController(Ticketing ticketing, Clock clock) {
        this.ticketing = ticketing;
        this.clock = clock;
    }

    /**
     * A problem of 1 to 2000 characters. Without a project it is a matter of the region, without a
     * region of the caller's; without a day the place's limit holds.
     */
    record RaisedProblem(
            @Nullable UUID project,
            @Nullable Region region,
            String text,
            String department,
            @Nullable UUID leader,
            @Nullable LocalDate due) {}

    /** Step: ANSWER, ESCALATE, CLOSE or REOPEN; closing needs a file in the ticket's story. */
    record TicketStep(
            Ticketing.Step step, String text, @Nullable UUID file, @Nullable LocalDate due) {}

    @PostMapping
    ResponseEntity<Ticketing.Sheet> raise(
            @RequestBody RaisedProblem problem, Actor actor, Locale locale) {
        UUID id =
                ticketing.raise(
                        actor,
                        new Ticketing.Problem(
                                Ids.next(clock),
                                problem.project(),
                                problem.region(),
                                problem.text(),
                                problem.department(),
                                problem.leader(),
                                problem.due()));
        Ticketing.Sheet sheet = ticketing.ticket(actor, id, locale);
        return EntityTags.tag(
                        ResponseEntity.created(URI.create("/api/projects/tickets/" + id)),
                        sheet.version())
                .body(sheet);
    }

    @GetMapping
    Page<Ticketing.Sheet> tickets(
            @RequestParam(required = false) @Nullable Boolean mine,
            @RequestParam(required = false) @Nullable Boolean unit,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable Boolean closed,
            @RequestParam(required = false) @Nullable Region level,
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor,
            Locale locale) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 2);
        return Page.of(
                ticketing.list(
                        actor,
                        new Ticketing.Filter(
                                Boolean.TRUE.equals(mine),
                                Boolean.TRUE.equals(unit),
                                Boolean.TRUE.equals(overdue),
                                Boolean.TRUE.equals(closed),
                                level,
                                project,
                                from == null ? null : from.date(0),
                                from == null ? null : from.id(1),
                                size + 1),
                        locale),
                size,
                sheet -> Cursor.of(sheet.due(), sheet.id()));
    }

    @GetMapping("/{ticket}")
    ResponseEntity<Ticketing.Sheet> ticket(@PathVariable UUID ticket, Actor actor, Locale locale) {
        Ticketing.Sheet sheet = ticketing.ticket(actor, ticket, locale);
        return EntityTags.tag(ResponseEntity.ok(), sheet.version()).body(sheet);
    }

    @PostMapping("/{ticket}/acts")
    ResponseEntity<Ticketing.Sheet> act(
            @PathVariable UUID ticket,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TicketStep request,
            Actor actor,
            Locale locale) {
        long version = ticketing.ticket(actor, ticket, locale).version();
        EntityTags.check(ifMatch, version);
        ticketing.act(
                actor,
                ticket,
                ifMatch != null && ifMatch.strip().equals("*") ? -1 : version,
                new Ticketing.Act(request.step(), request.text(), request.file(), request.due()));
        return ticket(ticket, actor, locale);
    }

    @GetMapping("/{ticket}/files/{file}")
    ResponseEntity<?> file(@PathVariable UUID ticket, @PathVariable UUID file, Actor actor) {
        return Downloads.of(ticketing.paper(actor, ticket, file));
    }
}

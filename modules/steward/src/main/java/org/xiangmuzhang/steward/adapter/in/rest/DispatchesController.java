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
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.steward.port.in.Dispatching;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** 每周调度. */
@RestController
@RequestMapping("/api/projects/dispatches")
class DispatchesController {

    private static final String IF_MATCH = "If-Match";

    private final Dispatching dispatching;
    private final Clock clock;

    DispatchesController(Dispatching dispatching, Clock clock) {
        this.dispatching = dispatching;
        this.clock = clock;
    }

    /** Treatment: SETTLE, TICKET or CARRY; a ticket has a department. */
    record LineMinute(
            Dispatching.Treatment treatment,
            @Nullable String text,
            @Nullable String department,
            @Nullable UUID leader,
            @Nullable LocalDate due) {}

    /** The agenda as it would be if the meeting were opened now. */
    @GetMapping("/agenda")
    List<Dispatching.Item> agenda(Actor actor, Locale locale) {
        return dispatching.agenda(actor, locale);
    }

    @PostMapping
    ResponseEntity<Dispatching.Sheet> open(Actor actor, Locale locale) {
        UUID id = dispatching.open(actor, Ids.next(clock));
        Dispatching.Sheet sheet = dispatching.meeting(actor, id, locale);
        return EntityTags.tag(
                        ResponseEntity.created(URI.create("/api/projects/dispatches/" + id)),
                        sheet.version())
                .body(sheet);
    }

    @GetMapping
    Page<Dispatching.Sheet> meetings(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor,
            Locale locale) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 2);
        return Page.of(
                dispatching.list(
                        actor,
                        from == null ? null : from.date(0),
                        from == null ? null : from.id(1),
                        size + 1,
                        locale),
                size,
                sheet -> Cursor.of(sheet.week(), sheet.id()));
    }

    @GetMapping("/{dispatch}")
    ResponseEntity<Dispatching.Sheet> meeting(
            @PathVariable UUID dispatch, Actor actor, Locale locale) {
        Dispatching.Sheet sheet = dispatching.meeting(actor, dispatch, locale);
        return EntityTags.tag(ResponseEntity.ok(), sheet.version()).body(sheet);
    }

    @PostMapping("/{dispatch}/lines/{line}")
    ResponseEntity<Dispatching.Sheet> treat(
            @PathVariable UUID dispatch,
            @PathVariable UUID line,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody LineMinute minute,
            Actor actor,
            Locale locale) {
        dispatching.treat(
                actor,
                dispatch,
                line,
                seen(actor, dispatch, ifMatch, locale),
                new Dispatching.Minute(
                        minute.treatment(),
                        minute.text(),
                        minute.department(),
                        minute.leader(),
                        minute.due()));
        return meeting(dispatch, actor, locale);
    }

    @PostMapping("/{dispatch}/closing")
    ResponseEntity<Dispatching.Sheet> close(
            @PathVariable UUID dispatch,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor,
            Locale locale) {
        dispatching.close(actor, dispatch, seen(actor, dispatch, ifMatch, locale));
        return meeting(dispatch, actor, locale);
    }

    private long seen(Actor actor, UUID dispatch, @Nullable String ifMatch, Locale locale) {
        long version = dispatching.meeting(actor, dispatch, locale).version();
        EntityTags.check(ifMatch, version);
        return ifMatch != null && ifMatch.strip().equals("*") ? -1 : version;
    }
}

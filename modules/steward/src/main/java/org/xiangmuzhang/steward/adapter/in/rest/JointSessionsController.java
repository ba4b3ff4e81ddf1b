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
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.steward.adapter.in.Downloads;
import org.xiangmuzhang.steward.port.in.Convening;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** 联合勘验、联审、联合验收: sessions of several departments about one project. */
@RestController
@RequestMapping("/api/projects/sessions")
class JointSessionsController {

    private static final String IF_MATCH = "If-Match";

    private final Convening convening;
    private final Clock clock;

    JointSessionsController(Convening convening, Clock clock) {
        this.convening = convening;
        this.clock = clock;
    }

    /**
     * What departments are called together for. With a previous session it is about what that one
     * left open, and needs no kind. Times are local, such as 2026-11-05T09:00; left out: the next
     * ones within the hall's hours.
     */
    record SessionCall(
            UUID project,
            Convening.@Nullable Kind kind,
            @Nullable Boolean mock,
            Convening.@Nullable Extent part,
            @Nullable String building,
            Convening.@Nullable Use use,
            @Nullable UUID previous,
            @Nullable List<String> departments,
            @Nullable List<String> items,
            @Nullable String place,
            @Nullable String hall,
            @Nullable UUID file,
            @Nullable Integer minutes,
            @Nullable List<LocalDateTime> times,
            @Nullable LocalDate answerBy) {}

    /**
     * Step: ANSWER (suits, proposals), TIME (at, text), JUDGE (verdict, points or staying, text),
     * ABSENT (department), CONCLUDE (text) or CANCEL (text).
     */
    record SessionStep(
            Convening.Step step,
            @Nullable List<LocalDateTime> suits,
            @Nullable List<LocalDateTime> proposals,
            @Nullable LocalDateTime at,
            Convening.@Nullable Opinion verdict,
            @Nullable List<Convening.Defect> points,
            @Nullable List<UUID> staying,
            @Nullable String department,
            @Nullable String text) {}

    /** Move: MEND (file), CLOSE or RETURN (text, due). */
    record SessionPointMove(
            Convening.Move move,
            @Nullable UUID file,
            @Nullable LocalDate due,
            @Nullable String text) {}

    @PostMapping
    ResponseEntity<Convening.Sheet> call(
            @RequestBody SessionCall call, Actor actor, Locale locale) {
        if (call.kind() == null && call.previous() == null) {
            throw Refusal.invalid("session-kind", "/kind");
        }
        UUID id = Ids.next(clock);
        convening.call(
                actor,
                new Convening.Request(
                        id,
                        call.project(),
                        call.kind() == null ? Convening.Kind.REVIEW : call.kind(),
                        Boolean.TRUE.equals(call.mock()),
                        call.part() == null ? Convening.Extent.WHOLE : call.part(),
                        call.building(),
                        call.use(),
                        call.previous(),
                        all(call.departments()),
                        all(call.items()),
                        call.place(),
                        call.hall(),
                        call.file(),
                        call.minutes(),
                        all(call.times()),
                        call.answerBy()));
        Convening.Sheet sheet = convening.session(actor, id, locale);
        return EntityTags.tag(
                        ResponseEntity.created(URI.create("/api/projects/sessions/" + id)),
                        sheet.version())
                .body(sheet);
    }

    private static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    @GetMapping
    Page<Convening.Sheet> sessions(
            @RequestParam(required = false) @Nullable Boolean running,
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor,
            Locale locale) {
        int size = Page.limit(limit);
        return Page.of(
                convening.list(
                        actor,
                        new Convening.Filter(
                                Boolean.TRUE.equals(running),
                                project,
                                Cursor.idOf(after),
                                size + 1),
                        locale),
                size,
                sheet -> Cursor.of(sheet.id()));
    }

    @GetMapping("/{session}")
    ResponseEntity<Convening.Sheet> session(
            @PathVariable UUID session, Actor actor, Locale locale) {
        Convening.Sheet sheet = convening.session(actor, session, locale);
        return EntityTags.tag(ResponseEntity.ok(), sheet.version()).body(sheet);
    }

    @PostMapping("/{session}/acts")
    ResponseEntity<Convening.Sheet> act(
            @PathVariable UUID session,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SessionStep request,
            Actor actor,
            Locale locale) {
        long version = convening.session(actor, session, locale).version();
        EntityTags.check(ifMatch, version);
        convening.act(
                actor,
                session,
                ifMatch != null && ifMatch.strip().equals("*") ? -1 : version,
                new Convening.Act(
                        request.step(),
                        all(request.suits()),
                        all(request.proposals()),
                        request.at(),
                        request.verdict(),
                        all(request.points()),
                        all(request.staying()),
                        request.department(),
                        request.text()));
        return session(session, actor, locale);
    }

    /** {@code If-Match} names the version of the point. */
    @PostMapping("/{session}/points/{point}/moves")
    ResponseEntity<Convening.Sheet> move(
            @PathVariable UUID session,
            @PathVariable UUID point,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SessionPointMove request,
            Actor actor,
            Locale locale) {
        long version =
                convening.session(actor, session, locale).points().stream()
                        .filter(it -> it.id().equals(point))
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("session-point-unknown"))
                        .version();
        EntityTags.check(ifMatch, version);
        convening.move(
                actor,
                session,
                point,
                ifMatch != null && ifMatch.strip().equals("*") ? -1 : version,
                new Convening.PointMove(
                        request.move(), request.file(), request.due(), request.text()));
        return session(session, actor, locale);
    }

    @GetMapping("/{session}/files/{file}")
    ResponseEntity<?> file(@PathVariable UUID session, @PathVariable UUID file, Actor actor) {
        return Downloads.of(convening.paper(actor, session, file));
    }
}

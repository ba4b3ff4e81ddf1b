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
import org.xiangmuzhang.steward.port.in.Closing;
import org.xiangmuzhang.steward.port.in.KeepingDiary;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The diary of service of a project, and its end. */
@RestController
@RequestMapping("/api/projects/{id}")
class DiaryController {

    private final KeepingDiary diary;
    private final Closing closing;
    private final Watching watching;
    private final Clock clock;

    DiaryController(KeepingDiary diary, Closing closing, Watching watching, Clock clock) {
        this.diary = diary;
        this.closing = closing;
        this.watching = watching;
        this.clock = clock;
    }

    /**
     * Kind: VISIT, ADVICE, EARLY, RECEPTION, CLOUD; place: ENTERPRISE, SITE, OFFICE, HALL, ONLINE;
     * condition: what was advised is a condition of the item.
     */
    record Note(
            String kind,
            String place,
            @Nullable String item,
            @Nullable Boolean condition,
            LocalDate on,
            String text) {}

    /** Outcome: FINISHED or ABANDONED; received: items of which owed materials have come. */
    record End(String outcome, @Nullable List<String> received, String reason) {}

    @GetMapping("/diary")
    Page<KeepingDiary.Entry> diary(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 1);
        return Page.of(
                diary.diary(actor, id, item, from == null ? null : from.id(0), size + 1),
                size,
                entry -> Cursor.of(entry.id()));
    }

    @PostMapping("/diary")
    Page<KeepingDiary.Entry> write(@PathVariable UUID id, @RequestBody Note request, Actor actor) {
        diary.write(
                actor,
                id,
                new KeepingDiary.Note(
                        Ids.next(clock),
                        request.kind(),
                        request.place(),
                        request.item(),
                        request.condition() != null && request.condition(),
                        request.on(),
                        request.text()));
        return diary(id, null, null, null, actor);
    }

    /** What is open before the project may be closed. */
    @GetMapping("/closing")
    ResponseEntity<Closing.Prospect> prospect(@PathVariable UUID id, Actor actor) {
        return answer(actor, id);
    }

    @PostMapping("/closing")
    ResponseEntity<Closing.Prospect> close(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody End request,
            Actor actor) {
        closing.close(
                actor,
                id,
                Decided.on(watching, actor, id, ifMatch),
                request.outcome(),
                request.received() == null ? List.of() : request.received(),
                request.reason());
        return answer(actor, id);
    }

    private ResponseEntity<Closing.Prospect> answer(Actor actor, UUID id) {
        Closing.Prospect prospect = closing.prospect(actor, id);
        return EntityTags.tag(ResponseEntity.ok(), prospect.version()).body(prospect);
    }
}

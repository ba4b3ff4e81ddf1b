package org.xiangmuzhang.intake.adapter.in.rest;

import static org.xiangmuzhang.rest.RequestFields.present;

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
import org.xiangmuzhang.intake.port.in.CheckSheet;
import org.xiangmuzhang.intake.port.in.Checking;
import org.xiangmuzhang.intake.port.in.Reviewing;
import org.xiangmuzhang.intake.port.in.Reviewing.ReviewLine;
import org.xiangmuzhang.intake.port.in.RuleAccuracy;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What rules say before a person looks, how right they were, and the sample of their decisions. */
@RestController
@RequestMapping("/api/intake")
class ChecksController {

    private final Checking checking;
    private final Reviewing reviewing;
    private final Clock clock;

    ChecksController(Checking checking, Reviewing reviewing, Clock clock) {
        this.checking = checking;
        this.reviewing = reviewing;
        this.clock = clock;
    }

    /** Checks what would be submitted; keeps nothing of it. */
    @PostMapping("/checks")
    CheckSheet check(@RequestBody Requests.Submission request, Actor actor) {
        return checking.check(request.command(Ids.next(clock), actor), actor);
    }

    @GetMapping("/applications/{id}/check")
    CheckSheet checkOf(@PathVariable UUID id, Actor actor) {
        return checking.of(id, actor).orElseThrow(() -> Refusal.notFound("not-checked", id));
    }

    @GetMapping("/rule-accuracy")
    List<RuleAccuracy> accuracy(
            @RequestParam(required = false) @Nullable String department, Actor actor) {
        return checking.accuracy(department, actor);
    }

    /** What waits, or with {@code reviewed} what was looked at; {@code right} as it was found. */
    @GetMapping("/rule-decisions")
    Page<ReviewLine> sample(
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(defaultValue = "false") boolean reviewed,
            @RequestParam(required = false) @Nullable Boolean right,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 1);
        return Page.of(
                reviewing.sample(
                        department,
                        reviewed,
                        right,
                        from == null ? null : from.id(0),
                        size + 1,
                        actor),
                size,
                line -> Cursor.of(line.task()));
    }

    @GetMapping("/rule-decisions/{id}")
    ResponseEntity<ReviewLine> sampled(@PathVariable UUID id, Actor actor) {
        return answer(reviewing.sampled(id, actor));
    }

    @PostMapping("/rule-decisions/{id}/review")
    ResponseEntity<ReviewLine> review(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Review request,
            Actor actor) {
        return answer(
                reviewing.review(
                        id,
                        present(request.right(), "/right"),
                        present(request.reason(), "/reason"),
                        version -> EntityTags.check(ifMatch, version),
                        actor));
    }

    private static ResponseEntity<ReviewLine> answer(ReviewLine line) {
        return EntityTags.tag(ResponseEntity.ok(), line.version()).body(line);
    }
}

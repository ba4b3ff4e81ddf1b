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
import org.xiangmuzhang.intake.port.in.FollowingUp;
import org.xiangmuzhang.intake.port.in.ObligationFilter;
import org.xiangmuzhang.intake.port.in.ObligationSheet;
import org.xiangmuzhang.intake.port.in.PromiseWords;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Owed materials and promises. */
@RestController
@RequestMapping("/api/intake")
class ObligationsController {

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final FollowingUp followingUp;

    ObligationsController(FollowingUp followingUp) {
        this.followingUp = followingUp;
    }

    /** The words that are promised; a region that is left out is that of the caller's post. */
    @GetMapping("/promise-text")
    PromiseWords text(@RequestParam(required = false) @Nullable String region, Actor actor) {
        return followingUp.text(region == null ? actor.region() : new Region(region));
    }

    @GetMapping("/obligations")
    Page<ObligationSheet> obligations(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 2);
        return Page.of(
                followingUp.obligations(
                        new ObligationFilter(
                                state,
                                from == null
                                        ? null
                                        : new ObligationFilter.Place(from.date(0), from.id(1))),
                        size + 1,
                        actor),
                size,
                one -> Cursor.of(Objects.requireNonNullElse(one.due(), LAST), one.id()));
    }

    @GetMapping("/obligations/{id}")
    ResponseEntity<ObligationSheet> obligation(@PathVariable UUID id, Actor actor) {
        return answer(followingUp.obligation(id, actor));
    }

    @PostMapping("/obligations/{id}/arrival")
    ResponseEntity<ObligationSheet> arrive(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) Requests.@Nullable Arrival request,
            Actor actor) {
        return answer(
                followingUp.arrive(
                        id, request == null ? null : request.file(), seen(ifMatch), actor));
    }

    @PostMapping("/obligations/{id}/verification")
    ResponseEntity<ObligationSheet> verify(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Verification request,
            Actor actor) {
        return answer(
                followingUp.verify(
                        id,
                        present(request.kept(), "/kept"),
                        present(request.remark(), "/remark"),
                        seen(ifMatch),
                        actor));
    }

    @PostMapping("/obligations/{id}/settlement")
    ResponseEntity<ObligationSheet> settle(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Settling request,
            Actor actor) {
        return answer(
                followingUp.settle(
                        id,
                        present(request.outcome(), "/outcome"),
                        request.until(),
                        present(request.reason(), "/reason"),
                        seen(ifMatch),
                        actor));
    }

    private static ResponseEntity<ObligationSheet> answer(ObligationSheet sheet) {
        return EntityTags.tag(ResponseEntity.ok(), sheet.version()).body(sheet);
    }

    private static Seen seen(@Nullable String ifMatch) {
        return version -> EntityTags.check(ifMatch, version);
    }
}

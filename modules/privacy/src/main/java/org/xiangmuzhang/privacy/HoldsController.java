package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.privacy.JdbcHolds.Hold;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.net.URI;
import java.util.UUID;

/** Legal holds: the supervisor places and lifts them. */
@RestController
@RequestMapping("/api/privacy/holds")
class HoldsController {

    private final PlacingHolds holds;

    HoldsController(PlacingHolds holds) {
        this.holds = holds;
    }

    /**
     * What is to be kept.
     *
     * @param number a project's code, an application's number, a person's id or login
     */
    record NewHold(HeldKind kind, String number, String reason) {}

    /** Which hold was placed. */
    record Placed(UUID id) {}

    /** Why it is lifted. */
    record Lifting(String reason) {}

    @GetMapping
    Page<Hold> all(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return holds.all(actor, Cursor.parse(after, 1), Page.limit(limit));
    }

    @PostMapping
    ResponseEntity<Placed> place(@RequestBody NewHold hold, Actor actor) {
        UUID id = holds.place(actor, hold.kind(), hold.number(), hold.reason());
        return ResponseEntity.created(URI.create("/api/privacy/holds")).body(new Placed(id));
    }

    @PostMapping("/{id}/lifting")
    void lift(@PathVariable UUID id, @RequestBody Lifting lifting, Actor actor) {
        holds.lift(actor, id, lifting.reason());
    }
}

package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.privacy.ErasingPeople.Ground;
import org.xiangmuzhang.privacy.SeeingPeople.Seen;
import org.xiangmuzhang.privacy.SeeingPeople.Told;
import org.xiangmuzhang.privacy.WhatIsKept.Kept;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.UUID;

/** People masked and in full, what is kept about them, and erasing them. */
@RestController
@RequestMapping("/api/privacy")
class PeopleController {

    private final SeeingPeople seeing;
    private final WhatIsKept kept;
    private final ErasingPeople erasing;
    private final ChangingPhones phones;
    private final CorrectingNames names;

    PeopleController(
            SeeingPeople seeing,
            WhatIsKept kept,
            ErasingPeople erasing,
            ChangingPhones phones,
            CorrectingNames names) {
        this.seeing = seeing;
        this.kept = kept;
        this.erasing = erasing;
        this.phones = phones;
        this.names = names;
    }

    /** Why somebody must be seen in full; under a mandate none is needed. */
    record View(@Nullable String reason) {}

    /** Why somebody's data is handed out. */
    record HandingOut(String reason) {}

    /**
     * One's own phone.
     *
     * @param phone null to have none
     */
    record OwnPhone(@Nullable String phone) {}

    /**
     * Somebody else's phone, and why.
     *
     * @param phone null to have none
     */
    record PhoneChange(@Nullable String phone, String reason) {}

    /** Somebody else's right name, and why. */
    record NameCorrection(String name, String reason) {}

    /** On what ground somebody is erased, and why. */
    record Erasure(Ground ground, String reason) {}

    @GetMapping("/me")
    Kept me(Actor actor) {
        return kept.own(actor);
    }

    @PostMapping("/me/phone")
    Seen ownPhone(@RequestBody OwnPhone it, Actor actor) {
        phones.own(actor, it.phone());
        return seeing.masked(actor, actor.person());
    }

    @GetMapping("/people/{id}")
    Seen person(@PathVariable UUID id, Actor actor) {
        return seeing.masked(actor, id);
    }

    @PostMapping("/people/{id}/full-views")
    Seen inFull(@PathVariable UUID id, @RequestBody View view, Actor actor) {
        return seeing.inFull(actor, id, view.reason());
    }

    @PostMapping("/people/{id}/export")
    Kept handOut(@PathVariable UUID id, @RequestBody HandingOut handing, Actor actor) {
        return kept.handedOut(actor, id, handing.reason());
    }

    @PostMapping("/people/{id}/phone")
    Seen phone(@PathVariable UUID id, @RequestBody PhoneChange it, Actor actor) {
        phones.of(actor, id, it.phone(), it.reason());
        return seeing.masked(actor, id);
    }

    @PostMapping("/people/{id}/name")
    Seen name(@PathVariable UUID id, @RequestBody NameCorrection it, Actor actor) {
        names.of(actor, id, it.name(), it.reason());
        return seeing.masked(actor, id);
    }

    @PostMapping("/people/{id}/erasure")
    void erase(@PathVariable UUID id, @RequestBody Erasure erasure, Actor actor) {
        erasing.erase(actor, id, erasure.ground(), erasure.reason());
    }

    @GetMapping("/full-views")
    Page<Told> fullViews(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return seeing.all(actor, Cursor.parse(after, 1), Page.limit(limit));
    }
}

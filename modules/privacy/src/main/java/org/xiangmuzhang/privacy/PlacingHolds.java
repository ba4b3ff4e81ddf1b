package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.MattersOfPeople;
import org.xiangmuzhang.parties.privacy.MattersOfPeople.Found;
import org.xiangmuzhang.privacy.JdbcHolds.Hold;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.time.Clock;
import java.util.UUID;

/** The supervisor of a place has something kept, whatever rule would have it removed. */
@Component
@Transactional
class PlacingHolds {

    private final JdbcHolds holds;
    private final KnownPeople known;
    private final ObjectProvider<MattersOfPeople> matters;
    private final Remarks remarks;
    private final Clock clock;

    PlacingHolds(
            JdbcHolds holds,
            KnownPeople known,
            ObjectProvider<MattersOfPeople> matters,
            Remarks remarks,
            Clock clock) {
        this.holds = holds;
        this.known = known;
        this.matters = matters;
        this.remarks = remarks;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Page<Hold> all(Actor actor, @Nullable Cursor after, int limit) {
        actor.mustBe(Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR);
        return Page.of(
                holds.before(after == null ? null : after.id(0), limit + 1),
                limit,
                hold -> Cursor.of(hold.id()));
    }

    /**
     * Places a hold; refuses with {@code held-unknown} and {@code hold-stands-already}.
     *
     * @param number a project's code, an application's number, a person's id or login
     */
    UUID place(Actor actor, HeldKind kind, String number, String reason) {
        actor.mustBe(Role.SUPERVISOR);
        Found found = kind == HeldKind.PERSON ? person(actor, number) : matter(actor, kind, number);
        holds.waitFor(found.id());
        if (kind == HeldKind.PERSON && known.of(actor, found.id()).person() == null) {
            throw unknown();
        }
        Hold hold =
                new Hold(
                        Ids.next(clock),
                        found.region(),
                        actor.region(),
                        kind,
                        found.id(),
                        found.number(),
                        remarks.write(actor.region(), actor.person(), reason, "/reason"),
                        actor.person(),
                        clock.instant(),
                        null,
                        null,
                        null);
        holds.place(hold);
        return hold.id();
    }

    private Found person(Actor actor, String number) {
        UUID id;
        try {
            id = UUID.fromString(number.strip());
        } catch (IllegalArgumentException login) {
            id = byLogin(actor, number);
        }
        try {
            known.of(actor, id);
        } catch (Refusal refusal) {
            throw unknown();
        }
        return new Found(id, actor.region(), id.toString());
    }

    private UUID byLogin(Actor actor, String login) {
        try {
            return known.byLogin(actor, login);
        } catch (Refusal refusal) {
            throw unknown();
        }
    }

    private Found matter(Actor actor, HeldKind kind, String number) {
        return Sight.ALL
                .during(
                        () ->
                                matters.stream()
                                        .flatMap(one -> one.find(kind, number.strip()).stream())
                                        .findFirst())
                .filter(found -> known.reaches(actor, found.region()))
                .orElseThrow(PlacingHolds::unknown);
    }

    /** Whether the actor may lift it: one of its own place, or of a place below. */
    boolean mayLift(Actor actor, Hold hold) {
        return actor.role() == Role.SUPERVISOR && known.reaches(actor, hold.authority());
    }

    /**
     * Lifts a hold; refuses with {@code hold-unknown}, {@code hold-of-another-authority} and {@code
     * hold-lifted-already}.
     */
    void lift(Actor actor, UUID id, String reason) {
        actor.mustBe(Role.SUPERVISOR);
        Hold hold = holds.byId(id).orElseThrow(() -> Refusal.notFound("hold-unknown"));
        if (!mayLift(actor, hold)) {
            throw Refusal.forbidden("hold-of-another-authority", hold.authority().code());
        }
        UUID why = remarks.write(actor.region(), actor.person(), reason, "/reason");
        if (!holds.lift(id, why, actor.person(), clock.instant())) {
            throw Refusal.conflict("hold-lifted-already");
        }
    }

    private static Refusal unknown() {
        return Refusal.invalid("held-unknown", "/number");
    }
}

package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.privacy.JdbcFullViews.Kind;
import org.xiangmuzhang.privacy.KnownPeople.Known;

import java.util.UUID;
import java.util.regex.Pattern;

/** Phones, changed by whose they are, and by an administrator for a reason that is kept. */
@Component
@Transactional
class ChangingPhones {

    /** Mobile or fixed, with or without country and area. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9](?:[ -]?[0-9]){5,18}");

    private final KnownPeople known;
    private final SeeingPeople seeing;
    private final People people;

    ChangingPhones(KnownPeople known, SeeingPeople seeing, People people) {
        this.known = known;
        this.seeing = seeing;
        this.people = people;
    }

    /** One's own; null takes it away. Refuses with {@code phone-form}. */
    void own(Actor actor, @Nullable String phone) {
        mustBePhone(phone);
        change(known.of(actor, actor.person()), phone);
    }

    /**
     * Somebody's within reach. Refuses with {@code phone-of-oneself}, {@code phone-form}, {@code
     * person-not-known}, {@code person-erased-already}, {@code person-of-another-place} and {@code
     * full-view-reason}.
     */
    void of(Actor actor, UUID person, @Nullable String phone, String reason) {
        actor.mustBe(Role.ADMINISTRATOR);
        if (person.equals(actor.person())) {
            throw Refusal.forbidden("phone-of-oneself");
        }
        mustBePhone(phone);
        Known found = known.of(actor, person);
        found.present();
        known.mustStandWithinReach(actor, person);
        seeing.note(actor, found, Kind.PHONE, reason);
        change(found, phone);
    }

    private void change(Known found, @Nullable String phone) {
        found.present();
        Sight.ALL.during(
                () -> {
                    people.changePhone(found.id(), phone);
                    return null;
                });
    }

    private static void mustBePhone(@Nullable String phone) {
        if (phone != null && !PHONE.matcher(phone).matches()) {
            throw Refusal.invalid("phone-form", "/phone");
        }
    }
}

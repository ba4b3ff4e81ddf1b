package org.xiangmuzhang.privacy;

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

/** Names of people, corrected by an administrator for a reason that is kept. */
@Component
@Transactional
class CorrectingNames {

    private static final int LONGEST = 100;

    private final KnownPeople known;
    private final SeeingPeople seeing;
    private final People people;

    CorrectingNames(KnownPeople known, SeeingPeople seeing, People people) {
        this.known = known;
        this.seeing = seeing;
        this.people = people;
    }

    /**
     * Of somebody within reach. Refuses with {@code name-of-oneself}, {@code person-line}, {@code
     * person-not-known}, {@code person-erased-already}, {@code person-of-another-place} and {@code
     * full-view-reason}.
     */
    void of(Actor actor, UUID person, String name, String reason) {
        actor.mustBe(Role.ADMINISTRATOR);
        if (person.equals(actor.person())) {
            throw Refusal.forbidden("name-of-oneself");
        }
        String line = name.strip();
        if (line.isEmpty()
                || line.length() > LONGEST
                || line.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("person-line", "/name", LONGEST);
        }
        Known found = known.of(actor, person);
        found.present();
        known.mustStandWithinReach(actor, person);
        seeing.note(actor, found, Kind.NAME, reason);
        Sight.ALL.during(
                () -> {
                    people.rename(person, line);
                    return null;
                });
    }
}

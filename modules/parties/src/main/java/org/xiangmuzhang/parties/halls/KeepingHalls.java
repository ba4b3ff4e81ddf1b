package org.xiangmuzhang.parties.halls;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Jurisdictions;

import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The halls of a place are brought as a whole list by its administrator. */
@Component
@Transactional
class KeepingHalls {

    private final JdbcHalls halls;
    private final ObjectProvider<Jurisdictions> jurisdictions;
    private final Clock clock;

    KeepingHalls(JdbcHalls halls, ObjectProvider<Jurisdictions> jurisdictions, Clock clock) {
        this.halls = halls;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Hall> of(Actor actor, Region place) {
        actor.mustBe(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR, Role.CLERK);
        mustReach(actor, place);
        return halls.of(place);
    }

    /** Takes the whole list; a hall in which clerks stand does not go. */
    List<Hall> replace(Actor actor, Region place, String list) {
        actor.mustBe(Role.ADMINISTRATOR);
        mustReach(actor, place);
        Jurisdictions known = jurisdictions.getIfAvailable();
        if (known != null && known.place(place) == null) {
            throw Refusal.invalid("post-place-unknown", "/region", place.code());
        }
        List<Hall> brought = HallList.read(list);
        Set<String> before = HallList.codes(halls.of(place));
        Set<String> after = HallList.codes(brought);
        List<String> left =
                halls.staffed(place, WorkingDays.today(clock)).stream()
                        .filter(hall -> before.contains(hall) && !after.contains(hall))
                        .toList();
        if (!left.isEmpty()) {
            throw Refusal.conflict("hall-staffed", String.join(", ", left));
        }
        halls.replace(place, brought);
        return halls.of(place);
    }

    private void mustReach(Actor actor, Region place) {
        Jurisdictions known = jurisdictions.getIfAvailable();
        Set<Region> reached = known == null ? Set.of(actor.region()) : known.of(actor);
        if (!reached.isEmpty() && !reached.contains(place)) {
            throw Refusal.forbidden("post-of-another-place", place.code());
        }
    }
}

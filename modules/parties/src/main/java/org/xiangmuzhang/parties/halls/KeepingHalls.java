package org.xiangmuzhang.parties.halls;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.HoursOfHalls;
import org.xiangmuzhang.parties.Jurisdictions;
import org.xiangmuzhang.parties.Reach;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The halls of a place are brought as a whole list by its administrator. */
@Component
@Transactional
class KeepingHalls {

    private final JdbcHalls halls;
    private final ObjectProvider<HoursOfHalls> hours;
    private final ObjectProvider<Jurisdictions> jurisdictions;
    private final Reach reach;
    private final Clock clock;

    KeepingHalls(
            JdbcHalls halls,
            ObjectProvider<HoursOfHalls> hours,
            ObjectProvider<Jurisdictions> jurisdictions,
            Reach reach,
            Clock clock) {
        this.halls = halls;
        this.hours = hours;
        this.jurisdictions = jurisdictions;
        this.reach = reach;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Hall> of(Actor actor, Region place) {
        actor.mustBe(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR, Role.CLERK);
        mustReach(actor, place);
        return halls.of(place);
    }

    /** When each of the halls serves on a day, by its code; without a day today. */
    @Transactional(readOnly = true)
    Map<String, List<HoursOfHalls.Span>> hours(
            Region place, List<Hall> of, @Nullable LocalDate day) {
        LocalDate on = day == null ? WorkingDays.today(clock) : day;
        HoursOfHalls known = hours.getIfAvailable();
        return of.stream()
                .collect(
                        Collectors.toMap(
                                Hall::code,
                                hall ->
                                        known == null
                                                ? List.of()
                                                : known.of(place, hall.code(), on)));
    }

    /** Takes the whole list; a hall in which clerks stand does not go. */
    List<Hall> replace(Actor actor, Region place, String list) {
        actor.mustBe(Role.ADMINISTRATOR);
        mustReach(actor, place);
        Jurisdictions places = jurisdictions.getIfAvailable();
        if (places != null && places.place(place) == null) {
            throw Refusal.invalid("post-place-unknown", "/region", place.code());
        }
        List<Hall> brought = HallList.read(list);
        List<Hall> known = halls.of(place);
        LocalDate today = WorkingDays.today(clock);
        mustStay(
                "hall-staffed",
                halls.staffed(place, today),
                HallList.codes(known),
                HallList.codes(brought));
        mustStay(
                "window-staffed",
                halls.staffedWindows(place, today),
                HallList.windows(known),
                HallList.windows(brought));
        halls.replace(place, brought);
        return halls.of(place);
    }

    private static void mustStay(
            String rule, List<String> staffed, Set<String> before, Set<String> after) {
        List<String> left =
                staffed.stream().filter(it -> before.contains(it) && !after.contains(it)).toList();
        if (!left.isEmpty()) {
            throw Refusal.conflict(rule, String.join(", ", left));
        }
    }

    private void mustReach(Actor actor, Region place) {
        if (!reach.covers(actor, place)) {
            throw Refusal.forbidden("post-of-another-place", place.code());
        }
    }
}

package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a person may do, where, and for how long; a person holds any number of posts.
 *
 * @param department department code of an official's post, else null
 * @param enterprise the enterprise an applicant acts for, else null
 * @param hall the service hall of a clerk's post, else null
 * @param window the window of that hall at which the clerk sits, else null
 * @param from first day on which it counts
 * @param to last day on which it counts, or null for no end
 * @param inPlaceOf whose post it is, when the person is only a substitute in it, else null; the id
 *     is then the substitution's
 */
public record Post(
        UUID id,
        UUID person,
        Role role,
        Region region,
        @Nullable String department,
        @Nullable UUID enterprise,
        @Nullable String hall,
        @Nullable String window,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID inPlaceOf) {

    public Post {
        if (to != null && to.isBefore(from)) {
            throw Refusal.invalid("post-ends-before-it-begins", "/to", from, to);
        }
        if (role == Role.APPLICANT && enterprise == null) {
            throw Refusal.invalid("applicant-without-enterprise", "/enterprise");
        }
        if (window != null && hall == null) {
            throw Refusal.invalid("post-window-without-hall", "/window");
        }
    }

    /** A post of one's own at no window in particular. */
    public Post(
            UUID id,
            UUID person,
            Role role,
            Region region,
            @Nullable String department,
            @Nullable UUID enterprise,
            @Nullable String hall,
            LocalDate from,
            @Nullable LocalDate to) {
        this(id, person, role, region, department, enterprise, hall, null, from, to, null);
    }

    /** The person acting in this post. */
    public Actor actor() {
        return new Actor(person, role, region, department, enterprise, inPlaceOf);
    }
}

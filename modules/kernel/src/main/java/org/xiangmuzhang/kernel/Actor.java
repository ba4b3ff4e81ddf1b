package org.xiangmuzhang.kernel;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Someone acting in one post. Carries ids only, so that it may stand in an event's metadata.
 *
 * @param person the person, or the all-zero id for the platform itself
 * @param role what the post allows
 * @param region where the post is
 * @param department department code of an official's post, else null
 * @param enterprise the enterprise an applicant acts for, else null
 * @param inPlaceOf whose post it is, when the person is a substitute in it, else null
 */
public record Actor(
        UUID person,
        Role role,
        Region region,
        @Nullable String department,
        @Nullable UUID enterprise,
        @Nullable UUID inPlaceOf) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** Somebody acting in a post of one's own. */
    public Actor(
            UUID person,
            Role role,
            Region region,
            @Nullable String department,
            @Nullable UUID enterprise) {
        this(person, role, region, department, enterprise, null);
    }

    /**
     * Whose matters the actor may go on with: the person's own, or those of whom it substitutes.
     * Who did something is the {@link #person}, and rules of a second person ask for that.
     */
    public UUID holder() {
        return inPlaceOf == null ? person : inPlaceOf;
    }

    /** The platform acting by itself in a region. */
    public static Actor system(Region region) {
        return new Actor(NOBODY, Role.SYSTEM, region, null, null);
    }

    /** Refuses unless the actor holds one of these roles. */
    public void mustBe(Role... allowed) {
        for (Role role : allowed) {
            if (this.role == role) {
                return;
            }
        }
        throw Refusal.forbidden("role-may-not", this.role.name());
    }
}

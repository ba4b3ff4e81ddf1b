package org.xiangmuzhang.supervision.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.supervision.domain.WatchedTask;

/** Who may look at what: an enterprise its own, a department its own, others what they reach. */
@Component("supervision.watchers")
class Watchers {

    private final Regions regions;

    Watchers(Regions regions) {
        this.regions = regions;
    }

    boolean maySee(Actor actor, WatchedTask task) {
        return switch (actor.role()) {
            case APPLICANT -> task.enterprise().equals(actor.enterprise());
            case INTERMEDIARY, CATALOG_EDITOR -> false;
            case APPROVER, HEAD ->
                    regions.reaches(actor, task.region())
                            && task.department().equals(actor.department());
            default -> regions.reaches(actor, task.region());
        };
    }

    /** The department whose warnings the actor sees, or null for all of the region. */
    static @Nullable String departmentOf(Actor actor) {
        if (actor.role() != Role.APPROVER && actor.role() != Role.HEAD) {
            actor.mustBe(Role.SUPERVISOR, Role.LEADER, Role.AUDITOR);
            return null;
        }
        if (actor.department() == null) {
            throw Refusal.forbidden("role-may-not", actor.role().name());
        }
        return actor.department();
    }
}

package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.port.out.ProjectLog;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.util.UUID;

/** Who may see a project, and who may decide about it. */
@Component("steward.access")
class Access {

    /** Decided on whatever version there is ({@code If-Match: *}). */
    private static final long ANY = -1;

    private final ProjectRegister register;
    private final ProjectLog log;
    private final Regions regions;

    Access(ProjectRegister register, ProjectLog log, Regions regions) {
        this.register = register;
        this.log = log;
        this.regions = regions;
    }

    /** Refuses with {@code project-unknown} what the actor may not even know of. */
    ProjectView visible(Actor actor, UUID project) {
        return register.byId(project)
                .filter(found -> mayKnow(actor, found))
                .orElseThrow(() -> Refusal.notFound("project-unknown"));
    }

    /**
     * Holds the project for a decision that was made on this version of it; refuses with {@code
     * project-closed}.
     */
    Dossier held(UUID project, long version) {
        register.hold(project);
        Dossier dossier = log.now(project).orElseThrow(() -> Refusal.notFound("project-unknown"));
        dossier.charge().mustBeOpen();
        if (version != ANY && dossier.version() != version) {
            throw Refusal.conflict("project-changed-meanwhile");
        }
        return dossier;
    }

    /** Keeps the project open for the transaction; refuses with {@code project-closed}. */
    void mustStayOpen(UUID project) {
        register.openStill(project);
    }

    private boolean mayKnow(Actor actor, ProjectView project) {
        return switch (actor.role()) {
            case APPLICANT -> project.enterprise().equals(actor.enterprise());
            case INTERMEDIARY, CATALOG_EDITOR -> false;
            default -> regions.reaches(actor, project.region());
        };
    }

    /** Whether the actor is a steward, but of other projects only. */
    static boolean isAnothersSteward(Actor actor, @Nullable UUID steward) {
        return actor.role() == Role.STEWARD && !actor.holder().equals(steward);
    }

    /** Only the project's own steward may go on. */
    static void mustBeItsSteward(Actor actor, ProjectView project) {
        actor.mustBe(Role.STEWARD);
        if (isAnothersSteward(actor, project.steward())) {
            throw Refusal.forbidden("not-the-projects-steward");
        }
    }

    void mustReach(Actor actor, Region region) {
        if (!regions.reaches(actor, region)) {
            throw Refusal.forbidden("region-not-yours", region.code());
        }
    }
}

package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.port.in.Fetching;
import org.xiangmuzhang.steward.port.out.ProjectLog;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The papers of a project: which may be handed in for it, and who gets to read them. */
@Component("steward.papers")
class Papers implements Fetching {

    private final Access access;
    private final ProjectLog log;
    private final Files files;

    Papers(Access access, ProjectLog log, Files files) {
        this.access = access;
        this.log = log;
        this.files = files;
    }

    /** Refuses a file that is neither the enterprise's nor the actor's own. */
    void mustBeUsable(UUID file, Actor actor, ProjectView project, String pointer) {
        files.byId(file)
                .filter(stored -> stored.mayBeUsedBy(actor, project.enterprise()))
                .orElseThrow(() -> Refusal.invalid("file-unknown", pointer));
        files.use(List.of(file));
    }

    @Override
    @Transactional(readOnly = true)
    public Paper paper(Actor actor, UUID project, UUID file) {
        access.visible(actor, project);
        StoredFile stored =
                log.now(project)
                        .filter(
                                dossier ->
                                        isConfidential(dossier, file)
                                                ? mayReadReasons(dossier, actor)
                                                : isProof(dossier, file))
                        .flatMap(dossier -> files.byId(file))
                        .orElseThrow(() -> Refusal.notFound("file-unknown"));
        return new Paper(stored.name(), stored.mediaType(), stored.size(), files.open(file));
    }

    private static boolean isProof(Dossier dossier, UUID file) {
        return dossier.elsewhere().values().stream().anyMatch(it -> it.file().equals(file))
                || dossier.milestones().values().stream()
                        .anyMatch(it -> Objects.equals(it.proof(), file));
    }

    /**
     * A signed mandate carries names and signatures, a file of a take-over all reasons, also where
     * a decision names it as its proof.
     */
    private static boolean isConfidential(Dossier dossier, UUID file) {
        return dossier.charge().hasTakenOver(file)
                || dossier.mandates().stream()
                        .anyMatch(it -> Objects.equals(it.signed().file(), file));
    }

    /** Neither the departments, nor the stewards of other projects. */
    private static boolean mayReadReasons(Dossier dossier, Actor actor) {
        return switch (actor.role()) {
            case STEWARD -> !Access.isAnothersSteward(actor, dossier.steward());
            case APPLICANT, CLERK, SUPERVISOR, LEADER, AUDITOR -> true;
            default -> false;
        };
    }
}

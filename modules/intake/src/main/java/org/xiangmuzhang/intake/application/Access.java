package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.intake.domain.dossier.ApplicationHead;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.dossier.Waiver;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.spi.Mandates;
import org.xiangmuzhang.intake.spi.Mandates.Act;
import org.xiangmuzhang.intake.spi.Mandates.Deed;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who may see and who may act in an enterprise's name. */
@Component
class Access {

    private final ObjectProvider<Mandates> mandates;
    private final Regions regions;

    Access(ObjectProvider<Mandates> mandates, Regions regions) {
        this.mandates = mandates;
        this.regions = regions;
    }

    /**
     * The mandate under which a steward acts, or null when the enterprise acts for itself; refuses
     * everybody else.
     */
    @Nullable UUID mandateFor(Deed deed) {
        Actor actor = deed.actor();
        actor.mustBe(Role.APPLICANT, Role.STEWARD);
        if (actor.role() == Role.STEWARD) {
            Mandates known = mandates.getIfAvailable();
            if (known == null) {
                throw Refusal.forbidden("mandate-missing", deed.act().name());
            }
            return known.use(deed);
        }
        if (!deed.enterprise().equals(actor.enterprise())) {
            throw Refusal.forbidden("not-your-enterprise");
        }
        return null;
    }

    /** The same for something done with these items of an application. */
    void mandateFor(
            Act act, Actor actor, ApplicationHead head, Collection<Task> tasks, LocalDate today) {
        mandateFor(
                new Deed(
                        actor,
                        head.enterprise(),
                        head.project(),
                        act,
                        tasks.stream()
                                .map(task -> task.head().terms().code())
                                .collect(Collectors.toSet()),
                        head.id(),
                        today));
    }

    boolean sees(Actor actor, Dossier dossier, LocalDate today) {
        ApplicationHead head = dossier.application().head();
        return switch (actor.role()) {
            case APPLICANT -> head.enterprise().equals(actor.enterprise());
            case STEWARD -> isEntrusted(actor, head.enterprise(), head.project(), today);
            case CLERK, SUPERVISOR, LEADER, AUDITOR -> regions.reaches(actor, head.region());
            case APPROVER, HEAD -> dossier.tasks().stream().anyMatch(task -> sees(actor, task));
            case SYSTEM -> true;
            default -> false;
        };
    }

    /**
     * An official of a department sees its items only, and those only once they were accepted; its
     * head also those of the places below.
     */
    boolean sees(Actor actor, Task task) {
        boolean official = actor.role() == Role.APPROVER || actor.role() == Role.HEAD;
        return !official
                || regions.reaches(actor, task.head().region())
                        && task.head().terms().department().equals(actor.department())
                        && task.wasAccepted();
    }

    /** Whether a file was handed in for, or is the result of, something that the actor sees. */
    boolean mayRead(Actor actor, Dossier dossier, UUID file) {
        Waiver waiver = dossier.application().head().waiver();
        if (waiver != null
                && (file.equals(waiver.ownerPromise()) || file.equals(waiver.designPromise()))) {
            return true;
        }
        return dossier.tasks().stream()
                .filter(task -> sees(actor, task))
                .anyMatch(task -> dossier.filesOf(task).contains(file));
    }

    /** Whether any act of a mandate is open to this steward today. */
    boolean isEntrusted(Actor actor, UUID enterprise, @Nullable UUID project, LocalDate today) {
        return Arrays.stream(Act.values())
                .anyMatch(act -> covering(actor, enterprise, project, act, today).isPresent());
    }

    /** Whether a steward may do this today. */
    boolean mayAct(Actor actor, UUID enterprise, @Nullable UUID project, Act act, LocalDate today) {
        return covering(actor, enterprise, project, act, today).isPresent();
    }

    private Optional<UUID> covering(
            Actor actor, UUID enterprise, @Nullable UUID project, Act act, LocalDate today) {
        Mandates known = mandates.getIfAvailable();
        return known == null
                ? Optional.empty()
                : known.covering(actor.holder(), enterprise, project, act, today);
    }
}

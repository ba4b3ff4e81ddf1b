package org.xiangmuzhang.intake.application;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.domain.dossier.Application;
import org.xiangmuzhang.intake.domain.dossier.ApplicationHead;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.out.Dossiers;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Opens an application for whoever acts on it: only what the actor may see, on the version that was
 * seen, and accepted by silence first if the window let its time pass.
 */
@Component
class CaseFiles {

    private final Dossiers dossiers;
    private final Access access;
    private final Catalog catalog;
    private final Remarks remarks;
    private final Clock clock;
    private final ApplicationEventPublisher log;

    CaseFiles(
            Dossiers dossiers,
            Access access,
            Catalog catalog,
            Remarks remarks,
            Clock clock,
            ApplicationEventPublisher log) {
        this.dossiers = dossiers;
        this.access = access;
        this.catalog = catalog;
        this.remarks = remarks;
        this.clock = clock;
        this.log = log;
    }

    /** An item with the application it belongs to. */
    record Opened(Dossier dossier, Task task) {}

    LocalDate today() {
        return WorkingDays.today(clock);
    }

    WorkingDays calendar() {
        return catalog.calendar();
    }

    /** An application that the actor may see, as it stands. */
    Dossier visible(UUID application, Actor actor) {
        return dossiers.byId(application)
                .filter(found -> access.sees(actor, found, today()))
                .orElseThrow(() -> Refusal.notFound("application-unknown", application));
    }

    Dossier open(UUID application, Actor actor, Seen seen) {
        Dossier dossier = visible(application, actor);
        seen.check(dossier.application().version());
        return acceptedBySilence(dossier);
    }

    Opened openTask(UUID id, Actor actor, Seen seen) {
        Predicate<Dossier> visible =
                found -> access.sees(actor, found, today()) && access.sees(actor, found.task(id));
        Dossier dossier =
                dossiers.ofTask(id)
                        .filter(visible)
                        .orElseThrow(() -> Refusal.notFound("task-unknown", id));
        seen.check(dossier.task(id).snapshot().version());
        Dossier current = acceptedBySilence(dossier);
        return new Opened(current, current.task(id));
    }

    /** Keeps a text that somebody writes in an application. */
    UUID write(ApplicationHead application, Actor author, String text, String pointer) {
        UUID remark = remarks.write(application.region(), author.person(), text, pointer);
        dossiers.wrote(application, author.person(), remark);
        return remark;
    }

    /** Keeps an application with all its items, and tells what happened. */
    void keep(Dossier dossier, LoggedEvent happened) {
        dossiers.save(dossier.application());
        dossiers.save(dossier.tasks(), calendar());
        tell(happened);
    }

    /** Keeps an application of whose items nothing has changed. */
    void keep(Application application, LoggedEvent happened) {
        dossiers.save(application);
        tell(happened);
    }

    void keep(Task task, LoggedEvent happened) {
        dossiers.save(List.of(task), calendar());
        tell(happened);
    }

    void tell(LoggedEvent happened) {
        log.publishEvent(happened);
    }

    Dossier acceptedBySilence(Dossier dossier) {
        dossier.acceptBySilence(today(), calendar()).ifPresent(accepted -> keep(dossier, accepted));
        return dossier;
    }

    /** What others may see of an application that the actor has just worked on. */
    ApplicationView view(Dossier dossier, Actor actor) {
        return Views.application(dossier, task -> access.sees(actor, task), calendar());
    }
}

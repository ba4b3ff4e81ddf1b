package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.intake.api.OwedMaterials;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.domain.project.Mandate;
import org.xiangmuzhang.steward.domain.session.JointSession;
import org.xiangmuzhang.steward.events.HandoverPrepared.Obligation;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.port.out.Sessions;
import org.xiangmuzhang.steward.port.out.Tickets;
import org.xiangmuzhang.steward.spi.OpenPromises;
import org.xiangmuzhang.steward.spi.OpenPromises.Promise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is open in a project, for the pack that is handed over. */
@Component
class Obligations {

    private static final int NEXT = 5;

    /** An item in one of these states is not in anybody's hands any more. */
    private static final Set<String> SETTLED =
            Set.of("APPROVED", "REJECTED", "REVOKED", "WITHDRAWN", "TURNED_AWAY");

    private final Applications applications;
    private final Tickets tickets;
    private final Sessions sessions;
    private final ObjectProvider<OwedMaterials> materials;
    private final ObjectProvider<OpenPromises> promises;

    Obligations(
            Applications applications,
            Tickets tickets,
            Sessions sessions,
            ObjectProvider<OwedMaterials> materials,
            ObjectProvider<OpenPromises> promises) {
        this.applications = applications;
        this.tickets = tickets;
        this.sessions = sessions;
        this.materials = materials;
        this.promises = promises;
    }

    List<Obligation> open(Dossier dossier, LocalDate today) {
        UUID project = dossier.registered().project();
        List<Obligation> open = new ArrayList<>();
        List<ApplicationView> applications = applications(project);
        applications.forEach(one -> open.addAll(running(one)));
        open.addAll(owed(applications));
        dossier.mandates().stream()
                .filter(mandate -> mandate.revokedOn() == null)
                .map(Mandate::signed)
                .filter(signed -> !signed.until().isBefore(today))
                .map(it -> new Obligation("MANDATE", "", it.mandate(), it.until()))
                .forEach(open::add);
        dossier.elsewhere().values().stream()
                .filter(it -> it.verifiedOn() == null)
                .map(it -> new Obligation("UNVERIFIED", it.itemCode(), null, null))
                .sorted(Comparator.comparing(Obligation::code))
                .forEach(open::add);
        next(dossier).forEach(open::add);
        Sight.ALL.during(() -> tickets.openOf(project)).stream()
                .map(it -> new Obligation("TICKET", "", it.id(), it.due()))
                .forEach(open::add);
        open.addAll(together(project));
        promises(project).stream().map(Obligations::promise).forEach(open::add);
        return open;
    }

    /**
     * What is in the way of closing: items under way, owed materials but those received, promises
     * that block; of what is to be finished also items of the plan that nobody has begun, joint
     * sessions that are not over, and what these left open. Refuses with {@code
     * closing-received-unknown} what is not owed.
     */
    List<Obligation> blocking(Dossier dossier, boolean finished, Collection<String> received) {
        UUID project = dossier.registered().project();
        List<Obligation> blocking = new ArrayList<>();
        Set<String> running = new HashSet<>();
        List<ApplicationView> applications = applications(project);
        for (ApplicationView application : applications) {
            running(application).forEach(blocking::add);
            running(application).forEach(one -> running.add(one.code()));
        }
        List<Obligation> owed = owed(applications);
        mustBeOwed(received, owed);
        owed.stream().filter(one -> !received.contains(one.code())).forEach(blocking::add);
        PlanDrawn plan = dossier.plan();
        if (plan != null && finished) {
            plan.steps().stream()
                    .filter(PlanDrawn.Standing::isOpen)
                    .filter(step -> !running.contains(step.itemCode()))
                    .map(it -> new Obligation("PLANNED", it.itemCode(), null, it.latestFinish()))
                    .forEach(blocking::add);
        }
        if (finished) {
            blocking.addAll(together(project));
        }
        promises(project).stream()
                .filter(Promise::blocks)
                .map(Obligations::promise)
                .forEach(blocking::add);
        return blocking;
    }

    /** Joint sessions that are not over, and the open points of the others. */
    private List<Obligation> together(UUID project) {
        return Sight.ALL.during(
                () ->
                        Stream.concat(
                                        sessions.ofProject(project).stream()
                                                .filter(JointSession::isRunning)
                                                .map(
                                                        it ->
                                                                new Obligation(
                                                                        "SESSION",
                                                                        "",
                                                                        it.call().id(),
                                                                        it.opinionsBy())),
                                        sessions.openOf(project).stream()
                                                .map(
                                                        it ->
                                                                new Obligation(
                                                                        "POINT", "", it.id(),
                                                                        it.due())))
                                .toList());
    }

    /** Also what lies below the place that the caller's post reaches. */
    private List<ApplicationView> applications(UUID project) {
        return Sight.ALL.during(() -> applications.ofProject(project));
    }

    private static Obligation promise(Promise promise) {
        return new Obligation("PROMISE", "", promise.id(), promise.due());
    }

    private List<Promise> promises(UUID project) {
        return Sight.ALL.during(
                () -> promises.stream().flatMap(it -> it.of(project).stream()).toList());
    }

    private static List<Obligation> running(ApplicationView application) {
        return application.tasks().stream()
                .filter(task -> !SETTLED.contains(task.state()))
                .map(it -> new Obligation("ITEM", it.itemCode(), it.id(), due(it)))
                .toList();
    }

    private static @Nullable LocalDate due(TaskView task) {
        return task.promisedDue() == null ? task.statutoryDue() : task.promisedDue();
    }

    /** One by one, whatever became of the other items of an application. */
    private List<Obligation> owed(List<ApplicationView> applications) {
        List<UUID> tasks =
                applications.stream()
                        .flatMap(one -> one.tasks().stream())
                        .map(TaskView::id)
                        .toList();
        return Sight.ALL
                .during(() -> materials.stream().flatMap(it -> it.among(tasks).stream()).toList())
                .stream()
                .map(it -> new Obligation("OWED", it.itemCode(), it.task(), it.due()))
                .sorted(Comparator.comparing(Obligation::code))
                .toList();
    }

    /** So that there are no more codes than items that owe. */
    private static void mustBeOwed(Collection<String> received, List<Obligation> owed) {
        Set<String> codes = owed.stream().map(Obligation::code).collect(Collectors.toSet());
        received.stream()
                .filter(code -> !codes.contains(code))
                .map(String::valueOf)
                .findFirst()
                .ifPresent(
                        code -> {
                            throw Refusal.invalid("closing-received-unknown", "/received", code);
                        });
    }

    /** The first steps of the plan that nobody has begun. */
    private static List<Obligation> next(Dossier dossier) {
        PlanDrawn plan = dossier.plan();
        return plan == null
                ? List.of()
                : plan.steps().stream()
                        .filter(step -> step.state().equals("PLANNED"))
                        .sorted(
                                Comparator.comparing(PlanDrawn.Step::earliestStart)
                                        .thenComparing(PlanDrawn.Step::itemCode))
                        .limit(NEXT)
                        .map(it -> new Obligation("NEXT", it.itemCode(), null, it.latestFinish()))
                        .toList();
    }
}

package org.xiangmuzhang.intake.domain.dossier;

import org.jmolecules.ddd.annotation.Service;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.domain.task.Decision;
import org.xiangmuzhang.intake.domain.task.ItemTerms;
import org.xiangmuzhang.intake.domain.task.LegalClock;
import org.xiangmuzhang.intake.domain.task.PreApproval;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.domain.task.TaskState;
import org.xiangmuzhang.intake.events.ApplicationAccepted;
import org.xiangmuzhang.intake.events.ApplicationAccepted.StartedItem;
import org.xiangmuzhang.intake.events.ApplicationDelivered;
import org.xiangmuzhang.intake.events.ApplicationRectified;
import org.xiangmuzhang.intake.events.ApplicationRectified.RectifiedItem;
import org.xiangmuzhang.intake.events.ApplicationSubmitted;
import org.xiangmuzhang.intake.events.ApplicationSubmitted.SubmittedItem;
import org.xiangmuzhang.intake.events.ApplicationTurnedAway;
import org.xiangmuzhang.intake.events.ApplicationWithdrawn;
import org.xiangmuzhang.intake.events.CorrectionSupplied;
import org.xiangmuzhang.intake.events.MaterialsSupplied;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** An application together with its items: what happens to all of them at once. */
@Service
public record Dossier(Application application, List<Task> tasks) {

    public Dossier {
        tasks = List.copyOf(tasks);
    }

    /** The item with that id, which must be one of this application. */
    public Task task(UUID id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst().orElseThrow();
    }

    public ApplicationSubmitted submitted() {
        ApplicationHead head = application.head();
        return new ApplicationSubmitted(
                head.id(),
                head.region(),
                head.project(),
                head.enterprise(),
                head.number(),
                head.receivedOn(),
                head.mandate(),
                head.waiver() != null,
                tasks.stream()
                        .map(
                                task ->
                                        new SubmittedItem(
                                                task.id(),
                                                task.head().terms().code(),
                                                task.head().terms().version(),
                                                task.head().terms().department(),
                                                task.mode().name()))
                        .toList());
    }

    public ApplicationAccepted accept(UUID clerk, LocalDate today, WorkingDays calendar) {
        return accept(new Acceptance(today, clerk, null, null), calendar);
    }

    /** Accepted by a clerk, perhaps at a window. */
    public ApplicationAccepted accept(Acceptance how, WorkingDays calendar) {
        return start(application.accept(how), how.acceptedOn(), calendar);
    }

    /** Accepted on receipt, because the rules cover everything. */
    public ApplicationAccepted acceptByRules(LocalDate today, WorkingDays calendar) {
        UUID platform = Actor.system(application.head().region()).person();
        return accept(new Acceptance(today, platform, null, null), calendar);
    }

    /** If the window was silent too long, the application counts as accepted when it was whole. */
    public Optional<ApplicationAccepted> acceptBySilence(LocalDate today, WorkingDays calendar) {
        if (!application.isAcceptedBySilence(today, calendar)) {
            return Optional.empty();
        }
        Acceptance silent = application.accept(Acceptance.bySilence(application.receivedWholeOn()));
        return Optional.of(start(silent, today, calendar));
    }

    private ApplicationAccepted start(Acceptance how, LocalDate today, WorkingDays calendar) {
        tasks.forEach(task -> task.start(how.acceptedOn(), how.by()));
        ApplicationHead head = application.head();
        return new ApplicationAccepted(
                head.id(),
                head.region(),
                head.project(),
                head.enterprise(),
                how.acceptedOn(),
                today,
                how.by() == null,
                calendar.version(),
                tasks.stream().map(task -> started(task, calendar)).toList());
    }

    private static StartedItem started(Task task, WorkingDays calendar) {
        @Nullable TimeLimit statutory = task.head().terms().statutory();
        TimeLimit promised = task.head().terms().promised();
        @Nullable LegalClock clock = task.clock();
        return new StartedItem(
                task.id(),
                task.head().terms().code(),
                task.head().terms().department(),
                task.mode().name(),
                statutory == null ? null : statutory.days(),
                statutory == null ? null : statutory.unit().name(),
                promised.days(),
                promised.unit().name(),
                clock == null ? null : clock.statutoryDue(calendar),
                clock == null ? null : clock.promisedDue(calendar));
    }

    /** Adds or replaces materials of items that are not decided. */
    public LoggedEvent supply(Collection<SuppliedMaterial> supplied, LocalDate today) {
        return supply(supplied, Map.of(), today);
    }

    /**
     * The same, with answers in words to points of a correction notice.
     *
     * @param answers by the material that a point is about
     */
    public LoggedEvent supply(
            Collection<SuppliedMaterial> supplied, Map<String, UUID> answers, LocalDate today) {
        for (SuppliedMaterial material : supplied) {
            askingFor(material.material()).mustBeUndecided();
        }
        boolean corrected = application.supply(supplied, answers, today);
        ApplicationHead head = application.head();
        List<String> materials = supplied.stream().map(SuppliedMaterial::material).toList();
        return corrected
                ? new CorrectionSupplied(
                        head.id(),
                        head.region(),
                        head.project(),
                        head.enterprise(),
                        today,
                        materials)
                : new MaterialsSupplied(
                        head.id(),
                        head.region(),
                        head.project(),
                        head.enterprise(),
                        today,
                        materials);
    }

    /** The item that asks for a material; refuses one that no item asks for. */
    public Task askingFor(String material) {
        return tasks.stream()
                .filter(task -> task.asksFor(material))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("material-unknown", "/materials", material));
    }

    /** A material that was owed has come. */
    public void arrive(SuppliedMaterial material) {
        application.arrive(material);
    }

    /** Content hashes of what was handed in for an item, by material id. */
    public Map<String, String> hashes(Task task) {
        Map<String, String> hashes = new HashMap<>();
        application
                .materials()
                .forEach(
                        (material, supplied) -> {
                            if (task.asksFor(material)) {
                                hashes.put(material, supplied.sha256());
                            }
                        });
        return hashes;
    }

    /** The files that were handed in for an item, and its result. */
    public Set<UUID> filesOf(Task task) {
        Set<UUID> files = new HashSet<>();
        application
                .materials()
                .forEach(
                        (material, supplied) -> {
                            if (task.asksFor(material)) {
                                files.add(supplied.file());
                            }
                        });
        PreApproval opinion = task.snapshot().preApproval();
        Decision decision = task.decision();
        Stream.of(
                        Optional.ofNullable(opinion).map(PreApproval::file),
                        Optional.ofNullable(decision).map(Decision::file))
                .flatMap(Optional::stream)
                .forEach(files::add);
        return files;
    }

    /** Refuses what is over or has a decision already. */
    public void mustBeRectifiable() {
        application.mustGoOn();
        tasks.forEach(Task::mustBeRectifiable);
    }

    /** The same application of the right enterprise and project, with the right items. */
    public Dossier rectified(UUID enterprise, @Nullable UUID project, List<Task> right) {
        return new Dossier(application.of(enterprise, project), right);
    }

    public ApplicationRectified rectifiedFrom(Dossier before, LocalDate today, UUID reason) {
        ApplicationHead head = application.head();
        return new ApplicationRectified(
                head.id(),
                head.region(),
                head.project(),
                head.enterprise(),
                before.application.head().enterprise(),
                today,
                tasks.stream()
                        .filter(
                                task ->
                                        !before.task(task.id())
                                                .head()
                                                .terms()
                                                .equals(task.head().terms()))
                        .map(task -> rectified(before.task(task.id()), task))
                        .toList(),
                reason);
    }

    private static RectifiedItem rectified(Task before, Task task) {
        ItemTerms terms = task.head().terms();
        @Nullable TimeLimit statutory = terms.statutory();
        return new RectifiedItem(
                task.id(),
                before.head().terms().code(),
                terms.code(),
                terms.version(),
                terms.department(),
                task.mode().name(),
                statutory == null ? null : statutory.days(),
                statutory == null ? null : statutory.unit().name(),
                terms.promised().days(),
                terms.promised().unit().name(),
                task.snapshot().startedOn());
    }

    public ApplicationTurnedAway turnAway(boolean notOurs, LocalDate today, UUID reason) {
        application.turnAway(notOurs, today, reason);
        tasks.forEach(task -> task.end(TaskState.TURNED_AWAY));
        ApplicationHead head = application.head();
        return new ApplicationTurnedAway(
                head.id(),
                head.region(),
                head.project(),
                head.enterprise(),
                today,
                application.state().name(),
                reason);
    }

    public ApplicationWithdrawn withdraw(LocalDate today, UUID reason) {
        application.withdraw(today, reason);
        tasks.forEach(task -> task.end(TaskState.WITHDRAWN));
        ApplicationHead head = application.head();
        return new ApplicationWithdrawn(
                head.id(), head.region(), head.project(), head.enterprise(), today, reason);
    }

    /** All results that stand are handed over at once, when every item has one. */
    public ApplicationDelivered deliver(LocalDate today) {
        List<String> open =
                tasks.stream()
                        .filter(task -> !task.state().isDecided())
                        .map(task -> task.head().terms().code())
                        .toList();
        if (!open.isEmpty()) {
            throw Refusal.conflict("results-outstanding", String.join(", ", open));
        }
        application.deliver(today);
        ApplicationHead head = application.head();
        return new ApplicationDelivered(
                head.id(),
                head.region(),
                head.project(),
                head.enterprise(),
                today,
                tasks.stream()
                        .filter(task -> task.state() != TaskState.REVOKED)
                        .map(Task::decision)
                        .filter(Objects::nonNull)
                        .map(Decision::documentNumber)
                        .filter(Objects::nonNull)
                        .toList());
    }
}

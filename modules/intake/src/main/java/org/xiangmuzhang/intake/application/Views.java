package org.xiangmuzhang.intake.application;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.ItemClock;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.intake.domain.dossier.ApplicationHead;
import org.xiangmuzhang.intake.domain.dossier.Dossier;
import org.xiangmuzhang.intake.domain.dossier.ExchangeState;
import org.xiangmuzhang.intake.domain.task.CheckCode;
import org.xiangmuzhang.intake.domain.task.Decision;
import org.xiangmuzhang.intake.domain.task.LegalClock;
import org.xiangmuzhang.intake.domain.task.PreApproval;
import org.xiangmuzhang.intake.domain.task.Task;
import org.xiangmuzhang.intake.domain.task.TaskSnapshot;
import org.xiangmuzhang.intake.port.in.ClockFace;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** Turns what the domain keeps into what others may see. */
final class Views {

    private Views() {}

    static ApplicationView application(
            Dossier dossier, Predicate<Task> visible, WorkingDays calendar) {
        ApplicationHead head = dossier.application().head();
        return new ApplicationView(
                head.id(),
                head.number(),
                head.region(),
                head.project(),
                head.enterprise(),
                dossier.application().state().name(),
                ExchangeState.of(dossier),
                head.receivedOn(),
                dossier.tasks().stream().filter(visible).map(task -> task(task, calendar)).toList(),
                dossier.application().version());
    }

    static TaskView task(Task task, WorkingDays calendar) {
        TaskSnapshot kept = task.snapshot();
        LegalClock clock = task.clock();
        Decision decision = kept.decision();
        PreApproval opinion = kept.preApproval();
        String number =
                decision != null
                        ? decision.documentNumber()
                        : opinion == null || kept.mode() != Mode.SIMULATED
                                ? null
                                : opinion.documentNumber();
        return new TaskView(
                task.id(),
                task.head().application(),
                task.head().terms().code(),
                task.head().terms().version(),
                task.head().terms().department(),
                kept.mode(),
                kept.state().name(),
                clock == null ? null : clock.acceptedOn(),
                clock == null ? null : clock.statutoryDue(calendar),
                clock == null ? null : clock.promisedDue(calendar),
                decision == null ? null : decision.on(),
                number,
                kept.waitingFor(),
                number == null ? null : new CheckCode(task.id()).text());
    }

    static @Nullable ItemClock clock(Task task) {
        LegalClock clock = task.clock();
        Decision decision = task.decision();
        return clock == null
                ? null
                : new ItemClock(
                        task.id(),
                        clock.acceptedOn(),
                        clock.statutory(),
                        clock.promised(),
                        clock.endedPauses(),
                        clock.runningSince(),
                        decision == null ? null : decision.on(),
                        clock.lasting());
    }

    static @Nullable ClockFace face(Task task, LocalDate today, WorkingDays calendar) {
        LegalClock clock = task.clock();
        ItemClock kept = clock(task);
        if (clock == null || kept == null) {
            return null;
        }
        LocalDate until = kept.decidedOn() == null ? today : kept.decidedOn();
        Integer statutoryUsed = clock.statutoryUsed(calendar, until);
        int promisedUsed = clock.promisedUsed(calendar, until);
        LocalDate promisedDue = clock.promisedDue(calendar);
        LocalDate statutoryDue = clock.statutoryDue(calendar);
        return new ClockFace(
                kept,
                promisedDue,
                promisedUsed,
                clock.promised().days() - promisedUsed,
                statutoryDue,
                statutoryUsed,
                clock.statutory() == null || statutoryUsed == null
                        ? null
                        : clock.statutory().days() - statutoryUsed,
                calendar.version(),
                List.of(promisedDue, statutoryDue == null ? promisedDue : statutoryDue).stream()
                        .anyMatch(calendar::isProvisional));
    }
}

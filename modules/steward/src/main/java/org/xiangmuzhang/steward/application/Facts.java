package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.intake.api.ItemClock;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.plan.Progress;
import org.xiangmuzhang.steward.domain.project.Dossier;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How far the items of a project have come, by what the project and intake know. */
@Component("steward.facts")
class Facts {

    private final Applications applications;

    Facts(Applications applications) {
        this.applications = applications;
    }

    /**
     * Facts by item code; of several applications for an item the one that came furthest. Whoever
     * may see the project may see how far items below its place have come, so that its plan is the
     * same for everybody.
     */
    Map<String, Progress> of(UUID project, Dossier dossier, WorkingDays calendar, LocalDate today) {
        return Sight.ALL.during(() -> read(project, dossier, calendar, today));
    }

    private Map<String, Progress> read(
            UUID project, Dossier dossier, WorkingDays calendar, LocalDate today) {
        Map<String, Progress> facts = new HashMap<>();
        for (ApplicationView application : applications.ofProject(project)) {
            for (TaskView task : application.tasks()) {
                Progress found = progress(application, task, calendar, today);
                Progress known = facts.get(task.itemCode());
                if (found != null && (known == null || rank(found) >= rank(known))) {
                    facts.put(task.itemCode(), found);
                }
            }
        }
        dossier.done().forEach(facts::putIfAbsent);
        dossier.done().forEach((code, done) -> facts.merge(code, done, Facts::furthest));
        return facts;
    }

    private static Progress furthest(Progress one, Progress other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(Progress progress) {
        return switch (progress.state()) {
            case DONE, ELSEWHERE -> 3;
            case SIMULATED -> 2;
            default -> 1;
        };
    }

    private @Nullable Progress progress(
            ApplicationView application, TaskView task, WorkingDays calendar, LocalDate today) {
        LocalDate accepted = task.acceptedOn();
        LocalDate start = accepted == null ? application.receivedOn() : accepted;
        return switch (task.state()) {
            case "APPROVED" -> {
                LocalDate decided = task.decidedOn() == null ? today : task.decidedOn();
                yield Progress.decided(start.isAfter(decided) ? decided : start, decided);
            }
            case "PRE_APPROVED" -> Progress.preApproved(start);
            case "IN_DEPARTMENT" ->
                    task.mode() == Mode.SIMULATED
                            ? Progress.inSimulation(start, promised(task, start))
                            : Progress.running(start, promised(task, start));
            case "PAUSED" -> Progress.paused(start, expected(task, start, calendar, today));
            default -> null;
        };
    }

    private static LocalDate promised(TaskView task, LocalDate start) {
        return task.promisedDue() == null ? start : task.promisedDue();
    }

    /** The promised day, but as late as if the clock, which stands, went on today. */
    private LocalDate expected(
            TaskView task, LocalDate start, WorkingDays calendar, LocalDate today) {
        LocalDate promised = promised(task, start);
        ItemClock clock = applications.clock(task.id()).orElse(null);
        if (clock == null || clock.runningSince() == null) {
            return promised;
        }
        TimeLimit limit = clock.promised();
        int used =
                calendar.used(
                        clock.acceptedOn(),
                        clock.runningSince().minusDays(1),
                        limit.unit(),
                        clock.pauses());
        int left = Math.max(0, limit.days() - used);
        LocalDate atBest = calendar.due(today, new TimeLimit(left, limit.unit()), List.of());
        return atBest.isAfter(promised) ? atBest : promised;
    }
}

package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.intake.api.ItemClock;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;
import org.xiangmuzhang.steward.port.in.PlanSheet.Turn;
import org.xiangmuzhang.steward.port.in.PlanSheet.Who;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whose turn each item of a plan is: by its applications, and before there is one by what it waits
 * for and by who may apply. Of the past it is told as far as the plan itself tells it.
 */
@Component
class Turns {

    private static final Set<String> OVER =
            Set.of("REJECTED", "REVOKED", "WITHDRAWN", "TURNED_AWAY");

    private final Applications applications;
    private final Clock clock;

    Turns(Applications applications, Clock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    /** By item code; what is done, replaced or not needed has none. */
    Map<String, Turn> of(UUID project, Dossier dossier, PlanDrawn plan, boolean now) {
        Map<String, Turn> byApplication = now ? Sight.ALL.during(() -> applied(project)) : Map.of();
        Set<String> open =
                plan.steps().stream()
                        .filter(PlanDrawn.Standing::isOpen)
                        .map(Step::itemCode)
                        .collect(Collectors.toSet());
        Map<String, List<String>> before =
                plan.edges().stream()
                        .filter(edge -> open.contains(edge.from()))
                        .filter(edge -> !edge.relaxed())
                        .collect(
                                Collectors.groupingBy(
                                        PlanDrawn.Edge::to,
                                        Collectors.mapping(
                                                PlanDrawn.Edge::from, Collectors.toList())));
        Map<String, Turn> turns = new HashMap<>();
        for (Step step : plan.steps()) {
            if (open.contains(step.itemCode())) {
                Turn applied = byApplication.get(step.itemCode());
                turns.put(
                        step.itemCode(),
                        step.state().equals("SIMULATED")
                                ? new Turn(Who.NOBODY, conditions(step, plan, open))
                                : applied != null ? applied : planned(step, before, dossier));
            }
        }
        return turns;
    }

    /** What a good review waits for to become formal. */
    private static List<String> conditions(Step step, PlanDrawn plan, Set<String> open) {
        return plan.edges().stream()
                .filter(edge -> edge.to().equals(step.itemCode()) && open.contains(edge.from()))
                .map(PlanDrawn.Edge::from)
                .toList();
    }

    private Turn planned(Step step, Map<String, List<String>> before, Dossier dossier) {
        if (!step.state().equals("PLANNED")) {
            return turn(step.state().equals("PAUSED") ? Who.SPECIAL_PROCEDURE : Who.DEPARTMENT);
        }
        List<String> waits = before.getOrDefault(step.itemCode(), List.of());
        if (!waits.isEmpty()) {
            return new Turn(Who.NOBODY, waits);
        }
        if (Milestones.isOfLand(step.itemCode())) {
            return turn(Who.DEPARTMENT);
        }
        PlanDrawn.Words said = dossier.words(step.itemCode());
        return turn(
                said != null && (said.milestone() || stewardMayApply(dossier, said))
                        ? Who.STEWARD
                        : Who.APPLICANT);
    }

    private boolean stewardMayApply(Dossier dossier, PlanDrawn.Words item) {
        UUID steward = dossier.steward();
        LocalDate today = WorkingDays.today(clock);
        return steward != null
                && dossier.mandates().stream()
                        .anyMatch(
                                it ->
                                        it.covers(
                                                steward,
                                                "SUBMIT",
                                                item.itemCode(),
                                                item.stage(),
                                                today));
    }

    /** Of several applications for an item the last one that is not over. */
    private Map<String, Turn> applied(UUID project) {
        Map<String, Turn> turns = new HashMap<>();
        for (ApplicationView application : applications.ofProject(project)) {
            for (TaskView task : application.tasks()) {
                Who who = OVER.contains(task.state()) ? null : who(application, task);
                if (who != null) {
                    turns.put(task.itemCode(), turn(who));
                }
            }
        }
        return turns;
    }

    private @Nullable Who who(ApplicationView application, TaskView task) {
        return switch (application.state()) {
            case "CORRECTION_NOTICED" -> Who.APPLICANT;
            case "RECEIVED", "CORRECTION_SUPPLIED" -> Who.WINDOW;
            default ->
                    switch (task.state()) {
                        case "IN_DEPARTMENT", "RECEIVED" -> Who.DEPARTMENT;
                        case "PAUSED" -> procedure(task);
                        default -> null;
                    };
        };
    }

    private Who procedure(TaskView task) {
        SpecialProcedure lasting =
                applications.clock(task.id()).map(ItemClock::lasting).orElse(null);
        return switch (lasting) {
            case CORRECTION -> Who.APPLICANT;
            case TEST, EVAL -> Who.INTERMEDIARY;
            case null, default -> Who.SPECIAL_PROCEDURE;
        };
    }

    private static Turn turn(Who who) {
        return new Turn(who, List.of());
    }
}

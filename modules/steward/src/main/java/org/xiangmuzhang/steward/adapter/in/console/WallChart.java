package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.console.Gantt;
import org.xiangmuzhang.console.Light;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.port.in.PlanSheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the wall chart (挂图作战) of a plan: what is dropped is left to the table of items. */
final class WallChart {

    private static final List<String> STAGES =
            List.of(
                    "LAND_AND_PROJECT",
                    "PLANNING_PERMIT",
                    "CONSTRUCTION_PERMIT",
                    "COMPLETION",
                    "CROSS_STAGE");

    private WallChart() {}

    /** One stage of the stepper. State: DONE, CURRENT, TODO, APART. */
    record StageLine(String name, String state, @Nullable String note) {}

    static Gantt of(
            PlanSheet plan,
            ItemWords words,
            Map<String, Light> lights,
            WorkingDays calendar,
            LocalDate today) {
        List<PlanSheet.Step> shown =
                plan.steps().stream()
                        .filter(line -> !line.state().equals("DROPPED"))
                        .sorted(
                                Comparator.comparingInt(
                                                (PlanSheet.Step line) ->
                                                        STAGES.indexOf(line.stage()))
                                        .thenComparing(line -> line.earliestStart())
                                        .thenComparing(line -> line.earliestFinish()))
                        .toList();
        LocalDate from =
                Stream.concat(
                                Stream.of(plan.from(), today),
                                shown.stream().map(line -> line.earliestStart()))
                        .min(LocalDate::compareTo)
                        .orElse(today)
                        .minusDays(3);
        LocalDate to =
                Stream.concat(
                                Stream.of(plan.finish(), today),
                                shown.stream().map(line -> line.latestFinish()))
                        .max(LocalDate::compareTo)
                        .orElse(today)
                        .plusDays(7);
        return new Gantt(
                today,
                from,
                to,
                plan.target(),
                from.datesUntil(to.plusDays(1)).filter(day -> !calendar.isWorkingDay(day)).toList(),
                shown.stream().map(line -> row(line, plan.edges(), words, lights)).toList());
    }

    private static Gantt.Row row(
            PlanSheet.Step step,
            List<PlanDrawn.Edge> edges,
            ItemWords words,
            Map<String, Light> lights) {
        return new Gantt.Row(
                step.itemCode(),
                name(step, words),
                words.say("steward.stage." + step.stage()),
                words.department(step),
                step.earliestStart(),
                step.earliestFinish(),
                step.latestStart(),
                step.latestFinish(),
                step.actualStart(),
                step.actualFinish(),
                step.critical(),
                step.slack(),
                Gantt.State.valueOf(step.state()),
                lights.get(step.itemCode()),
                edges.stream()
                        .filter(edge -> edge.to().equals(step.itemCode()))
                        .map(PlanDrawn.Edge::from)
                        .toList());
    }

    private static String name(PlanSheet.Step step, ItemWords words) {
        String name = words.item(step);
        if (step.decidedElsewhere() && step.verifiedOn() == null) {
            name += " · " + words.say("steward.elsewhere.unverified");
        }
        Integer drift = step.drift();
        return drift == null || drift == 0
                ? name
                : name + " · " + words.say("steward.drift", words.later(drift));
    }

    static List<StageLine> stages(PlanSheet plan, ItemWords words) {
        List<StageLine> stages = new ArrayList<>();
        boolean current = false;
        for (String stage : STAGES) {
            List<PlanSheet.Step> steps =
                    plan.steps().stream()
                            .filter(line -> line.stage().equals(stage))
                            .filter(step -> !List.of("DROPPED", "REPLACED").contains(step.state()))
                            .toList();
            if (steps.isEmpty()) {
                continue;
            }
            long done =
                    steps.stream()
                            .filter(step -> List.of("DONE", "ELSEWHERE").contains(step.state()))
                            .count();
            String state = "DONE";
            if (stage.equals("CROSS_STAGE")) {
                state = "APART";
            } else if (done < steps.size()) {
                state = current ? "TODO" : "CURRENT";
                current = true;
            }
            stages.add(
                    new StageLine(
                            words.say("steward.stage." + stage),
                            state,
                            done + " / " + steps.size()));
        }
        return stages;
    }
}

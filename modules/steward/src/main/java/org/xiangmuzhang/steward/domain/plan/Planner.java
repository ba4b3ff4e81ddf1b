package org.xiangmuzhang.steward.domain.plan;

import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.plan.Network.Node;
import org.xiangmuzhang.steward.domain.plan.Network.Part;
import org.xiangmuzhang.steward.domain.plan.Progress.State;
import org.xiangmuzhang.steward.domain.plan.Scheduling.Span;
import org.xiangmuzhang.steward.events.PlanDrawn.Edge;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws plans: the same network, facts, courses, day and calendar always give the same plan. */
public final class Planner {

    private Planner() {}

    /**
     * The plan as it stands on a day.
     *
     * @param typeVersion version of the project type that the network was made from
     * @param progress facts by item code
     */
    public static Plan draw(
            Network network,
            String typeVersion,
            Courses courses,
            Map<String, Progress> progress,
            LocalDate today,
            WorkingDays calendar) {
        var axis = new Axis(calendar, courses.start());
        LocalDate notBefore = today.isAfter(courses.start()) ? today : courses.start();
        Map<String, Span> spans = Scheduling.of(network, progress, axis, today, notBefore, courses);
        int least = leastSlack(spans, progress);
        List<Step> steps = new ArrayList<>();
        for (Node node : network.nodes()) {
            Span span = spans.get(node.code());
            if (span != null) {
                steps.add(step(node, span, progress, axis, least));
            }
        }
        for (Node node : network.nodes()) {
            if (node.part() != Part.TO_DO) {
                steps.add(shadow(node, steps, axis.date(0)));
            }
        }
        LocalDate finish =
                steps.stream().map(Planner::end).max(LocalDate::compareTo).orElse(axis.date(0));
        return new Plan(
                today,
                axis.date(0),
                finish,
                courses.target(),
                calendar.isProvisional(finish),
                typeVersion,
                calendar.version(),
                steps,
                network.links().stream()
                        .map(link -> new Edge(link.from(), link.to(), link.kind(), link.relaxed()))
                        .toList(),
                List.of());
    }

    private static int leastSlack(Map<String, Span> spans, Map<String, Progress> progress) {
        return spans.entrySet().stream()
                .filter(span -> !isDone(progress, span.getKey()))
                .mapToInt(span -> span.getValue().slack())
                .min()
                .orElse(0);
    }

    private static boolean isDone(Map<String, Progress> progress, String code) {
        Progress fact = progress.get(code);
        return fact != null && fact.state().isDone();
    }

    private static Step step(
            Node node, Span span, Map<String, Progress> progress, Axis axis, int least) {
        Progress fact = progress.get(node.code());
        if (fact != null && fact.state().isDone()) {
            LocalDate end = fact.finish() == null ? fact.start() : fact.finish();
            return new Step(
                    node.code(),
                    node.version(),
                    fact.state().name(),
                    node.days(),
                    fact.start(),
                    end,
                    fact.start(),
                    end,
                    0,
                    false,
                    fact.start(),
                    end,
                    null);
        }
        return new Step(
                node.code(),
                node.version(),
                (fact == null ? State.PLANNED : fact.state()).name(),
                node.days(),
                fact == null ? axis.date(span.earliestStart()) : fact.start(),
                axis.date(span.earliestFinish()),
                axis.date(span.latestStart()),
                axis.date(span.latestFinish()),
                span.slack(),
                span.slack() == least,
                fact == null ? null : fact.start(),
                null,
                null);
    }

    /** What is not to be done stands where its merged item stands, or at the plan's beginning. */
    private static Step shadow(Node node, List<Step> steps, LocalDate from) {
        for (Step by : steps) {
            if (by.itemCode().equals(node.replacedBy())) {
                return new Step(
                        node.code(),
                        node.version(),
                        State.REPLACED.name(),
                        0,
                        by.earliestStart(),
                        by.earliestFinish(),
                        by.latestStart(),
                        by.latestFinish(),
                        by.slack(),
                        false,
                        by.actualStart(),
                        by.actualFinish(),
                        node.replacedBy());
            }
        }
        return new Step(
                node.code(),
                node.version(),
                State.DROPPED.name(),
                0,
                from,
                from,
                from,
                from,
                0,
                false,
                null,
                null,
                null);
    }

    private static LocalDate end(Step step) {
        return step.actualFinish() == null ? step.earliestFinish() : step.actualFinish();
    }
}

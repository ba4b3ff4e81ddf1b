package org.xiangmuzhang.steward.domain.plan;

import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.traverse.NotDirectedAcyclicGraphException;
import org.jgrapht.traverse.TopologicalOrderIterator;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.steward.domain.plan.Network.Link;
import org.xiangmuzhang.steward.domain.plan.Network.Node;
import org.xiangmuzhang.steward.domain.plan.Network.Part;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Critical path method in working days: a forward pass from the start and a backward pass from the
 * target (or, without one, from the earliest finish) and from the wanted dates of stages. An item
 * may begin on the day its predecessors end; its promised days count from the next working day. A
 * relaxed link holds back the end of an item, not its beginning. What is done keeps its actual
 * dates; what has begun is no longer held back by links to its beginning.
 */
public final class Scheduling {

    /** Numbers of working days on the {@link Axis}: when a node begins and ends, both ways. */
    record Span(int earliestStart, int earliestFinish, int latestStart, int latestFinish) {
        int slack() {
            return latestFinish - earliestFinish;
        }
    }

    private final List<Node> order;
    private final Map<String, List<Link>> before = new HashMap<>();
    private final Map<String, List<Link>> after = new HashMap<>();
    private final Map<String, Progress> progress;
    private final Axis axis;
    private final int today;
    private final int notBefore;
    private final Map<String, Integer> start = new HashMap<>();
    private final Map<String, Integer> finish = new HashMap<>();
    private final Map<String, Integer> latest = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();

    private Scheduling(
            Network network,
            Map<String, Progress> progress,
            Axis axis,
            LocalDate today,
            LocalDate notBefore) {
        this.order = inOrder(network);
        this.progress = progress;
        this.axis = axis;
        this.today = axis.atOrAfter(today);
        this.notBefore = axis.atOrAfter(notBefore);
        for (Link link : network.links()) {
            before.computeIfAbsent(link.to(), code -> new ArrayList<>()).add(link);
            after.computeIfAbsent(link.from(), code -> new ArrayList<>()).add(link);
        }
    }

    /**
     * Both passes over the nodes that are to be done.
     *
     * @param today what runs ends on this day at the earliest
     * @param notBefore what has not begun begins on this day at the earliest
     * @param courses the wanted end, without one the earliest finish, and wanted ends of stages
     */
    static Map<String, Span> of(
            Network network,
            Map<String, Progress> progress,
            Axis axis,
            LocalDate today,
            LocalDate notBefore,
            Courses courses) {
        var passes = new Scheduling(network, progress, axis, today, notBefore);
        passes.forward();
        int end = passes.finish.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        LocalDate target = courses.target();
        Map<Stage, Integer> stages = new EnumMap<>(Stage.class);
        courses.stageTargets().forEach((stage, day) -> stages.put(stage, axis.atOrBefore(day)));
        passes.backward(target == null ? end : axis.atOrBefore(target), stages);
        return passes.spans();
    }

    /** Each node after all that come before it; among equals the one the catalog lists first. */
    private static List<Node> inOrder(Network network) {
        Map<String, Integer> rank = new HashMap<>();
        Map<String, Node> byCode = new HashMap<>();
        var graph = new DefaultDirectedGraph<String, DefaultEdge>(DefaultEdge.class);
        for (Node node : network.nodes()) {
            if (node.part() == Part.TO_DO) {
                rank.put(node.code(), rank.size());
                byCode.put(node.code(), node);
                graph.addVertex(node.code());
            }
        }
        network.links().forEach(link -> graph.addEdge(link.from(), link.to()));
        List<Node> order = new ArrayList<>();
        try {
            new TopologicalOrderIterator<>(graph, Comparator.comparing(rank::get))
                    .forEachRemaining(code -> order.add(byCode.get(code)));
        } catch (NotDirectedAcyclicGraphException circle) {
            throw Refusal.conflict("plan-goes-round", Circle.in(network));
        }
        return order;
    }

    private void forward() {
        for (Node node : order) {
            String code = node.code();
            Progress fact = progress.get(code);
            int begins = fact == null ? notBefore : axis.atOrAfter(fact.start());
            int ends;
            if (fact != null && fact.state().isDone()) {
                ends = axis.atOrAfter(fact.finish() == null ? fact.start() : fact.finish());
            } else {
                if (fact == null) {
                    begins = Math.max(begins, lastOf(code, false));
                    ends = begins + node.days();
                } else {
                    int promised = fact.finish() == null ? today : axis.atOrAfter(fact.finish());
                    ends = Math.max(begins, Math.max(today, promised));
                }
                ends = Math.max(ends, lastOf(code, true));
            }
            start.put(code, begins);
            finish.put(code, ends);
            days.put(code, fact == null ? node.days() : ends - begins);
        }
    }

    private int lastOf(String code, boolean relaxed) {
        return before.getOrDefault(code, List.of()).stream()
                .filter(link -> link.relaxed() == relaxed)
                .mapToInt(link -> at(finish, link.from()))
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    private void backward(int end, Map<Stage, Integer> stages) {
        for (Node node : order.reversed()) {
            Integer ofStage = node.stage() == null ? null : stages.get(node.stage());
            int ends = ofStage == null ? end : Math.min(end, ofStage);
            for (Link link : after.getOrDefault(node.code(), List.of())) {
                Progress next = progress.get(link.to());
                boolean binds = next == null || link.relaxed() && !next.state().isDone();
                if (binds) {
                    int bound = at(latest, link.to());
                    ends = Math.min(ends, link.relaxed() ? bound : bound - at(days, link.to()));
                }
            }
            latest.put(node.code(), ends);
        }
    }

    private Map<String, Span> spans() {
        Map<String, Span> spans = new HashMap<>();
        for (Node node : order) {
            String code = node.code();
            int ends = at(latest, code);
            spans.put(
                    code, new Span(at(start, code), at(finish, code), ends - at(days, code), ends));
        }
        return spans;
    }

    private static int at(Map<String, Integer> numbers, String code) {
        Integer number = numbers.get(code);
        if (number == null) {
            throw new IllegalStateException("Not in the plan: " + code);
        }
        return number;
    }
}

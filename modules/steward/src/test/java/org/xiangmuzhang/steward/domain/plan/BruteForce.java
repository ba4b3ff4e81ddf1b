package org.xiangmuzhang.steward.domain.plan;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.steward.domain.plan.Network.Link;
import org.xiangmuzhang.steward.domain.plan.Network.Node;

import java.time.LocalDate;
import java.util.Map;

/**
 * Goes day by day through a small situation and follows every path forward; knows nothing of
 * passes, orders, axes, and of no way backward. What may slip is tried by letting it slip.
 */
final class BruteForce {

    private final Situation situation;

    /** The item that is let slip, by how many working days, and whether at its beginning. */
    private record Slip(String code, int days, boolean atStart) {
        private static final Slip NONE = new Slip("", 0, false);
    }

    BruteForce(Situation situation) {
        this.situation = situation;
    }

    LocalDate start(String code) {
        return start(code, Slip.NONE);
    }

    LocalDate finish(String code) {
        return finish(code, Slip.NONE);
    }

    /** The day on which the last item ends. */
    LocalDate end() {
        return last(null);
    }

    /** The day on which the last item of a stage ends; null: of all stages. */
    LocalDate last(@Nullable Stage stage) {
        return situation.network().nodes().stream()
                .filter(node -> stage == null || node.stage() == stage)
                .map(node -> finish(node.code()))
                .max(LocalDate::compareTo)
                .orElse(firstDay());
    }

    /** Whether all of a stage, or all, is done by the wanted date, if there is one. */
    boolean isKept(@Nullable Stage stage) {
        LocalDate wanted = situation.courses().wanted(stage);
        return wanted == null
                || situation.network().nodes().stream()
                        .filter(node -> stage == null || node.stage() == stage)
                        .noneMatch(node -> lastDay(node).isAfter(orBefore(wanted)));
    }

    /** What was done on a day off was done by the working day before. */
    private LocalDate lastDay(Node node) {
        Progress fact = situation.progress().get(node.code());
        if (!isDone(node.code()) || fact == null) {
            return finish(node.code());
        }
        return orBefore(fact.finish() == null ? fact.start() : fact.finish());
    }

    LocalDate firstDay() {
        return orNext(situation.courses().start());
    }

    /**
     * Whether all wanted dates are kept, each put off by some working days, when an item begins or
     * ends so many working days later than it must.
     */
    boolean keeps(String code, int slip, boolean atStart, int putOff) {
        LocalDate target = situation.courses().target();
        LocalDate end = target == null ? end() : target;
        var slipped = new Slip(code, slip, atStart);
        return situation.network().nodes().stream()
                .filter(node -> !isDone(node.code()))
                .allMatch(node -> isKept(node, end, slipped, putOff));
    }

    private boolean isKept(Node node, LocalDate end, Slip slip, int putOff) {
        LocalDate finish = finish(node.code(), slip);
        Map<Stage, LocalDate> stages = situation.courses().stageTargets();
        LocalDate ofStage = stages.getOrDefault(node.stage(), end);
        return !finish.isAfter(later(orBefore(end), putOff))
                && !finish.isAfter(later(orBefore(ofStage), putOff));
    }

    private LocalDate start(String code, Slip slip) {
        Progress fact = situation.progress().get(code);
        if (fact != null) {
            return fact.start();
        }
        LocalDate start = situation.notBefore();
        for (Link link : situation.network().links()) {
            if (link.to().equals(code) && !link.relaxed()) {
                start = latest(start, finish(link.from(), slip));
            }
        }
        return slip.atStart() && slip.code().equals(code) ? later(start, slip.days()) : start;
    }

    private LocalDate finish(String code, Slip slip) {
        Progress fact = situation.progress().get(code);
        if (isDone(code) && fact != null) {
            return orNext(fact.finish() == null ? fact.start() : fact.finish());
        }
        LocalDate finish;
        if (fact == null) {
            finish = later(start(code, slip), days(code));
        } else {
            LocalDate promised = fact.finish() == null ? fact.start() : fact.finish();
            finish = orNext(latest(latest(fact.start(), situation.today()), promised));
        }
        for (Link link : situation.network().links()) {
            if (link.to().equals(code) && link.relaxed()) {
                finish = latest(finish, finish(link.from(), slip));
            }
        }
        return !slip.atStart() && slip.code().equals(code) ? later(finish, slip.days()) : finish;
    }

    boolean isDone(String code) {
        Progress fact = situation.progress().get(code);
        return fact != null && fact.state().isDone();
    }

    private int days(String code) {
        return situation.network().nodes().stream()
                .filter(node -> node.code().equals(code))
                .mapToInt(Node::days)
                .findFirst()
                .orElseThrow();
    }

    private LocalDate later(LocalDate day, int workingDays) {
        LocalDate found = day;
        for (int i = 0; i < workingDays; i++) {
            found = orNext(found.plusDays(1));
        }
        return found;
    }

    private LocalDate orNext(LocalDate day) {
        return situation.calendar().isWorkingDay(day) ? day : orNext(day.plusDays(1));
    }

    private LocalDate orBefore(LocalDate day) {
        return situation.calendar().isWorkingDay(day) ? day : orBefore(day.minusDays(1));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}

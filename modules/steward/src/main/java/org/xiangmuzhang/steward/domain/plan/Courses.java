package org.xiangmuzhang.steward.domain.plan;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.Refusal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the steward chose for a project: the wanted dates, and the lawful ways to shorten its plan.
 *
 * @param start no item that has not begun starts before this day
 * @param target the day by which all must be done, or null: then as early as possible
 * @param stageTargets the days by which all of a stage must be done, of those that have one
 * @param conditional conditional items that the project needs; the others are dropped
 * @param simulated items reviewed before their condition exists (模拟审批)
 * @param merged merged items that replace others (多审合一)
 * @param owed items accepted with owed materials (容缺受理)
 * @param parallel habits of order fall away (并联审批); legal and material order stays
 */
public record Courses(
        LocalDate start,
        @Nullable LocalDate target,
        Map<Stage, LocalDate> stageTargets,
        Set<String> conditional,
        Set<String> simulated,
        Set<String> merged,
        Set<String> owed,
        boolean parallel) {

    public Courses {
        if (target != null) {
            mustNotComeBefore(start, target, "/target");
        }
        stageTargets = Map.copyOf(stageTargets);
        stageTargets.forEach((stage, day) -> mustNotComeBefore(start, day, pointer(stage)));
        conditional = Set.copyOf(conditional);
        simulated = Set.copyOf(simulated);
        merged = Set.copyOf(merged);
        owed = Set.copyOf(owed);
    }

    /** Without wanted dates of stages. */
    public Courses(
            LocalDate start,
            @Nullable LocalDate target,
            Set<String> conditional,
            Set<String> simulated,
            Set<String> merged,
            Set<String> owed,
            boolean parallel) {
        this(start, target, Map.of(), conditional, simulated, merged, owed, parallel);
    }

    /** The wanted dates of stages by their codes, in the order of the stages. */
    public Map<String, LocalDate> stageTargetsByCode() {
        Map<String, LocalDate> inOrder = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            LocalDate day = stageTargets.get(stage);
            if (day != null) {
                inOrder.put(stage.name(), day);
            }
        }
        return inOrder;
    }

    /** The wanted date of a stage, or of the end of all when it is null. */
    public @Nullable LocalDate wanted(@Nullable Stage stage) {
        return stage == null ? target : stageTargets.get(stage);
    }

    /** Where a caller's wishes hold that date. */
    public static String pointer(@Nullable Stage stage) {
        return stage == null ? "/target" : "/stageTargets/" + stage.name();
    }

    private static void mustNotComeBefore(LocalDate start, LocalDate day, String pointer) {
        if (day.isBefore(start)) {
            throw Refusal.invalid("plan-target-before-start", pointer, start, day);
        }
    }
}

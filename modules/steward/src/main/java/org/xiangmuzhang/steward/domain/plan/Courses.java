package org.xiangmuzhang.steward.domain.plan;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.time.LocalDate;
import java.util.Set;

/**
 * What the steward chose for a project: the wanted dates, and the lawful ways to shorten its plan.
 *
 * @param start no item that has not begun starts before this day
 * @param target the day by which all must be done, or null: then as early as possible
 * @param conditional conditional items that the project needs; the others are dropped
 * @param simulated items reviewed before their condition exists (模拟审批)
 * @param merged merged items that replace others (多审合一)
 * @param owed items accepted with owed materials (容缺受理)
 * @param parallel habits of order fall away (并联审批); legal and material order stays
 */
public record Courses(
        LocalDate start,
        @Nullable LocalDate target,
        Set<String> conditional,
        Set<String> simulated,
        Set<String> merged,
        Set<String> owed,
        boolean parallel) {

    public Courses {
        if (target != null && target.isBefore(start)) {
            throw Refusal.invalid("plan-target-before-start", "/target", start, target);
        }
        conditional = Set.copyOf(conditional);
        simulated = Set.copyOf(simulated);
        merged = Set.copyOf(merged);
        owed = Set.copyOf(owed);
    }
}

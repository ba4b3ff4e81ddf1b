package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.domain.plan.Conflict;
import org.xiangmuzhang.steward.domain.plan.Conflicts;
import org.xiangmuzhang.steward.domain.plan.Courses;
import org.xiangmuzhang.steward.domain.plan.Plan;
import org.xiangmuzhang.steward.domain.project.Dossier;
import org.xiangmuzhang.steward.events.PlanDrawn;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Refuses dates that are wanted anew and lie in the past, and those that the plan cannot keep. A
 * date that was wanted before and could not be kept today by the courses chosen before either may
 * stand, so that the steward can shorten a late plan step by step.
 */
final class WantedDates {

    private final Dossier dossier;
    private final WorkingDays calendar;

    WantedDates(Dossier dossier, WorkingDays calendar) {
        this.dossier = dossier;
        this.calendar = calendar;
    }

    /** Refuses with {@code plan-target-past}. */
    void mustNotBePast(Courses wished, LocalDate today) {
        mustNotBePast(null, wished, today);
        for (Stage stage : Stage.values()) {
            mustNotBePast(stage, wished, today);
        }
    }

    private void mustNotBePast(@Nullable Stage stage, Courses wished, LocalDate today) {
        LocalDate day = wished.wanted(stage);
        if (day != null && day.isBefore(today) && isNew(stage, wished)) {
            throw Refusal.invalid("plan-target-past", Courses.pointer(stage), day, today);
        }
    }

    private boolean isNew(@Nullable Stage stage, Courses wished) {
        Courses before = dossier.courses();
        return before == null || !Objects.equals(before.wanted(stage), wished.wanted(stage));
    }

    /**
     * Refuses with {@code plan-target-infeasible}, which names the fewest causes.
     *
     * @param drawing the plan that other courses would have today
     */
    void mustBeKept(Courses wished, Plan plan, Function<Courses, Plan> drawing) {
        Map<String, PlanDrawn.Words> words = words(plan);
        for (Conflict conflict : conflicts(plan, wished, words)) {
            if (isNew(conflict.stage(), wished) || couldBeKept(conflict.stage(), drawing)) {
                throw Refusal.invalid(
                        "plan-target-infeasible",
                        Courses.pointer(conflict.stage()),
                        whose(conflict.stage()),
                        conflict.wanted(),
                        conflict.earliest(),
                        causes(conflict, words));
            }
        }
    }

    /** By the courses chosen before; false also when the order goes round under them today. */
    private boolean couldBeKept(@Nullable Stage stage, Function<Courses, Plan> drawing) {
        Courses before = dossier.courses();
        if (before == null) {
            return true;
        }
        try {
            Plan otherwise = drawing.apply(before);
            return conflicts(otherwise, before, words(otherwise)).stream()
                    .noneMatch(conflict -> conflict.stage() == stage);
        } catch (Refusal round) {
            return false;
        }
    }

    private static Map<String, PlanDrawn.Words> words(Plan plan) {
        return plan.words().stream()
                .collect(Collectors.toMap(PlanDrawn.Words::itemCode, it -> it, (a, b) -> a));
    }

    private List<Conflict> conflicts(
            Plan plan, Courses courses, Map<String, PlanDrawn.Words> words) {
        return Conflicts.of(plan, courses, code -> stage(words.get(code)), calendar);
    }

    private static @Nullable Stage stage(PlanDrawn.@Nullable Words said) {
        return said == null ? null : Stage.valueOf(said.stage());
    }

    private static MessageSourceResolvable whose(@Nullable Stage stage) {
        return say(stage == null ? "steward.plan.all" : "steward.stage." + stage.name());
    }

    private static MessageSourceResolvable causes(
            Conflict conflict, Map<String, PlanDrawn.Words> words) {
        return conflict.causes().stream()
                .map(cause -> cause(cause, words.get(cause.itemCode())))
                .reduce((all, next) -> say("steward.plan.causes", all, next))
                .orElseGet(() -> say("steward.plan.all"));
    }

    private static MessageSourceResolvable cause(
            Conflict.Cause cause, PlanDrawn.@Nullable Words said) {
        String zh = said == null ? cause.itemCode() : said.zh();
        String en = said == null ? cause.itemCode() : said.en();
        return say(
                "steward.plan.cause",
                say("steward.plan.item", zh, en),
                cause.days(),
                say("steward.bound." + cause.bound().name()));
    }

    private static MessageSourceResolvable say(String key, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {key}, arguments, key);
    }
}

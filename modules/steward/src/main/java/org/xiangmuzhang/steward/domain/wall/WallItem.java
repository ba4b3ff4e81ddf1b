package org.xiangmuzhang.steward.domain.wall;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.steward.events.PlanDrawn;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An item of the plan as far as the wall chart tells of it.
 *
 * @param lights the light of each clock that ever turned while it is under way
 */
@ValueObject
public record WallItem(
        String item,
        String stage,
        String department,
        String state,
        LocalDate finish,
        LocalDate latest,
        int slack,
        @Nullable LocalDate actualStart,
        @Nullable LocalDate actualFinish,
        Map<String, String> lights) {

    private static final Set<String> UNDER_WAY = Set.of("RUNNING", "PAUSED", "SIMULATED");

    /**
     * As a plan told it; the words are those it told with it, or null.
     *
     * @param ahead lights that turned before the plan had it
     */
    static WallItem of(
            PlanDrawn.Step step,
            PlanDrawn.@Nullable Words words,
            @Nullable WallItem before,
            Map<String, String> ahead) {
        return new WallItem(
                step.itemCode(),
                words != null ? words.stage() : before == null ? "" : before.stage(),
                words != null ? words.department() : before == null ? "" : before.department(),
                step.state(),
                step.earliestFinish(),
                step.latestFinish(),
                step.slack(),
                step.actualStart(),
                step.actualFinish(),
                lights(step, before, ahead));
    }

    private static Map<String, String> lights(
            PlanDrawn.Step step, @Nullable WallItem before, Map<String, String> ahead) {
        if (before == null) {
            return isOpen(step.state()) ? ahead : Map.of();
        }
        return before.endsWith(step) ? Map.of() : before.lights();
    }

    /** What was under way and is not any more; lights that turned too early stay. */
    private boolean endsWith(PlanDrawn.Step step) {
        return isUnderWay() ? !UNDER_WAY.contains(step.state()) : !isOpen(step.state());
    }

    WallItem lit(String clock, String light) {
        Map<String, String> now = new TreeMap<>(lights);
        now.put(clock, light);
        return new WallItem(
                item,
                stage,
                department,
                state,
                finish,
                latest,
                slack,
                actualStart,
                actualFinish,
                now);
    }

    private static boolean isOpen(String state) {
        return state.equals("PLANNED") || UNDER_WAY.contains(state);
    }

    boolean isOpen() {
        return isOpen(state);
    }

    boolean isUnderWay() {
        return UNDER_WAY.contains(state);
    }

    boolean isDone() {
        return state.equals("DONE") || state.equals("ELSEWHERE");
    }
}

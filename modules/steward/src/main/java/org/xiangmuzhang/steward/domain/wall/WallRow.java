package org.xiangmuzhang.steward.domain.wall;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * The row of a project on the wall chart.
 *
 * @param stage of the item that should end first, or null
 * @param light the worst of the items under way
 * @param actualFrom first day on which anything really ran
 * @param actualTo last day on which anything was really done, or null while something runs
 * @param stages in the order of the law
 * @param next what should end first, at most {@link #NEXT} of them
 */
@ValueObject
public record WallRow(
        @Nullable String stage,
        String light,
        int items,
        int done,
        int running,
        @Nullable LocalDate begins,
        @Nullable LocalDate finish,
        @Nullable LocalDate target,
        @Nullable Integer leastSlack,
        @Nullable LocalDate baselineBegins,
        @Nullable LocalDate baselineFinish,
        @Nullable LocalDate actualFrom,
        @Nullable LocalDate actualTo,
        List<Gate> stages,
        List<Due> next) {

    /** So many obligations stand beside the bar. */
    public static final int NEXT = 2;

    /** The end of a stage: where the plan has it, and whether it is behind the project. */
    public record Gate(String stage, LocalDate finish, int items, int done) {}

    /** What has to be done next, and which department answers for it. */
    public record Due(
            String item, String stage, String department, LocalDate due, int slack, String state) {}
}

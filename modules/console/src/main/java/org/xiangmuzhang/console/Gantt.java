package org.xiangmuzhang.console;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A schedule to draw: {@code console/components :: gantt(plan)} makes a chart and a table of it.
 * All dates are Asia/Shanghai days, first and last day included.
 *
 * @param today where the line of today stands
 * @param from first day of the chart
 * @param to last day of the chart
 * @param target by when everything should be done, or null
 * @param offDays days off within the range; empty shades Saturdays and Sundays
 * @param rows one per item, those of one stage together
 */
public record Gantt(
        LocalDate today,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate target,
        List<LocalDate> offDays,
        List<Row> rows) {

    public Gantt {
        offDays = List.copyOf(offDays);
        rows = List.copyOf(rows);
    }

    /**
     * One item of the schedule.
     *
     * @param code item code, unique in the plan
     * @param name the item in words
     * @param stage the stage in words
     * @param department who decides, in words
     * @param actualStart first day it really ran, or null
     * @param actualFinish day it was really done, or null
     * @param critical whether a delay moves the end
     * @param slack working days it may slip
     * @param state how it stands
     * @param light its light, or null when nobody watches it
     * @param after codes of the items it waits for
     */
    public record Row(
            String code,
            String name,
            String stage,
            String department,
            LocalDate earliestStart,
            LocalDate earliestFinish,
            LocalDate latestStart,
            LocalDate latestFinish,
            @Nullable LocalDate actualStart,
            @Nullable LocalDate actualFinish,
            boolean critical,
            int slack,
            State state,
            @Nullable Light light,
            List<String> after) {

        public Row {
            after = List.copyOf(after);
        }
    }

    /** How an item of a plan stands. */
    public enum State {
        /** Not begun. */
        PLANNED,
        /** Under way. */
        RUNNING,
        /** Under way, its clock stopped by a special procedure. */
        PAUSED,
        /** Reviewed ahead of a condition; its opinion is not yet formal. */
        SIMULATED,
        /** Decided on the platform. */
        DONE,
        /** Decided outside the platform and recorded here. */
        ELSEWHERE,
        /** Another item or assessment stands in for it. */
        REPLACED
    }
}

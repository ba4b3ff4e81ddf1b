package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The wall chart (挂图作战) of a place and what lies below it: running projects, each with baseline,
 * plan, actual and what comes next. Of a past day it tells what had been recorded by its end; names
 * of projects, places and items are those of today.
 */
public interface ReadingWall {

    /** How rows are put together. */
    enum Group {
        NONE,
        PLACE,
        INDUSTRY,
        STAGE
    }

    /**
     * Which rows.
     *
     * @param region null for the whole reach of the actor
     * @param on a past day; null for now
     * @param leader a leader, for what lies within its place; a head, for whose next step its
     *     department answers
     */
    record Question(
            @Nullable Region region,
            @Nullable LocalDate on,
            @Nullable String stage,
            @Nullable String light,
            @Nullable String type,
            @Nullable UUID steward,
            @Nullable UUID leader,
            Group group,
            @Nullable Place after,
            int limit) {}

    /** Where a row stands in the list. */
    record Place(String group, int urgency, UUID project) {}

    /**
     * A page of the chart.
     *
     * @param on the day that it tells of; today unless a past one was asked for
     * @param replayed whether it tells of the past
     * @param projects of all pages
     * @param before how many stand on the pages before
     * @param from first day of the chart's axis
     * @param to its last day
     * @param next where the last row stands, or null when there is no further page
     */
    record Sheet(
            LocalDate on,
            boolean replayed,
            int projects,
            Map<String, Integer> lights,
            int late,
            int before,
            LocalDate from,
            LocalDate to,
            List<Line> lines,
            @Nullable Place next) {}

    /**
     * A project on the chart.
     *
     * @param group what it has in common with its neighbours: a place, an industry or a stage
     * @param light GREEN, YELLOW, ORANGE or RED: the worst of the items under way
     * @param leastSlack working days to spare; negative when the target cannot be met
     * @param actualFrom first day on which an item really ran
     * @param actualTo last day on which one was done, null while one is under way
     * @param next what should end first
     */
    record Line(
            UUID project,
            String name,
            String code,
            Region region,
            String place,
            String projectType,
            @Nullable String industry,
            String group,
            @Nullable UUID steward,
            @Nullable String stewardName,
            String light,
            @Nullable String stage,
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
            List<Obligation> next) {}

    /** The end of a stage in the plan. */
    record Gate(String stage, LocalDate finish, int items, int done) {}

    /**
     * What has to be done next, who answers for it and who leads them.
     *
     * @param unit name of the department; empty for what is the steward's own
     * @param leader its head, else the leader of the place, else null
     */
    record Obligation(
            String item,
            String itemName,
            String department,
            String unit,
            @Nullable UUID leader,
            @Nullable String leaderName,
            LocalDate due,
            int slack,
            String state) {}

    /** What may be filtered by: ids with names, codes with words. */
    record Choices(
            Map<String, String> places,
            Map<String, String> types,
            Map<String, String> stewards,
            Map<String, String> leaders) {}

    Sheet wall(Actor actor, Question question, Locale language);

    Choices choices(Actor actor, @Nullable Region region, Locale language);
}

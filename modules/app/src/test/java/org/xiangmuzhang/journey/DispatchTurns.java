package org.xiangmuzhang.journey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.journey.Turns.Turn;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

/** Turns of tickets, of the weekly dispatch and of factor lists. */
final class DispatchTurns {

    static final String TICKETS = "/api/projects/tickets";
    static final String DISPATCHES = "/api/projects/dispatches";

    private final Turns turns;

    DispatchTurns(Turns turns) {
        this.turns = turns;
    }

    void addTo(Map<String, Supplier<Turn>> all) {
        all.put(
                "POST " + TICKETS,
                () -> {
                    Story story = turns.begun();
                    return new Turn(story.as("steward"), TICKETS, problem(story));
                });
        all.put(
                "POST " + TICKETS + "/{ticket}/acts",
                () -> {
                    Story story = turns.begun();
                    return new Turn(
                            story.as("approver-nr"),
                            ticket(story) + "/acts",
                            Map.of("step", "ANSWER", "text", Marks.text(story)));
                });
        all.put(
                "POST /api/projects/{id}/factors",
                () -> {
                    Story story = turns.begun();
                    return new Turn(story.as("steward"), story.path("/factors"), need(story, 1));
                });
        all.put(
                "POST /api/projects/{id}/factors/{factor}/moves",
                () -> {
                    Story story = turns.begun();
                    return new Turn(
                            story.as("approver-nr"),
                            factor(story, 30) + "/moves",
                            Map.of(
                                    "state",
                                    "PROMISED",
                                    "needed",
                                    story.platform.today().plusDays(40)));
                });
        all.put(
                "POST " + DISPATCHES,
                () -> {
                    Story story = turns.begun();
                    forget(story);
                    return new Turn(story.as("leader"), DISPATCHES, null);
                });
        all.put(
                "POST " + DISPATCHES + "/{dispatch}/lines/{line}",
                () -> {
                    Story story = turns.begun();
                    factor(story, 1);
                    JsonNode meeting = opened(story);
                    return new Turn(
                            story.as("leader"),
                            path(meeting) + "/lines/" + line(meeting, "FACTOR"),
                            Map.of(
                                    "treatment",
                                    "TICKET",
                                    "text",
                                    Marks.text(story),
                                    "department",
                                    "NR",
                                    "due",
                                    story.platform.today().plusDays(7)));
                });
        all.put(
                "POST " + DISPATCHES + "/{dispatch}/closing",
                () -> {
                    Story story = turns.begun();
                    return new Turn(story.as("leader"), path(opened(story)) + "/closing", null);
                });
    }

    private static Map<String, Object> problem(Story story) {
        return Map.of(
                "project",
                story.project,
                "text",
                Marks.text(story),
                "department",
                "NR",
                "due",
                story.platform.today().plusDays(7));
    }

    /** A ticket of the story's steward. */
    static String ticket(Story story) {
        JsonNode ticket = story.as("steward").post(TICKETS, problem(story));
        return TICKETS + "/" + ticket.get("id").asString();
    }

    private static Map<String, Object> need(Story story, int days) {
        LocalDate needed = story.platform.today().plusDays(days);
        return Map.of("kind", "LAND", "amount", 120, "department", "NR", "needed", needed);
    }

    /** A factor that is needed after so many days. */
    static String factor(Story story, int days) {
        JsonNode factor = story.as("steward").post(story.path("/factors"), need(story, days));
        return story.path("/factors/" + factor.get("id").asString());
    }

    /** The meeting of this week at the story's place, whatever was held before. */
    static JsonNode opened(Story story) {
        forget(story);
        return story.as("leader").post(DISPATCHES, Map.of());
    }

    /** There is one meeting of a place in a week. */
    static void forget(Story story) {
        JdbcClient jdbc = story.platform.bean(JdbcClient.class);
        for (String table : new String[] {"dispatch_line", "dispatch", "dispatch_standing"}) {
            jdbc.sql("delete from steward." + table + " where region = ?")
                    .param(story.region)
                    .update();
        }
    }

    static String path(JsonNode meeting) {
        return DISPATCHES + "/" + meeting.get("id").asString();
    }

    static String line(JsonNode meeting, String kind) {
        for (JsonNode line : meeting.get("lines")) {
            if (line.get("kind").asString().equals(kind)) {
                return line.get("id").asString();
            }
        }
        throw new AssertionError(kind + " is not on " + meeting);
    }
}

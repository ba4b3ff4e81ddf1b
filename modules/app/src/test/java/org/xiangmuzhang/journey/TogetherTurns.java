package org.xiangmuzhang.journey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.journey.Turns.Turn;

import tools.jackson.databind.JsonNode;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Turns of joint sessions, of books of bundled assessments and of batches. */
final class TogetherTurns {

    static final String SESSIONS = "/api/projects/sessions";
    static final String BOOKS = "/api/projects/books";
    static final String BATCHES = "/api/projects/batches";

    private final Turns turns;

    TogetherTurns(Turns turns) {
        this.turns = turns;
    }

    void addTo(Map<String, Supplier<Turn>> all) {
        all.put(
                "POST " + SESSIONS,
                () -> {
                    Story story = turns.begun();
                    return new Turn(story.as("steward"), SESSIONS, call(story));
                });
        all.put(
                "POST " + SESSIONS + "/{session}/acts",
                () -> {
                    Story story = turns.begun();
                    String session = session(story);
                    return new Turn(
                            story.as("approver-nr"),
                            session + "/acts",
                            Map.of("step", "ANSWER", "suits", List.of(time(story, session))));
                });
        all.put(
                "POST " + SESSIONS + "/{session}/points/{point}/moves",
                () -> {
                    Story story = turns.begun();
                    String session = judged(story);
                    return new Turn(
                            story.as("approver-nr"),
                            session + "/points/" + point(story, session) + "/moves",
                            Map.of("move", "CLOSE"));
                });
        all.put(
                "POST " + BOOKS,
                () -> {
                    Story story = turns.begun();
                    return new Turn(
                            story.as("steward"), BOOKS, book(story, "EIA-TABLE", "ENERGY-REVIEW"));
                });
        all.put(
                "POST " + BOOKS + "/{book}/entries",
                () -> {
                    Story story = turns.entrusted();
                    return new Turn(
                            story.as("steward"),
                            opened(story) + "/entries",
                            Map.of("work", "DATUM", "meaning", "SITE-AREA", "text", "5237.5"));
                });
        all.put(
                "POST " + BATCHES,
                () -> {
                    Story story = turns.begun();
                    return new Turn(story.as("steward"), BATCHES, Map.of("project", story.project));
                });
        all.put(
                "POST " + BATCHES + "/{batch}/changes",
                () -> {
                    Story story = turns.begun();
                    return new Turn(
                            story.as("steward"),
                            batch(story) + "/changes",
                            Map.of("deed", "SHARE", "meaning", "EARTHWORK", "value", 42000));
                });
    }

    /** A batch that begins with the story's project. */
    static String batch(Story story) {
        JsonNode batch = story.as("steward").post(BATCHES, Map.of("project", story.project));
        return BATCHES + "/" + batch.get("id").asString();
    }

    static Map<String, Object> call(Story story) {
        return Map.of(
                "project",
                story.project,
                "kind",
                "SURVEY",
                "departments",
                List.of("NR", "EE"),
                "place",
                Marks.text(story));
    }

    /** A session that the story's steward has called. */
    static String session(Story story) {
        JsonNode session = story.as("steward").post(SESSIONS, call(story));
        return SESSIONS + "/" + session.get("id").asString();
    }

    /** The first of the times that are proposed. */
    static String time(Story story, String session) {
        return story.as("steward").get(session).get("times").get(0).get("at").asString();
    }

    /** A session with drawings that has begun, and at which one department left a point open. */
    static String judged(Story story) {
        Map<String, Object> call = new LinkedHashMap<>(call(story));
        call.put("kind", "ACCEPTANCE");
        call.put("mock", true);
        call.put("file", Story.file(story.as("steward")));
        JsonNode called = story.as("steward").post(SESSIONS, call);
        String session = SESSIONS + "/" + called.get("id").asString();
        story.platform
                .bean(JdbcClient.class)
                .sql("update steward.joint_session set answer_by = called_on - 1 where id = ?")
                .param(UUID.fromString(called.get("id").asString()))
                .update();
        story.as("steward")
                .post(
                        session + "/acts",
                        Map.of(
                                "step",
                                "TIME",
                                "at",
                                time(story, session),
                                "text",
                                Marks.text(story)));
        story.platform
                .bean(JdbcClient.class)
                .sql("update steward.joint_session set at = ? where id = ?")
                .param(Timestamp.from(Instant.now().minus(Duration.ofDays(400))))
                .param(UUID.fromString(called.get("id").asString()))
                .update();
        story.as("approver-nr")
                .post(
                        session + "/acts",
                        Map.of(
                                "step",
                                "JUDGE",
                                "verdict",
                                "POINTS",
                                "points",
                                List.of(Map.of("text", Marks.text(story)))));
        return session;
    }

    static String point(Story story, String session) {
        return story.as("steward").get(session).get("points").get(0).get("id").asString();
    }

    static Map<String, Object> book(Story story, String... items) {
        return Map.of(
                "project", story.project, "bundle", "PKG-ONE-BOOK-5", "items", List.of(items));
    }

    /** A book that the story's steward has opened and commissioned. */
    static String opened(Story story) {
        JsonNode book =
                story.as("steward").post(BOOKS, book(story, "FLOOD-IMPACT", "WATER-INTAKE"));
        String path = BOOKS + "/" + book.get("id").asString();
        story.as("steward")
                .post(
                        path + "/entries",
                        Map.of(
                                "work",
                                "COMMISSION",
                                "payer",
                                "GOVERNMENT",
                                "file",
                                Story.file(story.as("steward")),
                                "text",
                                Marks.text(story)));
        return path;
    }
}

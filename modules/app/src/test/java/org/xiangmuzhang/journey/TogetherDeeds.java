package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Deeds with joint sessions, books of bundled assessments and batches, all about one story. */
final class TogetherDeeds {

    private final Story story;
    private String session = "";
    private String judged = "";
    private String book = "";
    private String batch = "";

    TogetherDeeds(Told told) {
        story = told.story();
    }

    void addTo(Map<String, Supplier<Deed>> deeds) {
        String sessions = TogetherTurns.SESSIONS;
        String books = TogetherTurns.BOOKS;
        get(deeds, sessions, () -> sessions);
        console(deeds, sessions + "/new", () -> sessions + "/new?project=" + story.project);
        get(deeds, sessions + "/{session}", this::judged);
        get(
                deeds,
                sessions + "/{session}/files/{file}",
                () -> judged() + "/files/" + file(judged(), "file"));
        change(deeds, sessions, () -> sessions, TogetherTurns.call(story), () -> null);
        change(
                deeds,
                sessions + "/{session}/acts",
                () -> session() + "/acts",
                () ->
                        Map.of(
                                "step",
                                "ANSWER",
                                "suits",
                                List.of(TogetherTurns.time(story, session()))),
                () -> version(session(), null));
        change(
                deeds,
                sessions + "/{session}/points/{point}/moves",
                () -> judged() + "/points/" + TogetherTurns.point(story, judged()) + "/moves",
                Map.of("move", "CLOSE", "text", Marks.TEXT),
                () -> version(judged(), "points"));
        get(deeds, books, () -> books);
        get(deeds, books + "/savings", () -> books + "/savings?region=" + Cast.PLACE);
        console(deeds, books + "/new", () -> books + "/new?project=" + story.project);
        get(deeds, books + "/{book}", this::book);
        get(
                deeds,
                books + "/{book}/files/{file}",
                () -> book() + "/files/" + file(book(), "contract"));
        change(
                deeds,
                books,
                () -> books,
                TogetherTurns.book(story, "EIA-TABLE", "ENERGY-REVIEW"),
                () -> null);
        change(
                deeds,
                books + "/{book}/entries",
                () -> book() + "/entries",
                Map.of("work", "DATUM", "meaning", "SITE-AREA", "text", "5237.5"),
                () -> version(book(), null));
        String batches = TogetherTurns.BATCHES;
        get(deeds, batches, () -> batches);
        get(deeds, batches + "/{batch}", this::batch);
        change(
                deeds,
                batches + "/{batch}/changes",
                () -> batch() + "/changes",
                Map.of("deed", "SHARE", "meaning", "EARTHWORK", "value", 42000),
                () -> version(batch(), null));
    }

    private static void get(
            Map<String, Supplier<Deed>> deeds, String route, Supplier<String> path) {
        deeds.put("GET " + route, () -> Deed.get("GET " + route, path.get()));
        console(deeds, route, path);
    }

    private static void console(
            Map<String, Supplier<Deed>> deeds, String route, Supplier<String> path) {
        String page = "GET " + onConsole(route);
        deeds.put(page, () -> Deed.get(page, onConsole(path.get())));
    }

    private static void change(
            Map<String, Supplier<Deed>> deeds,
            String route,
            Supplier<String> path,
            Map<String, Object> body,
            Supplier<@Nullable String> version) {
        change(deeds, route, path, () -> body, version);
    }

    /** By a program and by a form. */
    private static void change(
            Map<String, Supplier<Deed>> deeds,
            String route,
            Supplier<String> path,
            Supplier<Map<String, Object>> body,
            Supplier<@Nullable String> version) {
        deeds.put("POST " + route, () -> Deed.json("POST " + route, path.get(), body.get()));
        String form = "POST " + onConsole(route);
        deeds.put(
                form,
                () -> {
                    String at = onConsole(path.get());
                    Map<String, String> typed = new LinkedHashMap<>();
                    body.get().forEach((field, value) -> typed.put(field, typed(value)));
                    String seen = version.get();
                    if (seen != null) {
                        typed.put("version", seen);
                    }
                    return Deed.form(form, at, typed);
                });
    }

    private static String typed(Object value) {
        return value instanceof List<?> several
                ? String.join(",", several.stream().map(String::valueOf).toList())
                : value.toString();
    }

    private static String onConsole(String path) {
        return path.replaceFirst("/api/", "/console/");
    }

    /** That of the thing, or of the first of its parts. */
    private String version(String path, @Nullable String part) {
        JsonNode thing = story.as("steward").get(path);
        return (part == null ? thing : thing.get(part).get(0)).get("version").asString();
    }

    private String file(String path, String field) {
        return story.as("steward").get(path).get(field).asString();
    }

    /** For which a time is being found. */
    private synchronized String session() {
        if (session.isEmpty()) {
            session = TogetherTurns.session(story);
        }
        return session;
    }

    /** With an open point. */
    private synchronized String judged() {
        if (judged.isEmpty()) {
            judged = TogetherTurns.judged(story);
        }
        return judged;
    }

    private synchronized String batch() {
        if (batch.isEmpty()) {
            batch = TogetherTurns.batch(story);
        }
        return batch;
    }

    private synchronized String book() {
        if (book.isEmpty()) {
            book = TogetherTurns.opened(story);
        }
        return book;
    }
}

package org.xiangmuzhang.journey;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Deeds with tickets, the weekly dispatch and factor lists, all about one story. */
final class DispatchDeeds {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Story story;
    private String ticket = "";
    private String file = "";
    private String factor = "";
    private String evidence = "";
    private JsonNode meeting = JSON.nullNode();

    DispatchDeeds(Told told) {
        story = told.story();
    }

    void addTo(Map<String, Supplier<Deed>> deeds) {
        String tickets = DispatchTurns.TICKETS;
        String dispatches = DispatchTurns.DISPATCHES;
        String factors = "/api/projects/{id}/factors";
        get(deeds, tickets, () -> tickets);
        get(deeds, tickets + "/{ticket}", this::ticket);
        get(deeds, tickets + "/{ticket}/files/{file}", () -> ticket() + "/files/" + file);
        console(deeds, tickets + "/new", () -> tickets + "/new?project=" + story.project);
        get(deeds, dispatches, () -> dispatches);
        deeds.put(
                "GET " + dispatches + "/agenda",
                () -> Deed.get("GET " + dispatches + "/agenda", dispatches + "/agenda"));
        get(deeds, dispatches + "/{dispatch}", this::dispatch);
        console(deeds, dispatches + "/{dispatch}/minutes", () -> dispatch() + "/minutes");
        get(deeds, factors, () -> story.path("/factors"));
        deeds.put(
                "GET " + factors + "/{factor}",
                () -> Deed.get("GET " + factors + "/{factor}", factor()));
        get(deeds, factors + "/{factor}/files/{file}", () -> factor() + "/files/" + evidence);

        change(
                deeds,
                tickets,
                () -> tickets,
                Map.of(
                        "project",
                        story.project.toString(),
                        "text",
                        Marks.TEXT,
                        "department",
                        "NR",
                        "due",
                        story.platform.today().plusDays(7).toString()),
                "");
        change(
                deeds,
                tickets + "/{ticket}/acts",
                () -> ticket() + "/acts",
                Map.of("step", "ANSWER", "text", Marks.TEXT),
                "ticket");
        change(deeds, dispatches, () -> dispatches, Map.of(), "");
        change(
                deeds,
                dispatches + "/{dispatch}/lines/{line}",
                () -> dispatch() + "/lines/" + DispatchTurns.line(meeting, "FACTOR"),
                Map.of("treatment", "SETTLE", "text", Marks.TEXT),
                "meeting");
        change(
                deeds,
                dispatches + "/{dispatch}/closing",
                () -> dispatch() + "/closing",
                Map.of(),
                "meeting");
        change(
                deeds,
                factors,
                () -> story.path("/factors"),
                Map.of(
                        "kind",
                        "WATER",
                        "department",
                        "NR",
                        "needed",
                        story.platform.today().plusDays(9).toString()),
                "");
        change(
                deeds,
                factors + "/{factor}/moves",
                () -> factor() + "/moves",
                Map.of("state", "PROMISED"),
                "factor");
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

    /** By a program and by a form. */
    private void change(
            Map<String, Supplier<Deed>> deeds,
            String route,
            Supplier<String> path,
            Map<String, String> body,
            String thing) {
        deeds.put("POST " + route, () -> Deed.json("POST " + route, path.get(), body));
        String form = "POST " + onConsole(route);
        deeds.put(
                form,
                () -> {
                    Map<String, String> typed = new LinkedHashMap<>(body);
                    String at = onConsole(path.get());
                    if (!thing.isEmpty()) {
                        typed.put("version", version(thing));
                    }
                    return Deed.form(form, at, typed);
                });
    }

    private static String onConsole(String path) {
        return path.replaceFirst("/api/", "/console/");
    }

    private String version(String thing) {
        String path =
                switch (thing) {
                    case "ticket" -> ticket();
                    case "factor" -> factor();
                    default -> dispatch();
                };
        String role = thing.equals("meeting") ? "leader" : "steward";
        return String.valueOf(story.as(role).tryGet(path).etag()).replaceAll("\\D", "");
    }

    /** With a report of the unit and its file. */
    private synchronized String ticket() {
        if (ticket.isEmpty()) {
            ticket = DispatchTurns.ticket(story);
            Caller unit = story.as("approver-nr");
            file = Story.file(unit).toString();
            unit.post(ticket + "/acts", Map.of("step", "ANSWER", "text", Marks.TEXT, "file", file));
        }
        return ticket;
    }

    private synchronized String factor() {
        if (factor.isEmpty()) {
            factor = DispatchTurns.factor(story, 60);
            Caller unit = story.as("approver-nr");
            evidence = Story.file(unit).toString();
            unit.post(factor + "/moves", Map.of("state", "SUPPLIED", "file", evidence));
        }
        return factor;
    }

    /** With a line that nobody has treated. */
    private synchronized String dispatch() {
        if (meeting.isNull()) {
            DispatchTurns.factor(story, 1);
            meeting = DispatchTurns.opened(story);
        }
        return DispatchTurns.path(meeting);
    }
}

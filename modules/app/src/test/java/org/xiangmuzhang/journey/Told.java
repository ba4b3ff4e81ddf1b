package org.xiangmuzhang.journey;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One story at {@link Cast#PLACE}, played to its end, and how it is asked for. */
final class Told {

    private static final String ITEM = "SITE-PREEXAM";

    private final Story story;
    private final UUID rated;
    private final UUID subject;
    private final Marks marks;
    private final Map<String, Map<String, String>> ids = new HashMap<>();
    private final Map<String, String> queries = new HashMap<>();

    Told(Platform platform, Turns turns) {
        story = turns.entrusted();
        story.drawPlan(Map.of("start", platform.today()));
        story.elsewhere("POWER-CONN", Marks.NUMBER + "-1");
        UUID application = Turns.accepted(story);
        JsonNode asked = story.task(application, ITEM);
        story.approver(asked)
                .post(
                        Story.task(asked) + "/decision",
                        Map.of(
                                "outcome",
                                "APPROVED",
                                "documentNumber",
                                Marks.NUMBER + "-2",
                                "reason",
                                Marks.TEXT));
        platform.settle();
        story.deliver(application);
        rated = application;
        story.as("applicant")
                .post(
                        "/api/supervision/ratings",
                        Map.of("application", application, "score", 4, "remark", Marks.TEXT));
        String prepared = turns.withIndicators();
        String parcel = prepared.substring(prepared.lastIndexOf('/') + 1);
        story.as("land-officer")
                .post(prepared + "/planning-conditions", Map.of("documentNumber", Marks.NUMBER));
        story.as("land-officer").post(prepared + "/reservation", Map.of("project", story.project));
        platform.settle();
        String task = story.task(application, ITEM).get("id").asString();
        String material =
                story.as("clerk")
                        .get(Story.application(application) + "/materials")
                        .get(0)
                        .get("file")
                        .asString();
        ids.put("/api/intake/applications", ids(application, "file", material));
        ids.put("/api/intake/tasks", ids(task, "file", material));
        ids.put("/api/supervision/ratings", Map.of("application", application.toString()));
        ids.put("/api/supervision/tasks", ids(task, "", ""));
        ids.put("/api/supervision/projects", ids(story.project, "", ""));
        ids.put("/api/projects", project());
        ids.put("/api/land", ids(parcel, "", ""));
        ids.put("/api/files", ids(story.paper(), "", ""));
        ids.put("/api/catalog/items", Map.of("code", ITEM));
        ids.put("/api/catalog/project-types", Map.of("code", "PT-PV-GROUND"));
        ids.put("/api/catalog/packages", Map.of("code", "PKG-ONE-BOOK-5"));
        ids.put("/api/catalog/calendar", Map.of("year", "2026"));
        ids.put("/api/catalog/tables", Map.of("table", "project_types"));
        ids.put("/api/parties/people", ids(person(), "", ""));
        ids.put("/api/settings", Map.of("name", SettingDeeds.LIGHTS));
        subject = PrivacySubjects.clerk(platform, Cast.PLACE);
        ids.put("/api/privacy/people", ids(subject, "", ""));
        ids.put("/actuator/metrics", Map.of("requiredMetricName", "jvm.memory.used"));

        queries();
        marks = Marks.of(story, story.as("land-officer").get(prepared));
    }

    private String person() {
        return story.as("steward").get("/api/me").get("person").get("id").asString();
    }

    /** The story's application, delivered and rated. */
    String application() {
        return rated.toString();
    }

    /** Somebody at the place whom nobody plays. */
    UUID subject() {
        return subject;
    }

    /** What only those may read whose things they are. */
    Marks marks() {
        return marks;
    }

    private Map<String, String> project() {
        JsonNode sheet = story.as("steward").get(story.path(""));
        return Map.of(
                "id",
                story.project.toString(),
                "item",
                "POWER-CONN",
                "file",
                sheet.get("decidedElsewhere").get(0).get("file").asString());
    }

    private static Map<String, String> ids(Object id, String name, String value) {
        return Map.of("id", id.toString(), name, value);
    }

    Story story() {
        return story;
    }

    /** The path of a question, with ids and parameters. */
    String path(String route) {
        String path = Deeds.path(route);
        String thing = path.replace("/console/", "/api/");
        Map<String, String> known =
                ids.entrySet().stream()
                        .filter(one -> thing.startsWith(one.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(Map.of());
        return Deeds.filled(path.replace("**", "liveness"), known)
                + queries.getOrDefault(route, "");
    }

    private void queries() {
        String region = "?region=" + Cast.PLACE;
        String theirs = "?enterprise=%s&project=%s".formatted(story.enterprise, story.project);
        queries.put("GET /api/intake/applications", theirs);
        queries.put("GET /console/intake/applications", theirs);
        queries.put("GET /console/intake/applications/new", "?project=" + story.project);
        queries.put("GET /api/intake/tasks", "?department=NR");
        queries.put("GET /console/intake/tasks", "?department=NR");
        queries.put("GET /api/projects", region);
        for (String settings :
                List.of("", "/{name}", "/{name}/versions", "/export", "/export/json")) {
            queries.put("GET /api/settings" + settings, region);
            queries.put("GET /console/settings" + settings, region);
        }
        queries.put("GET /console/catalog/items", region + "&department=NR");
        queries.put("GET /api/catalog/working-days", "?from=2026-11-02&days=5");
        String row = region + "&key=" + OtherDeeds.ROW;
        queries.put("GET /api/catalog/tables/{table}/override", row);
        queries.put("GET /api/catalog/tables/{table}/override/proposal", row);
        queries.put("GET /console/catalog/tables", region);
        queries.put("GET /console/catalog/tables/{table}", region);
        queries.put("GET /console/catalog/tables/{table}/export", region);
        queries.put("GET /console/catalog/tables/{table}/row", row);
        queries.put("GET /api/land/parcels/{id}/check", "?LI-INVEST=30000");
        for (String table :
                List.of(
                        "items",
                        "items/{code}",
                        "items/{code}/override",
                        "items/{code}/override/proposal",
                        "tables/{table}",
                        "project-types",
                        "project-types/{code}",
                        "packages",
                        "packages/{code}",
                        "conflicts")) {
            queries.put("GET /api/catalog/" + table, region);
        }
    }
}

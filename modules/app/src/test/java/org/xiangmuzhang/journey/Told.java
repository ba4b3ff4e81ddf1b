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
    private final String version;
    private final Marks marks;
    private final OwnItemDeeds ownItems;
    private final Map<String, Map<String, String>> ids = new HashMap<>();
    private final Map<String, String> queries = new HashMap<>();

    Told(Platform platform, Turns turns) {
        story = turns.entrusted();
        story.drawPlan(Map.of("start", platform.today()));
        story.elsewhere("POWER-CONN", Marks.NUMBER + "-1");
        UUID application = story.accept(story.submit(true, Map.of(ITEM, "FORMAL")));
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
        String code = story.task(application, ITEM).get("checkCode").asString();
        ids.put("/api/decisions", Map.of("code", code));
        ids.put("/decisions", Map.of("code", code));
        CheckTurns.decidedByRules(platform, UUID.fromString(task));
        String draft = CheckTurns.begun(story);
        ids.put(CheckTurns.DRAFTS, ids(draft.substring(draft.lastIndexOf('/') + 1), "", ""));
        ids.put(CheckTurns.DECISIONS, ids(task, "", ""));
        String material =
                story.as("clerk")
                        .get(Story.application(application) + "/materials")
                        .get(0)
                        .get("file")
                        .asString();
        ids.put("/api/intake/applications", ids(application, "file", material));
        ids.put("/api/intake/tasks", ids(task, "file", material));
        String promise = ObligationTurns.of(story, application);
        ids.put("/api/intake/obligations", ids(promise, "", ""));
        ids.put("/api/supervision/promises", ids(promise, "", ""));
        ids.put("/api/supervision/help-cases", ids(ObligationTurns.refused(turns), "", ""));
        ids.put("/api/supervision/ratings", Map.of("application", application.toString()));
        ids.put("/api/supervision/tasks", ids(task, "", ""));
        ids.put("/api/supervision/projects", ids(story.project, "", ""));
        ids.put("/api/projects", project());
        ids.put("/api/land", ids(parcel, "", ""));
        ids.put("/api/files", ids(story.paper(), "", ""));
        WebhookTurns webhooks = new WebhookTurns(platform, () -> story.as("applicant"));
        ids.put(WebhookTurns.HERE, ids(webhooks.kept(), "", ""));
        ids.put("/api/catalog/items", Map.of("code", ITEM));
        ids.put("/api/catalog/project-types", Map.of("code", "PT-PV-GROUND"));
        ids.put("/api/catalog/packages", Map.of("code", "PKG-ONE-BOOK-5"));
        ids.put("/api/catalog/lists", Map.of("list", "WEEKEND"));
        ids.put("/api/catalog/tables", Map.of("table", "project_types"));
        ids.put("/api/catalog/guides", Map.of("code", "BUILD-ROAD"));
        ids.put("/guides", Map.of("code", "BUILD-ROAD"));
        ids.put("/items", Map.of("code", ITEM));
        ids.put("/api/parties/people", ids(person(), "", ""));
        ids.put("/api/settings", Map.of("name", SettingDeeds.LIGHTS));
        subject = PrivacySubjects.clerk(platform, Cast.PLACE);
        ids.put("/api/privacy/people", ids(subject, "", ""));
        ownItems = new OwnItemDeeds(platform);
        version = ownItems.told();
        Map<String, String> own = Map.of("code", OwnItemDeeds.TOLD);
        Map<String, String> imported = ids(ownItems.imported(), "", "");
        ids.put("/api/catalog/own-items/", own);
        ids.put("/api/catalog/own/", own);
        ids.put("/api/catalog/own-item-imports/", imported);
        ids.put("/api/catalog/own-imports/", imported);
        ids.put("/actuator/metrics", Map.of("requiredMetricName", "jvm.memory.used"));

        new CalendarDeeds(platform).propose();
        ids.put("/api/catalog/calendar", Map.of("year", Integer.toString(CalendarDeeds.WAITING)));
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
                "mandate",
                sheet.get("mandates").get(0).get("id").asString(),
                "file",
                sheet.get("decidedElsewhere").get(0).get("file").asString(),
                "paper",
                "PLAN");
    }

    private static Map<String, String> ids(Object id, String name, String value) {
        return Map.of("id", id.toString(), name, value);
    }

    Story story() {
        return story;
    }

    OwnItemDeeds ownItems() {
        return ownItems;
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
        for (String rules : List.of("rule-accuracy", "rule-decisions")) {
            queries.put("GET /api/intake/" + rules, "?department=NR");
            queries.put("GET /console/intake/" + rules, "?department=NR");
        }
        queries.put("GET /api/intake/drafts", theirs);
        queries.put("GET /api/projects", region);
        for (String wall : List.of("/api/projects/wall", "/console/projects/wall")) {
            queries.put("GET " + wall, region);
        }
        queries.put("GET /console/projects/wall/screen", region);
        queries.put("GET /api/projects/library", "?type=PT-PV-GROUND");
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
        queries.put("GET /api/catalog/search", region + "&q=gh");
        queries.put("GET /api/catalog/search/facets", region + "&q=gh");
        queries.put("GET /items", region + "&q=gh");
        queries.put("GET /items/{code}", region);
        queries.put("GET /guides", region);
        queries.put("GET /guides/{code}", region);
        queries.put("GET /console/catalog/guides", region);
        queries.put("GET /console/catalog/guides/{code}", region);
        queries.put("GET /console/catalog/tables", region);
        queries.put("GET /console/catalog/tables/{table}", region);
        queries.put("GET /console/catalog/tables/{table}/export", region);
        queries.put("GET /console/catalog/tables/{table}/row", row);
        String own = "GET /api/catalog/own-items";
        for (String path : List.of("", "/{code}", "/{code}/holding", "/drafts")) {
            queries.put(own + path, region);
        }
        queries.put(own + "/{code}/changes", region + "&from=" + version + "&to=" + version);
        queries.put("GET /api/catalog/own-item-imports", region);
        queries.put("GET /api/catalog/own-item-imports/export", region);
        for (String path : List.of("own", "own/{code}", "own/export", "own-imports")) {
            queries.put("GET /console/catalog/" + path, region);
        }
        queries.put("GET /api/land/parcels/{id}/check", "?LI-INVEST=30000");
        packagesAndLists(region);
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
                        "guides",
                        "guides/{code}",
                        "guides/{code}/notice",
                        "guides/{code}/draft",
                        "conflicts")) {
            queries.put("GET /api/catalog/" + table, region);
        }
    }

    private void packagesAndLists(String region) {
        String from = "&from=" + story.platform.today();
        queries.put("GET /api/catalog/packages/{code}/form", region);
        queries.put("GET /api/catalog/packages/preview", region + "&items=BUSINESS-REG,SEAL");
        queries.put("GET /console/catalog/packages", region);
        queries.put("GET /console/catalog/packages/{code}", region);
        queries.put("GET /console/catalog/packages/edit", region + "&code=PKG-SNACK");
        queries.put("GET /api/catalog/packages/{code}/graph", region);
        queries.put("GET /api/catalog/project-types/{code}/graph", region);
        queries.put("GET /api/catalog/items/{code}/graph", region);
        queries.put("GET /console/catalog/graph", region);
        queries.put("GET /console/catalog/graph/export", region);
        queries.put("GET /console/catalog/graph/export/json", region);
        queries.put("GET /api/catalog/lists", region);
        queries.put("GET /api/catalog/lists/{list}", region);
        queries.put("GET /api/catalog/lists/{list}/changes", region + from);
        queries.put("GET /api/catalog/lists/{list}/demand", region);
        queries.put("GET /api/catalog/lists/{list}/export", region + "&format=CSV");
        queries.put("GET /console/catalog/lists", region);
        queries.put("GET /console/catalog/lists/changes", region + "&list=WEEKEND" + from);
        queries.put("GET /console/catalog/lists/demand", region + "&list=WEEKEND");
        queries.put("GET /api/catalog/differences", region);
        queries.put("GET /api/catalog/differences/export", region + "&format=CSV");
        queries.put("GET /api/catalog/item-gaps", region + "&kind=CATEGORY_UNKNOWN");
        queries.put("GET /console/catalog/differences", region);
        queries.put("GET /console/catalog/differences/export", region + "&format=CSV");
        queries.put("GET /console/catalog/differences/gaps", region);
        queries.put("GET /console/catalog/lists/export", region + "&list=WEEKEND&format=CSV");
    }
}

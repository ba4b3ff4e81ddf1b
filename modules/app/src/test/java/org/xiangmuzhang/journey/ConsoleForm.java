package org.xiangmuzhang.journey;

import org.xiangmuzhang.journey.Turns.Turn;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A form of the console that makes the same change as an operation of the REST interface.
 *
 * @param change the operation, whose body the form is filled from
 * @param names fields of the body that the form calls otherwise
 */
record ConsoleForm(String change, Map<String, String> names) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROJECT = "/projects/{id}";
    private static final String APPLICATION = "/intake/applications/{id}";
    private static final String TASK = "/intake/tasks/{id}";
    private static final String PARCEL = "/land/parcels/{id}";

    /** By endpoint. */
    static Map<String, ConsoleForm> all() {
        Map<String, ConsoleForm> forms = new TreeMap<>();
        same(forms, "/projects");
        same(forms, PROJECT + "/steward");
        same(forms, PROJECT + "/mandates", "file", "kept-paper");
        same(forms, PROJECT + "/mandates/{mandate}/revocation");
        same(forms, PROJECT + "/mandates/{mandate}/narrowing");
        for (String act : List.of("team", "team/{person}/departure", "service", "closing")) {
            same(forms, PROJECT + "/" + act);
        }
        same(forms, PROJECT + "/diary");
        same(forms, PROJECT + "/handover/signature", "version", "pack");
        same(forms, PROJECT + "/plan");
        same(forms, PROJECT + "/plan/baseline");
        same(forms, PROJECT + "/external-decisions", "file", "kept-proof");
        same(forms, PROJECT + "/external-decisions/{item}/correction", "file", "kept-proof");
        same(forms, PROJECT + "/milestones", "proof", "kept-proof");
        same(forms, PROJECT + "/take-over", "file", "kept-sheet");
        form(forms, PROJECT + "/take-over/confirmation", PROJECT + "/take-over");
        same(forms, "/intake/applications");
        same(forms, APPLICATION + "/acceptance");
        same(forms, APPLICATION + "/correction-notice", "materials", "missing");
        form(forms, APPLICATION + "/materials", APPLICATION + "/corrections");
        same(forms, APPLICATION + "/refusal");
        same(forms, APPLICATION + "/withdrawal");
        same(forms, APPLICATION + "/rectifications");
        same(forms, APPLICATION + "/delivery");
        same(forms, "/projects/batches");
        same(forms, "/intake/drafts");
        form(forms, "/intake/drafts/{id}", "/intake/drafts/{id}/answers");
        same(forms, "/intake/drafts/{id}/removal");
        same(forms, "/intake/rule-decisions/{id}/review");
        same(forms, "/supervision/ratings");
        same(forms, "/intake/obligations/{id}/arrival", "file", "kept-file");
        same(forms, "/intake/obligations/{id}/verification");
        same(forms, "/intake/obligations/{id}/settlement");
        same(forms, "/supervision/promises/{id}/breaches");
        same(forms, "/supervision/help-cases/{id}/owner");
        same(forms, "/supervision/help-cases/{id}/settlement");
        same(forms, TASK + "/decision");
        same(forms, TASK + "/pre-approval");
        form(forms, TASK + "/procedures", TASK + "/special-procedures");
        form(forms, TASK + "/procedures/end", TASK + "/special-procedures/current/end");
        form(forms, "/intake/tasks/decisions", "/intake/decisions");
        form(forms, "/intake/applications/acceptances", "/intake/acceptances");
        form(forms, "/webhooks", "/webhooks/endpoints");
        for (String act : List.of("pause", "resumption", "secret", "removal")) {
            form(forms, "/webhooks/{id}/" + act, "/webhooks/endpoints/{id}/" + act);
        }
        same(forms, "/webhooks/deliveries/{id}/resending");
        same(forms, "/land/parcels");
        for (String act :
                List.of(
                        "indicators",
                        "planning-conditions",
                        "reservation",
                        "listing",
                        "transfer",
                        "payment",
                        "delivery")) {
            same(forms, PARCEL + "/" + act);
        }
        return forms;
    }

    private static void same(Map<String, ConsoleForm> forms, String path, String... renamed) {
        Map<String, String> names = renamed.length == 0 ? Map.of() : Map.of(renamed[0], renamed[1]);
        forms.put("POST /console" + path, new ConsoleForm("POST /api" + path, names));
    }

    private static void form(Map<String, ConsoleForm> forms, String path, String change) {
        forms.put("POST /console" + path, new ConsoleForm("POST /api" + change, Map.of()));
    }

    /**
     * What is typed to ask for what the turn asks for.
     *
     * @param steward of the turn's project
     * @param enterprise the social credit code of the one whose project it is
     */
    Map<String, String> typed(Turn turn, Caller steward, String enterprise) {
        JsonNode body = JSON.valueToTree(turn.body());
        Map<String, String> typed = new LinkedHashMap<>();
        body.properties()
                .forEach(
                        field ->
                                typed.put(
                                        names.getOrDefault(field.getKey(), field.getKey()),
                                        text(field.getValue())));
        switch (change) {
            case "POST /api/projects" -> typed.put("socialCreditCode", enterprise);
            case "POST /api/intake/applications" -> {
                typed.put("key", UUID.randomUUID().toString());
                typed.put("item", "SITE-PREEXAM");
                files(body, typed);
            }
            case "POST /api/intake/drafts" -> {
                typed.put("key", UUID.randomUUID().toString());
                typed.put("item", "SITE-PREEXAM");
            }
            case "POST /api/intake/drafts/{id}/answers" -> files(body, typed);
            case "POST /api/intake/applications/{id}/corrections" -> files(body, typed);
            case "POST /api/land/parcels/{id}/indicators" -> typed.put("LI-FAR.min", "1.2");
            case "POST /api/land/parcels/{id}/reservation" ->
                    typed.put("project", code(typed, steward));
            case "POST /api/land/parcels/{id}/transfer" -> {
                typed.put("socialCreditCode", enterprise);
                typed.put("project", code(typed, steward));
            }
            case "POST /api/intake/decisions" -> tick(body.get("tasks"), "task", typed);
            case "POST /api/intake/acceptances" ->
                    tick(body.get("applications"), "application", typed);
            default -> {}
        }
        if (change.contains("{id}")) {
            typed.put("version", version(turn));
        }
        return typed;
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(one -> one.asString("")).collect(Collectors.joining(","))
                : value.asString("");
    }

    /** One of several, with the version that was seen of it. */
    private static void tick(JsonNode several, String name, Map<String, String> typed) {
        JsonNode one = several.get(0);
        String id = one.get(name).asString();
        typed.put(name, id);
        typed.put("version-" + id, one.get("version").asString());
    }

    /** The form names a file by the paper that is asked for. */
    private static void files(JsonNode body, Map<String, String> typed) {
        for (JsonNode material : body.get("materials")) {
            typed.put(
                    "kept-file-" + material.get("material").asString(),
                    material.get("file").asString());
        }
    }

    private static String code(Map<String, String> typed, Caller steward) {
        return steward.get("/api/projects/" + typed.get("project")).get("code").asString();
    }

    /** The version that the page shows: of the project, the application, the item or the parcel. */
    private static String version(Turn turn) {
        String[] parts = turn.path().split("/");
        int most = parts[2].equals("projects") ? 4 : 5;
        String thing = String.join("/", List.of(parts).subList(0, most));
        String tag = turn.caller().tryGet(thing).etag();
        return String.valueOf(tag).replaceAll("\\D", "");
    }
}

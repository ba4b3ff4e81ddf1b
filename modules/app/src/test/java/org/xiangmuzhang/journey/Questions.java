package org.xiangmuzhang.journey;

import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;

/** What may be asked about a story that has been played, by somebody who may ask it. */
final class Questions {

    private static final String ITEM = "SITE-PREEXAM";

    private final Story story;
    private final Map<String, String> ids = new LinkedHashMap<>();

    Questions(Turns turns) {
        story = turns.entrusted();
        story.drawPlan(Map.of("start", story.platform.today()));
        UUID application = Turns.decided(story);
        String task = story.task(application, ITEM).get("id").asString();
        ids.put("/api/intake/applications/", application.toString());
        ids.put("/api/intake/tasks/", task);
        ids.put("/api/decisions/", story.task(application, ITEM).get("checkCode").asString());
        CheckTurns.decidedByRules(story.platform, UUID.fromString(task));
        ids.put(CheckTurns.DECISIONS + "/", task);
        String draft = CheckTurns.begun(story);
        ids.put(CheckTurns.DRAFTS + "/", draft.substring(draft.lastIndexOf('/') + 1));
        ids.put("/api/supervision/tasks/", task);
        ids.put("/api/supervision/ratings/", application.toString());
        ids.put("/api/files/", Story.file(story.as("steward")).toString());
        String parcel = turns.prepared();
        ids.put("/api/land/parcels/", parcel.substring(parcel.lastIndexOf('/') + 1));
        String ticket = DispatchTurns.ticket(story);
        ids.put(DispatchTurns.TICKETS + "/", ticket.substring(ticket.lastIndexOf('/') + 1));
        ids.put(DispatchTurns.DISPATCHES + "/", DispatchTurns.opened(story).get("id").asString());
        ids.put("/api/projects/", story.project.toString());
        ids.put("/api/supervision/projects/", story.project.toString());
        ids.put(
                "/api/privacy/people/",
                PrivacySubjects.clerk(story.platform, story.region).toString());
        ids.put(
                "/api/signin/people/",
                story.as("steward").get("/api/me").get("person").get("id").asString());
        ids.put(
                "/api/parties/people/",
                story.as("steward").get("/api/me").get("person").get("id").asString());
        ids.put("/api/parties/enterprises/", story.enterprise.toString());
        ids.put(
                "/api/parties/mergers/",
                MergerDeeds.proposed(story.platform.as("administrator"), story.platform, "140500"));
        WebhookTurns webhooks = new WebhookTurns(story.platform, () -> story.as("applicant"));
        ids.put(WebhookTurns.HERE + "/", webhooks.kept());
        ids.put("/api/catalog/items/", ITEM);
        OwnItemDeeds own = new OwnItemDeeds(story.platform);
        own.told();
        ids.put("/api/catalog/own-items/", OwnItemDeeds.TOLD);
        ids.put("/api/catalog/own-item-imports/", own.imported());
        ids.put("/api/catalog/project-types/", "PT-PV-GROUND");
        ids.put("/api/catalog/packages/", "PKG-SNACK");
        ids.put("/api/catalog/lists/", "WEEKEND");
        ids.put("/api/catalog/guides/", "BUILD-ROAD");
        ids.put("/api/catalog/calendar/", "2026");
    }

    Caller caller(String operation) {
        if (operation.contains("/catalog/own-item")
                || operation.contains("/catalog/differences")
                || operation.contains("/catalog/item-gaps")) {
            return story.platform.as("catalog-editor");
        }
        if (operation.contains("/api/land/")) {
            return story.as("land-officer");
        }
        if (operation.endsWith("/draft") || operation.endsWith("/demand")) {
            return story.platform.as("catalog-editor");
        }
        if (operation.contains("/api/privacy/")) {
            return story.platform.as("auditor");
        }
        if (operation.contains("/api/parties/")) {
            return story.platform.as("auditor");
        }
        if (operation.contains("/api/signin/people/")) {
            return story.platform.as("security-administrator");
        }
        if (operation.endsWith("/applications")) {
            return story.as("clerk");
        }
        if (operation.endsWith("/intake/drafts") || operation.contains(WebhookTurns.HERE)) {
            return story.as("applicant");
        }
        return operation.contains("/tasks") || operation.contains("/intake/rule-")
                ? story.as("approver-nr")
                : story.as("steward");
    }

    /** The path with one thing wrong: a part of it, or a parameter beside those that must be. */
    String with(
            String operation, JsonNode description, String name, Map.Entry<String, String> wrong) {
        String path = operation.substring(operation.indexOf(' ') + 1);
        String value = URLEncoder.encode(wrong.getValue(), StandardCharsets.UTF_8);
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonNode parameter : description.path("parameters")) {
            String other = parameter.get("name").asString();
            boolean asked = other.equals(name);
            if (parameter.get("in").asString().equals("path")) {
                String right = asked ? value.replace("+", "%20") : id(path);
                path = path.replace("{" + other + "}", right);
            } else if (asked) {
                query.add(other + "=" + value);
            } else if (parameter.path("required").asBoolean(false) && !isMap(parameter)) {
                String format = parameter.path("schema").path("format").asString("");
                query.add(other + "=" + right(other, format));
            }
        }
        return path + query;
    }

    private static String right(String name, String format) {
        return format.equals("date") ? "2026-11-02" : name.equals("type") ? "PT-PV-GROUND" : "5";
    }

    /** The parameters that must be there, with a value that nothing has. */
    static String needed(JsonNode description) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonNode parameter : description.path("parameters")) {
            if (parameter.get("in").asString().equals("query")
                    && parameter.path("required").asBoolean(false)) {
                query.add(parameter.get("name").asString() + "=5");
            }
        }
        return query.toString();
    }

    /** Any other parameters; the document cannot name them. */
    static boolean isMap(JsonNode parameter) {
        return parameter.path("schema").path("type").asString("").equals("object");
    }

    /** Whether a parameter may have a value of the wrong family after all. */
    static boolean mayBe(String name, String value) {
        return switch (name) {
            case "limit" -> Set.of("empty text", "blank text", "number as text").contains(value);
            // a cursor carries no right, so that a made-up one that can be read is one
            case "after" -> value.endsWith(" times -1");
            case "days" ->
                    Set.of("0", "-1", "number as text", "empty text", "blank text").contains(value);
            default -> true;
        };
    }

    private String id(String path) {
        return ids.entrySet().stream()
                .filter(known -> path.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(WrongInputs.Values.UNKNOWN);
    }
}

package org.xiangmuzhang.journey;

import org.xiangmuzhang.journey.Troupe.Reply;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The ids and codes of the story's things, whose they are not, and what they look like to whose
 * they are.
 *
 * @param uuids by what they stand for
 * @param codes the same
 * @param views paths at which the things are seen, by who may see them
 */
record ForeignThings(
        Told told,
        Map<String, String> uuids,
        Map<String, String> codes,
        Map<String, String> views) {

    static ForeignThings of(Told told) {
        Story story = told.story();
        JsonNode project = story.as("steward").get(story.path(""));
        JsonNode steward = story.as("steward").get("/api/me");
        JsonNode applicant = story.as("applicant").get("/api/me");
        String task = last(told.path("GET /api/intake/tasks/{id}"));
        String parcel = last(told.path("GET /api/land/parcels/{id}"));
        Map<String, String> uuids = new LinkedHashMap<>();
        uuids.put("project", story.project.toString());
        uuids.put("enterprise", story.enterprise.toString());
        uuids.put("application", told.application());
        uuids.put("task", task);
        uuids.put("parcel", parcel);
        uuids.put("file", story.paper().toString());
        uuids.put("material", last(told.path("GET /api/intake/applications/{id}/files/{file}")));
        uuids.put("decision", last(told.path("GET /api/projects/{id}/files/{file}")));
        uuids.put("mandate", project.get("mandates").get(0).get("id").asString());
        uuids.put("steward", steward.at("/person/id").asString());
        uuids.put("applicant", applicant.at("/person/id").asString());
        uuids.put("post of the steward", steward.get("current").asString());
        uuids.put("post of the applicant", applicant.get("current").asString());
        uuids.put("somebody at the place", told.subject().toString());
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("code", project.get("code").asString());
        codes.put(
                "parcel number",
                story.as("land-officer")
                        .get("/api/land/parcels/" + parcel)
                        .get("number")
                        .asString());
        codes.put("credit code", Cast.ENTERPRISE_CODE);
        codes.put("login", "steward-" + Cast.PLACE);
        codes.put("place", Cast.PLACE);
        Map<String, String> views = new LinkedHashMap<>();
        views.put(story.path(""), "steward");
        views.put(story.path("/plan"), "steward");
        views.put(story.path("/timeline?limit=200"), "steward");
        views.put(Story.application(UUID.fromString(told.application())), "applicant");
        views.put("/api/intake/tasks/" + task, "approver-nr");
        views.put("/api/land/parcels/" + parcel, "land-officer");
        views.put("/api/supervision/ratings/" + told.application(), "supervisor");
        views.put("/api/files/" + story.paper(), "applicant");
        views.put("/api/parties/enterprises/" + story.enterprise, "applicant");
        return new ForeignThings(told, uuids, codes, views);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What can stand where an id is asked for. */
    List<String> fitting(boolean uuid) {
        return Stream.concat(
                        uuids.values().stream(), uuid ? Stream.empty() : codes.values().stream())
                .toList();
    }

    /** How they look to whose they are. */
    Map<String, String> seen() {
        Map<String, String> seen = new LinkedHashMap<>();
        views.forEach((path, role) -> seen.put(path, told.story().as(role).get(path).toString()));
        return seen;
    }

    /** What an answer to somebody else tells of them, but for what was sent. */
    List<String> told(Reply reply, String... sent) {
        List<String> sentAll = List.of(sent);
        String all = reply.all();
        List<String> found = new ArrayList<>(told.marks().in(reply, false));
        Stream.concat(
                        uuids.values().stream(),
                        codes.values().stream().filter(code -> !code.equals(Cast.PLACE)))
                .filter(all::contains)
                .forEach(found::add);
        found.removeIf(mark -> sentAll.stream().anyMatch(one -> one.contains(mark)));
        return found.stream().filter(Objects::nonNull).distinct().toList();
    }
}

package org.xiangmuzhang.benchmarks;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The case at one place: the first application of an urban road, four items that four departments
 * decide. Each case has a project of its own, with its steward, mandate and plan.
 */
final class Roads {

    static final List<String> PLACES = List.of("140500", "140502", "Z370403GX");

    private static final List<String> ITEMS =
            List.of("PROJECT-PLANNING", "EIA-TABLE", "SOILWATER-TABLE", "PIPE-MOVE");

    private final RunningPlatform platform;
    private final String place;
    private final String enterprise;
    private final String person;
    private final String paper;
    private final LocalDate today;
    private final List<Map<String, String>> materials = new ArrayList<>();
    private final Queue<String> prepared = new ConcurrentLinkedQueue<>();

    Roads(RunningPlatform platform, String place) {
        this.platform = platform;
        this.place = place;
        Caller applicant = as("applicant");
        Caller steward = as("steward");
        enterprise = applicant.get("/api/me").at("/posts/0/enterprise").asString();
        person = steward.get("/api/me").at("/person/id").asString();
        paper = applicant.upload();
        today = LocalDate.parse(steward.get("/api/practice-clock").get("today").asString());
        for (String item : ITEMS) {
            String path = "/api/catalog/items/" + item + "?region=" + place;
            for (JsonNode material : steward.get(path).get("materials")) {
                if (material.get("required").asBoolean()) {
                    String id = material.get("id").asString();
                    materials.add(Map.of("material", id, "file", paper));
                }
            }
        }
    }

    /** What comes before the case: a project that its steward may act for, with a plan. */
    void prepare() {
        Caller steward = as("steward");
        String project =
                steward.post(
                                "/api/projects",
                                Map.of(
                                        "name", "城东道路",
                                        "projectType", "PT-GOV-ROAD",
                                        "industry", "48",
                                        "enterprise", enterprise,
                                        "investment", 30000))
                        .get("id")
                        .asString();
        String path = "/api/projects/" + project;
        steward.post(path + "/steward", Map.of("steward", person));
        as("applicant")
                .post(
                        path + "/mandates",
                        Map.of(
                                "acts",
                                List.of("SUBMIT", "SUPPLY"),
                                "from",
                                today,
                                "until",
                                today.plusYears(1),
                                "file",
                                paper));
        steward.post(path + "/plan", Map.of("start", today));
        prepared.add(project);
    }

    /** From submission to delivery; false when no project is left. */
    boolean carry(Stopwatch stopwatch) {
        String project = prepared.poll();
        if (project == null) {
            return false;
        }
        JsonNode application =
                stopwatch.time(
                        "submit",
                        () -> as("steward").post("/api/intake/applications", form(project)));
        String path = "/api/intake/applications/" + application.get("id").asString();
        stopwatch.time("accept", () -> as("clerk").post(path + "/acceptance", Map.of()));
        for (JsonNode task : application.get("tasks")) {
            String department = task.get("department").asString().toLowerCase(Locale.ROOT);
            String decision = "/api/intake/tasks/" + task.get("id").asString() + "/decision";
            stopwatch.time(
                    "decide",
                    () ->
                            as("approver-" + department)
                                    .post(decision, Map.of("outcome", "APPROVED")));
        }
        stopwatch.time("deliver", () -> as("clerk").post(path + "/delivery", Map.of()));
        return true;
    }

    private Caller as(String role) {
        return platform.as(role, place);
    }

    private Map<String, Object> form(String project) {
        return Map.of(
                "project", project,
                "enterprise", enterprise,
                "items", ITEMS.stream().map(code -> Map.of("code", code)).toList(),
                "materials", materials);
    }
}

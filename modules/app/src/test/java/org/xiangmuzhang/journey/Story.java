package org.xiangmuzhang.journey;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** One project at one place, told through the public interface under the roles that may act. */
final class Story {

    static final byte[] PAPER =
            "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);

    /** Drawn by chance, two of some hundred would be the same now and then. */
    private static final AtomicInteger CODES = new AtomicInteger();

    final Platform platform;
    final String region;
    final UUID project;
    final UUID enterprise;
    private final UUID paper;

    private Story(Platform platform, String region, UUID project, UUID enterprise, UUID paper) {
        this.platform = platform;
        this.region = region;
        this.project = project;
        this.enterprise = enterprise;
        this.paper = paper;
    }

    /** Registers the project and appoints its steward. */
    static Story begin(
            Platform platform, String region, String projectType, String name, String industry) {
        Caller applicant = platform.as("applicant-" + region.toLowerCase(Locale.ROOT));
        Caller steward = platform.as("steward-" + region.toLowerCase(Locale.ROOT));
        UUID enterprise = uuid(applicant.get("/api/me").get("posts").get(0), "enterprise");
        UUID person = uuid(steward.get("/api/me"), "person", "id");
        String path = register(platform, region, projectType, name, industry, enterprise);
        Story story =
                new Story(
                        platform,
                        region,
                        UUID.fromString(path.substring(path.lastIndexOf('/') + 1)),
                        enterprise,
                        applicant.upload(name + ".pdf", PAPER));
        steward.post(path + "/steward", Map.of("steward", person));
        return story;
    }

    /** Registers a project that has no steward yet, and gives its path. */
    static String register(
            Platform platform,
            String region,
            String projectType,
            String name,
            String industry,
            UUID enterprise) {
        JsonNode registered =
                platform.as("steward-" + region.toLowerCase(Locale.ROOT))
                        .post(
                                "/api/projects",
                                Map.of(
                                        "code", code(platform.today()),
                                        "name", name,
                                        "projectType", projectType,
                                        "enterprise", enterprise,
                                        "industry", industry,
                                        "investment", 30000));
        return "/api/projects/" + uuid(registered, "id");
    }

    /** A code of the test region in the form in use since November 2020. */
    static String code(LocalDate today) {
        return "%ty%<tm-999999-04-01-%06d".formatted(today, CODES.incrementAndGet());
    }

    void signMandate(LocalDate until) {
        as("applicant")
                .post(
                        path("/mandates"),
                        Map.of(
                                "acts",
                                List.of("SUBMIT", "SUPPLY", "WITHDRAW", "RECEIVE"),
                                "from",
                                platform.today(),
                                "until",
                                until,
                                "file",
                                paper));
        platform.settle();
    }

    /** A file of the enterprise. */
    UUID paper() {
        return paper;
    }

    /** A file of the steward. */
    UUID proof() {
        return file(as("steward"));
    }

    /** Something that happened to a project before it was taken over. */
    static final byte[] SHEET =
            "kind,item,document,begun,date,verified,text\nHISTORY,,,,2026-02-03,,选址踏勘\n"
                    .getBytes(StandardCharsets.UTF_8);

    static UUID file(Caller of) {
        return of.upload("proof.pdf", PAPER);
    }

    JsonNode drawPlan(Map<String, ?> courses) {
        JsonNode plan = as("steward").post(path("/plan"), courses);
        platform.settle();
        return plan;
    }

    void elsewhere(String item, String documentNumber) {
        UUID proof = proof();
        as("steward")
                .post(
                        path("/external-decisions"),
                        Map.of(
                                "itemCode", item,
                                "documentNumber", documentNumber,
                                "decidedOn", platform.today(),
                                "file", proof,
                                "verifiedOn", platform.today()));
        platform.settle();
    }

    void milestone(String item) {
        as("steward")
                .post(
                        path("/milestones"),
                        Map.of("itemCode", item, "on", platform.today(), "proof", proof()));
        platform.settle();
    }

    /** The steward submits items in the enterprise's name, with every paper that is asked. */
    UUID submit(boolean reviewWaived, Map<String, String> modesByItem) {
        return uuid(
                as("steward").post("/api/intake/applications", form(reviewWaived, modesByItem)),
                "id");
    }

    Map<String, Object> form(boolean reviewWaived, Map<String, String> modesByItem) {
        List<Map<String, Object>> items = new ArrayList<>();
        List<Map<String, Object>> materials = new ArrayList<>();
        modesByItem.forEach(
                (code, mode) -> {
                    items.add(Map.of("code", code, "mode", mode));
                    for (JsonNode material : item(code).get("materials")) {
                        if (material.get("required").asBoolean()) {
                            materials.add(
                                    Map.of(
                                            "material",
                                            material.get("id").asString(),
                                            "file",
                                            paper));
                        }
                    }
                });
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("enterprise", enterprise);
        form.put("project", project);
        form.put("items", items);
        form.put("materials", materials);
        if (reviewWaived) {
            form.put(
                    "waiver",
                    Map.of(
                            "ownerPromise",
                            paper,
                            "designPromise",
                            as("applicant").upload("design.pdf", PAPER)));
        }
        return form;
    }

    JsonNode item(String code) {
        return as("steward").get("/api/catalog/items/" + code + "?region=" + region);
    }

    UUID accept(UUID application) {
        as("clerk").post(application(application) + "/acceptance", Map.of());
        platform.settle();
        return application;
    }

    void pause(UUID application, String item, String kind, LocalDate expectedUntil) {
        JsonNode task = task(application, item);
        approver(task)
                .post(
                        task(task) + "/special-procedures",
                        Map.of("kind", kind, "expectedUntil", expectedUntil));
        platform.settle();
    }

    void resume(UUID application, String item) {
        JsonNode task = task(application, item);
        approver(task).post(task(task) + "/special-procedures/current/end", Map.of());
        platform.settle();
    }

    void approve(UUID application, String item) {
        JsonNode task = task(application, item);
        approver(task).post(task(task) + "/decision", Map.of("outcome", "APPROVED"));
        platform.settle();
    }

    void preApprove(UUID application, String item) {
        JsonNode task = task(application, item);
        approver(task).post(task(task) + "/pre-approval", Map.of());
        platform.settle();
    }

    void deliver(UUID application) {
        as("clerk").post(application(application) + "/delivery", Map.of());
        platform.settle();
    }

    /** Submit, accept, decide and deliver items in the ordinary way, in one application. */
    UUID carryThrough(String... items) {
        Map<String, String> modes = new LinkedHashMap<>();
        for (String item : items) {
            modes.put(item, "FORMAL");
        }
        UUID application = accept(submit(false, modes));
        for (String item : items) {
            approve(application, item);
        }
        deliver(application);
        return application;
    }

    /** Reviews items before their condition exists, up to the pre-approval. */
    UUID simulate(String... items) {
        Map<String, String> modes = new LinkedHashMap<>();
        for (String item : items) {
            modes.put(item, "SIMULATED");
        }
        UUID application = accept(submit(false, modes));
        for (String item : items) {
            preApprove(application, item);
        }
        return application;
    }

    JsonNode task(UUID application, String item) {
        JsonNode tasks = as("clerk").get(application(application)).get("tasks");
        return StreamSupport.stream(tasks.spliterator(), false)
                .filter(task -> task.get("itemCode").asString().equals(item))
                .findFirst()
                .orElseThrow(() -> new AssertionError(item + " is not in " + tasks));
    }

    String state(UUID application, String item) {
        return task(application, item).get("state").asString();
    }

    JsonNode plan() {
        return as("steward").get(path("/plan"));
    }

    JsonNode step(String item) {
        return StreamSupport.stream(plan().get("steps").spliterator(), false)
                .filter(step -> step.get("itemCode").asString().equals(item))
                .findFirst()
                .orElseThrow(() -> new AssertionError(item + " is not in the plan"));
    }

    /** The timeline, whole, oldest first. */
    List<JsonNode> timeline() {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page = as("steward").get(path("/timeline?limit=200" + after));
            page.get("items").forEach(all::add);
            if (page.path("next").isNull() || page.path("next").isMissingNode()) {
                return all;
            }
            after = "&after=" + page.get("next").asString();
        }
    }

    String path(String rest) {
        return "/api/projects/" + project + rest;
    }

    static String application(UUID application) {
        return "/api/intake/applications/" + application;
    }

    static String task(JsonNode task) {
        return "/api/intake/tasks/" + task.get("id").asString();
    }

    Caller approver(JsonNode task) {
        return as("approver-" + task.get("department").asString().toLowerCase(Locale.ROOT));
    }

    Caller as(String role) {
        return platform.as(role + "-" + region.toLowerCase(Locale.ROOT));
    }

    static UUID uuid(JsonNode node, String... path) {
        for (String step : path) {
            node = node.get(step);
        }
        return UUID.fromString(node.asString());
    }
}

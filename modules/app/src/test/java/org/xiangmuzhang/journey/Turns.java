package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * For every change of the story, one call that would be heard now: the state it needs is made by
 * playing the story up to there. Asked again, it makes the state again.
 */
final class Turns {

    private static final String ITEM = "SITE-PREEXAM";
    private static final String SIMULATED = "ENT-APPROVAL";
    private static final AtomicInteger PARCELS = new AtomicInteger();

    private final Platform platform;
    private final String region;
    private final String name;
    private final Map<String, Supplier<Turn>> turns = new LinkedHashMap<>();

    /** A call that would be heard now; no body where the operation takes none. */
    record Turn(Caller caller, String path, @Nullable Object body) {}

    Turns(Platform platform, String region) {
        this(platform, region, "错误输入电站");
    }

    /** With this in the name of every project and file that a state needs. */
    Turns(Platform platform, String region, String name) {
        this.platform = platform;
        this.region = region;
        this.name = name;
        project();
        turns.putAll(new CarryingTurns(platform, region, this).all());
        application();
        task();
        parcel();
        setting();
        privacy();
        posts();
        substitutes();
        enterprises();
        mergers();
        halls();
        departments();
        sessions();
        localWay(
                "/api/catalog/items/{code}/override",
                "/api/catalog/items/" + ITEM + "/override",
                "",
                Map.of("values", Map.of("promised", Map.of("days", 5, "unit", "WORKING_DAYS"))));
        localWay(
                "/api/catalog/tables/{table}/override",
                "/api/catalog/tables/project_types/override",
                "&key=" + OtherDeeds.ROW,
                Map.of("fields", Map.of("total_target_days", "71")));
        new OwnItemTurns(platform, region).addTo(turns);
        calendar();
        tables();
        guides();
        new DispatchTurns(this).addTo(turns);
        new ObligationTurns(this).addTo(turns);
        new CheckTurns(this).addTo(turns);
        new TogetherTurns(this).addTo(turns);
        new WebhookTurns(platform, () -> as("applicant")).addTo(turns);
        turns.put(
                "POST /api/practice-clock",
                () ->
                        turn(
                                "administrator",
                                "/api/practice-clock",
                                Map.of("to", today().plusDays(1))));
    }

    /** The call for an operation, such as {@code POST /api/projects/{id}/plan}. */
    Turn next(String operation) {
        Supplier<Turn> turn = turns.get(operation);
        if (turn == null) {
            throw new AssertionError("The story has no turn for " + operation);
        }
        return turn.get();
    }

    boolean knows(String operation) {
        return turns.containsKey(operation);
    }

    private void project() {
        turns.put(
                "POST /api/projects",
                () ->
                        turn(
                                "steward",
                                "/api/projects",
                                Map.of(
                                        "code",
                                        Story.code(today()),
                                        "name",
                                        "错误输入电站",
                                        "projectType",
                                        "PT-PV-GROUND",
                                        "region",
                                        region,
                                        "enterprise",
                                        enterprise(),
                                        "industry",
                                        "44",
                                        "investment",
                                        30000)));
        turns.put(
                "POST /api/projects/{id}/steward",
                () ->
                        turn(
                                "steward",
                                Story.register(
                                                platform,
                                                region,
                                                "PT-PV-GROUND",
                                                name,
                                                "44",
                                                enterprise())
                                        + "/steward",
                                Map.of("steward", person("steward"), "reason", "熟悉项目")));
        turns.put(
                "POST /api/projects/{id}/mandates",
                () -> {
                    Story story = begun();
                    return turn("applicant", story.path("/mandates"), mandate(story));
                });
        turns.put(
                "POST /api/projects/{id}/mandates/{mandate}/revocation",
                () -> {
                    Story story = entrusted();
                    JsonNode mandate =
                            story.as("steward").get(story.path("")).get("mandates").get(0);
                    return turn(
                            "applicant",
                            story.path("/mandates/" + mandate.get("id").asString() + "/revocation"),
                            Map.of("reason", "另行委托"));
                });
        turns.put(
                "POST /api/projects/{id}/mandates/{mandate}/narrowing",
                () -> {
                    Story story = entrusted();
                    JsonNode mandate =
                            story.as("steward").get(story.path("")).get("mandates").get(0);
                    return turn(
                            "applicant",
                            story.path("/mandates/" + mandate.get("id").asString() + "/narrowing"),
                            Map.of(
                                    "acts", List.of("SUBMIT"),
                                    "from", mandate.get("from").asString(),
                                    "until", mandate.get("until").asString(),
                                    "stages", List.of("LAND_AND_PROJECT"),
                                    "items", List.of(ITEM),
                                    "reason", "只委托选址"));
                });
        turns.put(
                "POST /api/projects/{id}/plan",
                () ->
                        turn(
                                "steward",
                                begun().path("/plan"),
                                Map.of(
                                        "start", today(),
                                        "target", today().plusMonths(6),
                                        "conditional", List.of(),
                                        "simulated", List.of(SIMULATED),
                                        "merged", List.of(),
                                        "owed", List.of(),
                                        "parallel", true)));
        turns.put(
                "POST /api/projects/{id}/what-if",
                () -> {
                    Story story = begun();
                    story.drawPlan(Map.of("start", today()));
                    return turn(
                            "steward",
                            story.path("/what-if"),
                            Map.of(
                                    "suppositions",
                                    List.of(
                                            Map.of(
                                                    "kind", "SLIPS",
                                                    "item", "SITE-PREEXAM",
                                                    "days", 5))));
                });
        turns.put(
                "POST /api/projects/{id}/plan/baseline",
                () -> {
                    Story story = begun();
                    story.drawPlan(Map.of("start", today()));
                    return turn(
                            "steward",
                            story.path("/plan/baseline"),
                            Map.of("revision", 1, "reason", "开工承诺"));
                });
        turns.put(
                "POST /api/projects/{id}/external-decisions",
                () -> {
                    Story story = begun();
                    return turn(
                            "steward",
                            story.path("/external-decisions"),
                            Map.of(
                                    "itemCode", "POWER-CONN",
                                    "documentNumber", "供电-2026-1",
                                    "decidedOn", today(),
                                    "file", story.proof(),
                                    "verifiedOn", today()));
                });
        turns.put(
                "POST /api/projects/{id}/external-decisions/{item}/correction",
                () -> {
                    Story story = begun();
                    story.elsewhere("POWER-CONN", "供电-2026-1");
                    return turn(
                            "steward",
                            story.path("/external-decisions/POWER-CONN/correction"),
                            Map.of(
                                    "documentNumber", "供电-2026-2",
                                    "decidedOn", today(),
                                    "file", story.proof(),
                                    "verifiedOn", today(),
                                    "reason", "录入有误"));
                });
        turns.put(
                "POST /api/projects/{id}/milestones",
                () -> {
                    Story story = begun();
                    return turn(
                            "steward",
                            story.path("/milestones"),
                            Map.of(
                                    "itemCode",
                                    "JOINT-PREEXAM",
                                    "on",
                                    today(),
                                    "proof",
                                    story.proof()));
                });
    }

    private void application() {
        turns.put(
                "POST /api/intake/applications",
                () -> {
                    Map<String, Object> form = entrusted().form(true, Map.of(ITEM, "FORMAL"));
                    form.put("region", region);
                    return turn("steward", "/api/intake/applications", form);
                });
        turns.put(
                "POST /api/intake/applications/{id}/acceptance",
                () -> turn("clerk", submitted("/acceptance"), null));
        turns.put(
                "POST /api/intake/applications/{id}/correction-notice",
                () ->
                        turn(
                                "clerk",
                                submitted("/correction-notice"),
                                Map.of("materials", List.of(material()), "explanation", "请补交")));
        turns.put(
                "POST /api/intake/applications/{id}/corrections",
                () -> {
                    Story story = entrusted();
                    UUID application = story.submit(false, Map.of(ITEM, "FORMAL"));
                    String path = Story.application(application);
                    story.as("clerk")
                            .post(
                                    path + "/correction-notice",
                                    Map.of("materials", List.of(material()), "explanation", name));
                    platform.settle();
                    return turn(
                            "applicant",
                            path + "/corrections",
                            Map.of(
                                    "materials",
                                    List.of(
                                            Map.of(
                                                    "material",
                                                    material(),
                                                    "file",
                                                    story.paper()))));
                });
        turns.put(
                "POST /api/intake/applications/{id}/refusal",
                () ->
                        turn(
                                "clerk",
                                submitted("/refusal"),
                                Map.of("ground", "REFUSED", "reason", "不属于本机关职权")));
        turns.put(
                "POST /api/intake/applications/{id}/rectifications",
                () ->
                        turn(
                                "clerk",
                                submitted("/rectifications"),
                                Map.of(
                                        "item",
                                        ITEM,
                                        "rightItem",
                                        "SOILWATER-REPORT",
                                        "reason",
                                        "窗口录入有误")));
        turns.put(
                "POST /api/intake/applications/{id}/withdrawal",
                () -> turn("applicant", submitted("/withdrawal"), Map.of("reason", "项目调整")));
        turns.put(
                "POST /api/intake/applications/{id}/delivery",
                () -> turn("clerk", Story.application(decided(entrusted())) + "/delivery", null));
        turns.put(
                "POST /api/intake/acceptances",
                () -> {
                    Story story = entrusted();
                    UUID application = story.submit(false, Map.of(ITEM, "FORMAL"));
                    JsonNode seen = story.as("clerk").get(Story.application(application));
                    return turn(
                            "clerk",
                            "/api/intake/acceptances",
                            Map.of(
                                    "applications",
                                    List.of(
                                            Map.of(
                                                    "application",
                                                    application,
                                                    "version",
                                                    seen.get("version").asLong()))));
                });
        turns.put(
                "POST /api/supervision/ratings",
                () -> {
                    Story story = entrusted();
                    UUID application = decided(story);
                    story.deliver(application);
                    return turn(
                            "applicant",
                            "/api/supervision/ratings",
                            Map.of("application", application, "score", 5, "remark", "办得很快"));
                });
    }

    private void task() {
        turns.put(
                "POST /api/intake/decisions",
                () -> {
                    Story story = entrusted();
                    JsonNode task = story.task(accepted(story), ITEM);
                    Caller approver = story.approver(task);
                    return new Turn(
                            approver,
                            "/api/intake/decisions",
                            Map.of(
                                    "outcome",
                                    "APPROVED",
                                    "reason",
                                    "同意",
                                    "tasks",
                                    List.of(
                                            Map.of(
                                                    "task",
                                                    task.get("id").asString(),
                                                    "version",
                                                    approver.get(Story.task(task))
                                                            .get("version")
                                                            .asLong(),
                                                    "documentNumber",
                                                    "晋自然资〔2026〕8号",
                                                    "document",
                                                    Story.file(approver)))));
                });
        turns.put(
                "POST /api/intake/tasks/{id}/decision",
                () -> {
                    Story story = entrusted();
                    return task(
                            story,
                            accepted(story),
                            ITEM,
                            "/decision",
                            Map.of(
                                    "outcome", "APPROVED",
                                    "documentNumber", "晋自然资〔2026〕1号",
                                    "document", Story.file(story.as("approver-nr")),
                                    "reason", "符合规划"));
                });
        turns.put(
                "POST /api/intake/tasks/{id}/special-procedures",
                () -> {
                    Story story = entrusted();
                    return task(
                            story,
                            accepted(story),
                            ITEM,
                            "/special-procedures",
                            Map.of("kind", "PUBLICITY", "expectedUntil", today().plusDays(10)));
                });
        turns.put(
                "POST /api/intake/tasks/{id}/special-procedures/current/end",
                () -> {
                    Story story = entrusted();
                    UUID application = accepted(story);
                    story.pause(application, ITEM, "PUBLICITY", today().plusDays(10));
                    return task(
                            story,
                            application,
                            ITEM,
                            "/special-procedures/current/end",
                            Map.of("until", today()));
                });
        turns.put(
                "POST /api/intake/tasks/{id}/pre-approval",
                () -> {
                    Story story = entrusted();
                    story.drawPlan(Map.of("start", today(), "simulated", List.of(SIMULATED)));
                    UUID application =
                            story.accept(story.submit(true, Map.of(SIMULATED, "SIMULATED")));
                    return task(
                            story,
                            application,
                            SIMULATED,
                            "/pre-approval",
                            Map.of(
                                    "documentNumber",
                                    "预批〔2026〕1号",
                                    "document",
                                    Story.file(story.as("approver-ndrc"))));
                });
    }

    private void parcel() {
        turns.put(
                "POST /api/land/parcels",
                () ->
                        turn(
                                "land-officer",
                                "/api/land/parcels",
                                Map.of(
                                        "number",
                                        parcelNumber(),
                                        "areaSquareMetres",
                                        new BigDecimal("33333.33"),
                                        "planningConditions",
                                        conditions())));
        turns.put(
                "POST /api/land/parcels/{id}/indicators",
                () -> turn("land-officer", prepared() + "/indicators", indicators()));
        turns.put(
                "POST /api/land/parcels/{id}/planning-conditions",
                () -> turn("land-officer", prepared() + "/planning-conditions", conditions()));
        turns.put(
                "POST /api/land/parcels/{id}/reservation",
                () ->
                        turn(
                                "land-officer",
                                prepared() + "/reservation",
                                Map.of("project", begun().project)));
        turns.put(
                "POST /api/land/parcels/{id}/listing",
                () -> turn("land-officer", withIndicators() + "/listing", null));
        turns.put(
                "POST /api/land/parcels/{id}/transfer",
                () -> turn("land-officer", listed() + "/transfer", transfer(begun(), "GRANT")));
        turns.put(
                "POST /api/land/parcels/{id}/payment",
                () -> {
                    String parcel = listed();
                    as("land-officer").post(parcel + "/transfer", transfer(begun(), "GRANT"));
                    return turn(
                            "land-officer",
                            parcel + "/payment",
                            Map.of("amount", 12_000_000, "paidOn", today()));
                });
        turns.put(
                "POST /api/land/parcels/{id}/delivery",
                () -> {
                    String parcel = prepared();
                    as("land-officer").post(parcel + "/transfer", transfer(begun(), "ALLOCATION"));
                    return turn("land-officer", parcel + "/delivery", Map.of("on", today()));
                });
    }

    Story begun() {
        return Story.begin(platform, region, "PT-PV-GROUND", name, "44");
    }

    Story entrusted() {
        Story story = begun();
        story.signMandate(today().plusYears(1));
        return story;
    }

    private String submitted(String step) {
        UUID application = entrusted().submit(false, Map.of(ITEM, "FORMAL"));
        platform.settle();
        return Story.application(application) + step;
    }

    static UUID accepted(Story story) {
        return story.accept(story.submit(false, Map.of(ITEM, "FORMAL")));
    }

    static UUID decided(Story story) {
        UUID application = accepted(story);
        story.approve(application, ITEM);
        return application;
    }

    private static Map<String, Object> mandate(Story story) {
        return Map.of(
                "acts",
                List.of("SUBMIT"),
                "from",
                story.platform.today(),
                "until",
                story.platform.today().plusYears(1),
                "file",
                story.paper());
    }

    private static Turn task(
            Story story, UUID application, String item, String step, Map<String, Object> body) {
        JsonNode task = story.task(application, item);
        return new Turn(story.approver(task), Story.task(task) + step, body);
    }

    String prepared() {
        JsonNode parcel =
                as("land-officer")
                        .post(
                                "/api/land/parcels",
                                Map.of("number", parcelNumber(), "areaSquareMetres", 33333));
        platform.settle();
        return "/api/land/parcels/" + parcel.get("id").asString();
    }

    String withIndicators() {
        String parcel = prepared();
        as("land-officer").post(parcel + "/indicators", indicators());
        return parcel;
    }

    String listed() {
        String parcel = withIndicators();
        as("land-officer").post(parcel + "/listing", Map.of());
        return parcel;
    }

    Map<String, Object> transfer(Story story, String kind) {
        return Map.of(
                "kind",
                kind,
                "enterprise",
                story.enterprise,
                "project",
                story.project,
                "signedOn",
                today(),
                "documentNumber",
                kind + "-2026-1");
    }

    private static Map<String, Object> indicators() {
        return Map.of(
                "indicators",
                List.of(
                        Map.of(
                                "code",
                                "LI-INVEST",
                                "rule",
                                "MIN",
                                "minimum",
                                600,
                                "unit",
                                "万元/亩",
                                "checkedWhen",
                                List.of("AT_COMPLETION")),
                        Map.of(
                                "code", "LI-FAR", "rule", "RANGE", "minimum", 1.2, "maximum", 2.5,
                                "unit", "无量纲")));
    }

    private Map<String, Object> conditions() {
        return Map.of(
                "documentNumber",
                "规条〔2026〕1号",
                "on",
                today(),
                "minimumPlotRatio",
                1.2,
                "maximumPlotRatio",
                2.5,
                "maximumHeight",
                24);
    }

    private String material() {
        return as("clerk")
                .get("/api/catalog/items/" + ITEM + "?region=" + region)
                .get("materials")
                .get(0)
                .get("id")
                .asString();
    }

    private String parcelNumber() {
        return "%s001002GB%05d".formatted(region.replaceAll("\\D", ""), PARCELS.incrementAndGet());
    }

    private UUID enterprise() {
        return Story.uuid(as("applicant").get("/api/me").get("posts").get(0), "enterprise");
    }

    private UUID person(String role) {
        return Story.uuid(as(role).get("/api/me"), "person", "id");
    }

    private LocalDate today() {
        return platform.today();
    }

    private void privacy() {
        Map<String, String> reason = Map.of("reason", "试");
        for (String act : List.of("full-views", "export")) {
            turns.put(
                    "POST /api/privacy/people/{id}/" + act,
                    () -> turn("administrator", subject() + "/" + act, reason));
        }
        turns.put(
                "POST /api/privacy/me/phone",
                () -> turn("clerk", "/api/privacy/me/phone", Map.of("phone", "0356-2190001")));
        turns.put(
                "POST /api/privacy/people/{id}/phone",
                () ->
                        turn(
                                "administrator",
                                subject() + "/phone",
                                Map.of("phone", "13700001234", "reason", "试")));
        turns.put(
                "POST /api/privacy/people/{id}/name",
                () ->
                        turn(
                                "administrator",
                                subject() + "/name",
                                Map.of("name", "正名", "reason", "试")));
        turns.put(
                "POST /api/privacy/people/{id}/erasure",
                () ->
                        turn(
                                "administrator",
                                subject() + "/erasure",
                                Map.of("ground", "REQUEST", "reason", "试")));
        turns.put(
                "POST /api/privacy/holds", () -> turn("supervisor", "/api/privacy/holds", hold()));
        turns.put(
                "POST /api/privacy/holds/{id}/lifting",
                () -> {
                    String id =
                            as("supervisor")
                                    .post("/api/privacy/holds", hold())
                                    .get("id")
                                    .asString();
                    return turn("supervisor", "/api/privacy/holds/" + id + "/lifting", reason);
                });
    }

    private String subject() {
        return "/api/privacy/people/" + PrivacySubjects.clerk(platform, region);
    }

    private Map<String, Object> hold() {
        return Map.of(
                "kind", "PERSON", "number", PrivacySubjects.clerk(platform, region), "reason", "试");
    }

    private void posts() {
        Caller first = office("administrator");
        Caller second = office("security-administrator");
        Supplier<Map<String, Object>> wanted =
                () ->
                        Map.of(
                                "login",
                                "supervisor-" + place(),
                                "role",
                                "APPROVER",
                                "region",
                                region,
                                "department",
                                "NR",
                                "from",
                                today(),
                                "reason",
                                "试");
        turns.put(
                "POST /api/parties/proposals",
                () -> new Turn(first, "/api/parties/proposals", wanted.get()));
        turns.put(
                "POST /api/parties/proposals/{id}/decision",
                () ->
                        new Turn(
                                second,
                                "/api/parties/proposals/"
                                        + first.post("/api/parties/proposals", wanted.get())
                                                .get("id")
                                                .asString()
                                        + "/decision",
                                Map.of("outcome", "REFUSED", "reason", "试")));
        turns.put(
                "POST /api/parties/posts/{id}/end",
                () ->
                        new Turn(
                                second,
                                "/api/parties/posts/" + posted() + "/end",
                                Map.of("lastDay", today().plusDays(3), "reason", "试")));
        turns.put(
                "POST /api/parties/posts/{id}/withdrawal",
                () ->
                        new Turn(
                                second,
                                "/api/parties/posts/" + posted() + "/withdrawal",
                                Map.of("reason", "试")));
    }

    private void substitutes() {
        Caller supervisor = as("supervisor");
        String path = "/api/parties/substitutions";
        Supplier<Map<String, Object>> leader =
                () -> {
                    supervisor
                            .get(path)
                            .forEach(
                                    one ->
                                            supervisor.post(
                                                    path + "/" + one.get("id").asString() + "/end",
                                                    Map.of("reason", "试")));
                    return Map.of(
                            "post",
                            supervisor.get("/api/me").get("current").asString(),
                            "login",
                            "leader-" + place(),
                            "from",
                            today(),
                            "to",
                            today(),
                            "reason",
                            "试");
                };
        turns.put("POST " + path, () -> new Turn(supervisor, path, leader.get()));
        turns.put(
                "POST " + path + "/{id}/confirmation",
                () ->
                        new Turn(
                                supervisor,
                                path
                                        + "/"
                                        + office("administrator")
                                                .post(path, leader.get())
                                                .get("id")
                                                .asString()
                                        + "/confirmation",
                                Map.of("reason", "试")));
        turns.put(
                "POST " + path + "/{id}/end",
                () ->
                        new Turn(
                                supervisor,
                                path
                                        + "/"
                                        + supervisor.post(path, leader.get()).get("id").asString()
                                        + "/end",
                                Map.of("reason", "试")));
    }

    /** A post of somebody who does nothing else. */
    private String posted() {
        String login = Newcomers.clerk(platform, region);
        return platform.as(login).get("/api/me").get("current").asString();
    }

    private void halls() {
        turns.put(
                "POST /api/parties/halls/imports",
                () ->
                        new Turn(
                                office("administrator"),
                                "/api/parties/halls/imports?region="
                                        + (region.equalsIgnoreCase(Cast.ELSEWHERE)
                                                ? region
                                                : "350902"),
                                Map.of("list", "hall,name,window,window_name\n1,厅,1,窗口\n")));
    }

    private void departments() {
        Caller first = platform.as("administrator");
        String changes = "/api/parties/departments/changes";
        Supplier<Map<String, Object>> wish =
                () ->
                        Map.of(
                                "kind", "OPENED",
                                "region", "350902",
                                "day", today(),
                                "kinds", List.of("BANK"),
                                "name", "银行",
                                "reason", "试");
        turns.put("POST " + changes, () -> new Turn(first, changes, wish.get()));
        turns.put(
                "POST " + changes + "/{id}/decision",
                () ->
                        new Turn(
                                platform.as("security-administrator"),
                                changes
                                        + "/"
                                        + first.post(changes, wish.get()).get("id").asString()
                                        + "/decision",
                                Map.of("outcome", "REFUSED", "reason", "试")));
        turns.put(
                "POST /api/parties/departments/imports",
                () ->
                        new Turn(
                                first,
                                "/api/parties/departments/imports?region=350902",
                                Map.of(
                                        "list",
                                        "kinds,name,name_en,contact,seat\nBANK,银行,,,\n",
                                        "day",
                                        today(),
                                        "reason",
                                        "试")));
    }

    private void enterprises() {
        Caller applicant = as("applicant");
        Supplier<Map<String, Object>> agent =
                () ->
                        Map.of(
                                "login",
                                "agent-" + UUID.randomUUID(),
                                "name",
                                "代理人",
                                "from",
                                today(),
                                "reason",
                                "试");
        turns.put(
                "POST /api/parties/enterprises",
                () ->
                        new Turn(
                                as("clerk"),
                                "/api/parties/enterprises",
                                Map.of(
                                        "socialCreditCode",
                                        NewEnterprises.newCode().value(),
                                        "name",
                                        NewEnterprises.name(),
                                        "reason",
                                        "试")));
        turns.put(
                "POST /api/parties/enterprises/{id}/name",
                () ->
                        new Turn(
                                office("administrator"),
                                "/api/parties/enterprises/"
                                        + applicant
                                                .get("/api/parties/enterprises")
                                                .get("items")
                                                .get(0)
                                                .get("id")
                                                .asString()
                                        + "/name",
                                Map.of("name", "改名" + UUID.randomUUID(), "reason", "试")));
        turns.put(
                "POST /api/parties/agents",
                () -> new Turn(applicant, "/api/parties/agents", agent.get()));
        turns.put(
                "POST /api/parties/agents/{post}/withdrawal",
                () ->
                        new Turn(
                                applicant,
                                "/api/parties/agents/"
                                        + applicant
                                                .post("/api/parties/agents", agent.get())
                                                .get("post")
                                                .asString()
                                        + "/withdrawal",
                                Map.of("reason", "试")));
    }

    private void mergers() {
        Caller first = platform.as("administrator");
        String path = "/api/parties/mergers";
        turns.put(
                "POST " + path,
                () -> new Turn(first, path, MergerDeeds.wanted(platform, "140500")));
        turns.put(
                "POST " + path + "/{id}/decision",
                () ->
                        new Turn(
                                platform.as("security-administrator"),
                                path
                                        + "/"
                                        + MergerDeeds.proposed(first, platform, "140500")
                                        + "/decision",
                                Map.of("outcome", "REFUSED", "reason", "试")));
    }

    private void sessions() {
        Caller security = office("security-administrator");
        turns.put(
                "POST /api/signin/sessions/{id}/end",
                () -> {
                    String login = Newcomers.clerk(platform, region);
                    Caller newcomer = platform.as(login);
                    Visitor.signIn(platform.address(), login);
                    String id = newcomer.get("/api/signin/sessions").get(0).get("id").asString();
                    return new Turn(newcomer, "/api/signin/sessions/" + id + "/end", null);
                });
        turns.put(
                "POST /api/signin/sessions/end",
                () ->
                        new Turn(
                                platform.as(Newcomers.clerk(platform, region)),
                                "/api/signin/sessions/end",
                                null));
        turns.put(
                "POST /api/signin/people/{person}/sessions/end",
                () -> {
                    String login = Newcomers.clerk(platform, region);
                    return new Turn(
                            security,
                            "/api/signin/people/%s/sessions/end"
                                    .formatted(Newcomers.id(platform, login)),
                            Map.of("reason", "试"));
                });
    }

    private void setting() {
        String path = "/api/settings/supervision.rating-time";
        String here = "?region=" + region;
        Supplier<Map<String, Object>> proposal =
                () -> Map.of("values", Map.of("days", 61), "from", today(), "reason", "试");
        Caller first = office("administrator");
        Caller second = platform.as("administrator-000000");
        Map<String, String> back = Map.of("outcome", "WITHDRAWN", "reason", "试");
        turns.put(
                "POST /api/settings/imports",
                () -> {
                    first.tryPost(path + "/proposal/decision" + here, back);
                    return new Turn(
                            first,
                            "/api/settings/imports" + here,
                            Map.of("file", SettingDeeds.FILE, "from", today(), "reason", "试"));
                });
        turns.put(
                "POST /api/settings/{name}/proposals",
                () -> {
                    first.tryPost(path + "/proposal/decision" + here, back);
                    return new Turn(first, path + "/proposals" + here, proposal.get());
                });
        turns.put(
                "POST /api/settings/{name}/proposal/decision",
                () -> {
                    first.tryPost(path + "/proposals" + here, proposal.get());
                    return new Turn(
                            second,
                            path + "/proposal/decision" + here,
                            Map.of("outcome", "REJECTED", "reason", "试"));
                });
    }

    /** What one editor proposes for the region and another one rejects. */
    private void localWay(String route, String path, String more, Map<String, Object> values) {
        String here = "?region=" + region + more;
        Caller first = office("catalog-editor");
        Caller second = platform.as("catalog-editor-000000");
        Supplier<Map<String, Object>> proposal =
                () -> {
                    Map<String, Object> body = new LinkedHashMap<>(values);
                    body.put("from", today());
                    body.put("reason", "试");
                    return body;
                };
        Map<String, String> back = Map.of("outcome", "WITHDRAWN", "reason", "试");
        turns.put(
                "POST " + route + "/proposals",
                () -> {
                    first.tryPost(path + "/proposal/decision" + here, back);
                    return new Turn(first, path + "/proposals" + here, proposal.get());
                });
        turns.put(
                "POST " + route + "/proposal/decision",
                () -> {
                    first.tryPost(path + "/proposals" + here, proposal.get());
                    return new Turn(
                            second,
                            path + "/proposal/decision" + here,
                            Map.of("outcome", "REJECTED", "reason", "试"));
                });
    }

    /** A year of the working calendar, proposed by one editor and rejected by another. */
    private void calendar() {
        int year = CalendarDeeds.WAITING;
        Caller first = platform.as("catalog-editor");
        Caller second = platform.as("catalog-editor-000000");
        String path = CalendarDeeds.year(year);
        String decision = path + "/proposal/decision";
        turns.put(
                "POST /api/catalog/calendar/{year}/proposals",
                () -> {
                    Map<String, String> back = Map.of("outcome", "WITHDRAWN", "reason", "试");
                    first.tryPost(decision, back);
                    second.tryPost(decision, back);
                    return new Turn(first, path + "/proposals", CalendarDeeds.proposal(year));
                });
        turns.put(
                "POST /api/catalog/calendar/{year}/proposal/decision",
                () -> {
                    first.tryPost(path + "/proposals", CalendarDeeds.proposal(year));
                    return new Turn(second, decision, Map.of("outcome", "REJECTED", "reason", "试"));
                });
    }

    /** Tables of the template that one editor proposes and another rejects. */
    private void tables() {
        TableDeeds tables = new TableDeeds(platform);
        turns.put(
                "POST /api/catalog/imports/proposal/decision",
                () -> {
                    tables.propose();
                    return new Turn(
                            platform.as("catalog-editor"),
                            TableDeeds.PROPOSAL + "/decision",
                            TableDeeds.rejection());
                });
    }

    private void guides() {
        GuideDeeds guides = new GuideDeeds(platform, region);
        Caller editor = platform.as("catalog-editor");
        String route = "/api/catalog/guides/{code}";
        String drafted = "/api/catalog/guides/" + GuideDeeds.DRAFTED;
        String waiting = "/api/catalog/guides/" + GuideDeeds.WAITING;
        String here = "?region=" + region;
        turns.put(
                "PUT " + route + "/draft",
                () -> new Turn(editor, drafted + "/draft" + here, GuideDeeds.guide()));
        turns.put(
                "POST " + route + "/proposals",
                () -> {
                    editor.tryPost(drafted + "/proposal/decision" + here, withdrawn());
                    editor.tryPut(drafted + "/draft" + here, GuideDeeds.guide(), "*");
                    return new Turn(editor, drafted + "/proposals" + here, guides.proposal());
                });
        turns.put(
                "POST " + route + "/proposal/decision",
                () -> {
                    guides.prepare();
                    return new Turn(
                            editor, waiting + "/proposal/decision" + here, GuideDeeds.decision());
                });
    }

    private static Map<String, String> withdrawn() {
        return Map.of("outcome", "WITHDRAWN", "reason", "试");
    }

    private Turn turn(String role, String path, @Nullable Object body) {
        boolean ofNoPlace = role.equals("administrator") || role.equals("catalog-editor");
        return new Turn(ofNoPlace ? office(role) : as(role), path, body);
    }

    /** Of the whole country, but for the place whose own offices the cast plays. */
    private Caller office(String role) {
        return platform.as(
                region.equalsIgnoreCase(Cast.ELSEWHERE)
                        ? "cast-" + role + "-" + Cast.ELSEWHERE
                        : role);
    }

    private Caller as(String role) {
        return platform.as(role + "-" + place());
    }

    private String place() {
        return region.toLowerCase(Locale.ROOT);
    }
}

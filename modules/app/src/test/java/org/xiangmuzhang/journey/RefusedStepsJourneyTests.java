package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The rules of each step of the story, broken one by one: the rule's name, the status, the fields,
 * and a sentence in either language. Other shapes of wrong input are {@link BadInputJourneyTests}'.
 */
class RefusedStepsJourneyTests {

    private static final String ITEM = "SITE-PREEXAM";

    private final Platform platform = Platform.shared();
    private final Turns turns = new Turns(platform, "140500");
    private final LocalDate today = platform.today();

    @Test
    void registering() {
        String path = "/api/projects";
        refusesProject("code", "2604-140500-04-01-12345", "project-code-form");
        refusesProject("projectType", "PT-NOWHERE", "project-type-unknown");
        refusesProject("region", "999999", "region-unknown");
        refusesProject("region", "Beijing", "region-code");
        refusesProject("industry", "4754", "industry-unknown");
        refusesProject("investment", -1, "investment-out-of-range");
        refusesProject("name", " ", "project-name");
        refusesProject("name", "长".repeat(201), "project-name");
        refusesProject("enterprise", WrongInputs.Values.UNKNOWN, "enterprise-unknown");
        Map<String, Object> byCode = registration();
        byCode.remove("enterprise");
        byCode.put("socialCreditCode", "91140500MA9DEMA139");
        refused(as("steward"), path, byCode, 422, "social-credit-code-check", "/socialCreditCode");

        Map<String, Object> twice = registration();
        as("steward").post(path, twice);
        refused(as("steward"), path, twice, 409, "project-code-taken");
        refused(platform.as("steward-140502"), path, registration(), 403, "region-not-yours");
        refused(
                platform.as("applicant-140502"),
                path,
                registration(),
                422,
                "enterprise-unknown",
                "/enterprise");
        refused(as("clerk"), path, registration(), 403, "role-may-not");
    }

    @Test
    void appointing() {
        Story story = turns.begun();
        String path = story.path("/steward");
        Map<String, Object> clerk =
                Map.of("steward", Story.uuid(as("clerk").get("/api/me"), "person", "id"));
        Map<String, Object> again =
                Map.of("steward", Story.uuid(as("steward").get("/api/me"), "person", "id"));

        refused(as("leader"), path, clerk, 422, "not-a-steward", "/steward");
        refused(as("leader"), path, again, 409, "steward-already-appointed");
        refused(as("approver-nr"), path, again, 403, "role-may-not");
    }

    @Test
    void entrusting() {
        Story story = turns.begun();
        String path = story.path("/mandates");
        refused(
                as("applicant"),
                path,
                mandate("SUBMIT", today, today.minusDays(1)),
                422,
                "mandate-dates",
                "/from",
                "/until");
        refused(
                as("applicant"),
                path,
                mandate("SUBMIT", today.minusDays(9), today.minusDays(1)),
                422,
                "mandate-over",
                "/until");
        refused(
                as("applicant"),
                path,
                mandate("DECIDE", today, today.plusYears(1)),
                422,
                "mandate-acts",
                "/acts");
        refused(
                as("steward"),
                path,
                mandate("SUBMIT", today, today.plusYears(1)),
                403,
                "role-may-not");

        story.signMandate(today.plusYears(1));
        JsonNode signed = as("steward").get(story.path("")).get("mandates").get(0);
        String revocation = path + "/" + signed.get("id").asString() + "/revocation";
        Map<String, Object> reason = Map.of("reason", "另行委托");
        refused(
                as("applicant"),
                path + "/" + WrongInputs.Values.UNKNOWN + "/revocation",
                reason,
                404,
                "mandate-unknown");
        as("applicant").post(revocation, reason);
        refused(as("applicant"), revocation, reason, 409, "mandate-revoked-already");
        refused(
                as("steward"),
                "/api/intake/applications",
                story.form(false, Map.of(ITEM, "FORMAL")),
                403,
                "mandate-stopped");
    }

    @Test
    void planning() {
        String path = turns.begun().path("/plan");
        refusesPlan(path, "plan-target-before-start", "/target", "target", today.minusDays(1));
        refusesPlan(path, "plan-item-unknown", "/simulated", "simulated", List.of("NOTHING"));
        refusesPlan(
                path,
                "plan-nothing-to-simulate",
                "/simulated",
                "simulated",
                List.of("SOILWATER-REPORT"));
        refusesPlan(
                path, "plan-item-not-conditional", "/conditional", "conditional", List.of(ITEM));
        refusesPlan(path, "plan-item-not-merged", "/merged", "merged", List.of(ITEM));
        refused(as("clerk"), path, Map.of("start", today), 403, "role-may-not");
        refused(
                platform.as("steward-140502"),
                path,
                Map.of("start", today),
                404,
                "project-unknown");
    }

    @Test
    void recordingWhatHappenedElsewhere() {
        Story story = turns.begun();
        String path = story.path("/external-decisions");
        Map<String, Object> right =
                Map.of(
                        "itemCode",
                        "POWER-CONN",
                        "documentNumber",
                        "供电-2026-1",
                        "decidedOn",
                        today,
                        "file",
                        story.proof());
        refusesWith(path, right, "decidedOn", today.plusDays(1), "elsewhere-future");
        refusesWith(path, right, "verifiedOn", today.plusDays(1), "elsewhere-verified");
        refusesWith(path, right, "documentNumber", " ", "document-number-form");
        refusesWith(path, right, "documentNumber", "号".repeat(61), "document-number-form");
        refusesWith(path, right, "itemCode", "NOTHING", "item-unknown");
        refusesWith(path, right, "file", WrongInputs.Values.UNKNOWN, "file-unknown");
        as("steward").post(path, right);
        refused(as("steward"), path, right, 409, "elsewhere-recorded-already");

        Map<String, Object> correction =
                Map.of(
                        "documentNumber",
                        "供电-2026-1",
                        "decidedOn",
                        today,
                        "file",
                        right.get("file"),
                        "reason",
                        "录入有误");
        String corrected = story.path("/external-decisions/POWER-CONN/correction");
        refused(as("steward"), corrected, correction, 409, "elsewhere-corrects-nothing");
        refused(
                as("steward"),
                story.path("/external-decisions/SITE-PREEXAM/correction"),
                correction,
                404,
                "elsewhere-unknown");

        String milestones = story.path("/milestones");
        Map<String, Object> milestone =
                Map.of("itemCode", "JOINT-PREEXAM", "on", today, "proof", story.proof());
        refusesWith(milestones, milestone, "itemCode", "LAND-GRANT", "milestone-not-by-hand");
        refusesWith(milestones, milestone, "on", today.plusDays(1), "milestone-future");
        refusesWith(milestones, milestone, "itemCode", ITEM, "item-is-no-milestone");
        as("steward").post(milestones, milestone);
        refused(as("steward"), milestones, milestone, 409, "milestone-reached-already");
    }

    @Test
    void submitting() {
        Story story = turns.entrusted();
        Map<String, Object> right = story.form(false, Map.of(ITEM, "FORMAL"));
        Map<String, Object> one = Map.of("code", ITEM, "mode", "FORMAL");
        Map<String, Object> material = material(story);

        refusesForm(right, "items", List.of(), "items-count", "/items");
        refusesForm(right, "items", List.of(one, one), "item-twice", "/items/1/code");
        refusesForm(right, "items", List.of(item("NOTHING")), "item-not-listed", "/items/0/code");
        refusesForm(
                right,
                "items",
                List.of(item("JOINT-PREEXAM")),
                "milestone-is-no-application",
                "/items/0");
        refusesForm(
                right,
                "items",
                List.of(Map.of("code", ITEM, "mode", "COMMITMENT")),
                "commitment-not-allowed",
                "/items/0/mode");
        refusesForm(
                right,
                "materials",
                List.of(material, material),
                "material-twice",
                "/materials/1/material");
        refusesForm(
                right,
                "materials",
                List.of(Map.of("material", "NOTHING", "file", story.paper())),
                "material-unknown",
                "/materials/0/material");
        refusesForm(
                right,
                "materials",
                List.of(
                        Map.of(
                                "material",
                                material.get("material"),
                                "file",
                                WrongInputs.Values.UNKNOWN)),
                "file-not-yours",
                "/materials/0/file");
        refusesForm(
                right, "waiver", Map.of(), "waiver-needs-both-promises", "/waiver/ownerPromise");
        refusesForm(
                right,
                "waiver",
                Map.of("ownerPromise", story.paper()),
                "waiver-needs-both-promises",
                "/waiver/designPromise");
        story.drawPlan(Map.of("start", today));
        refused(
                as("steward"),
                "/api/intake/applications",
                story.form(false, Map.of("LAND-PLAN-PERMIT", "FORMAL")),
                422,
                "precondition-not-met",
                "/items/0");
        refused(
                platform.as("applicant-140502"),
                "/api/intake/applications",
                right,
                403,
                "not-your-enterprise");
    }

    @Test
    void accepting() {
        Story story = turns.entrusted();
        String accepted = Story.application(Turns.accepted(story));
        refused(as("clerk"), accepted + "/acceptance", Map.of(), 409, "already-accepted");
        refused(as("steward"), accepted + "/acceptance", Map.of(), 403, "role-may-not");
        refused(
                platform.as("clerk-140502"),
                accepted + "/acceptance",
                Map.of(),
                404,
                "application-unknown");

        String noticed = Story.application(story.submit(false, Map.of(ITEM, "FORMAL")));
        String material = story.item(ITEM).get("materials").get(0).get("id").asString();
        Map<String, Object> notice = Map.of("materials", List.of(material), "explanation", "请补交");
        refused(
                as("clerk"),
                noticed + "/correction-notice",
                Map.of("materials", List.of(), "explanation", "请补交"),
                422,
                "correction-names-nothing",
                "/materials");
        refused(
                as("clerk"),
                noticed + "/correction-notice",
                Map.of("materials", List.of("NOTHING"), "explanation", "请补交"),
                422,
                "material-unknown",
                "/materials");
        refused(
                as("clerk"),
                noticed + "/correction-notice",
                Map.of("materials", List.of(material), "explanation", " "),
                422,
                "remark-length",
                "/explanation");
        as("clerk").post(noticed + "/correction-notice", notice);
        refused(
                as("clerk"),
                noticed + "/correction-notice",
                notice,
                409,
                "second-correction-notice");
        refused(as("clerk"), noticed + "/acceptance", Map.of(), 409, "correction-outstanding");
        refused(
                as("applicant"),
                noticed + "/corrections",
                Map.of("materials", List.of()),
                422,
                "materials-missing",
                "/materials");
        as("applicant").post(noticed + "/withdrawal", Map.of("reason", "项目调整"));
        refused(
                as("applicant"),
                noticed + "/withdrawal",
                Map.of("reason", "项目调整"),
                409,
                "application-over");
    }

    @Test
    void deciding() {
        Story story = turns.entrusted();
        UUID application = story.submit(false, Map.of(ITEM, "FORMAL"));
        String task = Story.task(story.task(application, ITEM));
        Map<String, Object> approved = Map.of("outcome", "APPROVED");
        refused(as("approver-nr"), task + "/decision", approved, 404, "task-unknown");
        story.accept(application);
        refused(as("approver-ee"), task + "/decision", approved, 404, "task-unknown");
        refused(
                as("approver-nr"),
                task + "/decision",
                Map.of("outcome", "REJECTED"),
                422,
                "rejection-needs-reason",
                "/reason");
        refused(
                as("approver-nr"),
                task + "/decision",
                Map.of("outcome", "APPROVED", "documentNumber", "#"),
                422,
                "document-number-form",
                "/documentNumber");
        refused(as("approver-nr"), task + "/pre-approval", Map.of(), 409, "not-simulated");
        refused(
                as("approver-nr"),
                task + "/special-procedures/current/end",
                Map.of(),
                409,
                "no-procedure-lasts");
        String procedures = task + "/special-procedures";
        refused(
                as("approver-nr"),
                procedures,
                Map.of("kind", "HEARING", "expectedUntil", today.plusDays(9)),
                422,
                "procedure-not-listed",
                "/kind");
        refused(
                as("approver-nr"),
                procedures,
                Map.of("kind", "PUBLICITY", "expectedUntil", today.minusDays(1)),
                422,
                "procedure-ends-before-it-begins",
                "/expectedUntil");
        Map<String, Object> publicity =
                Map.of("kind", "PUBLICITY", "expectedUntil", today.plusDays(9));
        as("approver-nr").post(procedures, publicity);
        refused(as("approver-nr"), procedures, publicity, 409, "procedure-lasts");
        refused(
                as("approver-nr"),
                procedures + "/current/end",
                Map.of("until", today.plusDays(1)),
                422,
                "procedure-ends-in-the-future",
                "/until");
        refused(as("approver-nr"), task + "/decision", approved, 409, "procedure-lasts");
        refused(
                as("clerk"),
                Story.application(application) + "/delivery",
                Map.of(),
                409,
                "results-outstanding");
        story.resume(application, ITEM);
        story.approve(application, ITEM);
        refused(as("approver-nr"), task + "/decision", approved, 409, "already-decided");
    }

    @Test
    void deliveringAndRating() {
        Story story = turns.entrusted();
        UUID application = Turns.decided(story);
        String ratings = "/api/supervision/ratings";
        Map<String, Object> good = Map.of("application", application, "score", 5);
        platform.settle();
        refused(as("applicant"), ratings, good, 409, "not-delivered-yet");
        story.deliver(application);
        refused(
                as("clerk"),
                Story.application(application) + "/delivery",
                Map.of(),
                409,
                "already-delivered");
        refused(
                as("applicant"),
                ratings,
                Map.of("application", application, "score", 6),
                422,
                "rating-score",
                "/score");
        refused(
                platform.as("applicant-140502"),
                ratings,
                good,
                422,
                "application-unknown",
                "/application");
        as("applicant").post(ratings, good);
        refused(as("applicant"), ratings, good, 409, "already-rated");
    }

    @Test
    void preparingLand() {
        Caller officer = as("land-officer");
        String parcels = "/api/land/parcels";
        refused(
                officer,
                parcels,
                Map.of("number", "140500", "areaSquareMetres", 1),
                422,
                "parcel-number-form",
                "/number");
        refused(
                officer,
                parcels,
                Map.of("number", "140502001001GB00001", "areaSquareMetres", 1),
                422,
                "parcel-number-region",
                "/number");
        refused(
                officer,
                parcels,
                Map.of("number", "140500001003GB00001", "areaSquareMetres", 0),
                422,
                "parcel-area",
                "/areaSquareMetres");
        String parcel = turns.prepared();
        String number = officer.get(parcel).get("number").asString();
        refused(
                officer,
                parcels,
                Map.of("number", number, "areaSquareMetres", 1),
                409,
                "parcel-number-taken");
        refused(officer, parcel + "/listing", Map.of(), 409, "listing-needs-main-indicators");
        refusesIndicator(parcel, "code", "LI-NOTHING", "indicator-unknown", "/code");
        refusesIndicator(parcel, "unit", "亩", "indicator-unit", "/unit");
        refusesIndicator(parcel, "rule", "ALLOWED_SET", "indicator-rule", "/rule");
        refusesIndicator(parcel, "minimum", -1, "indicator-threshold", "/minimum");
        refused(
                officer,
                parcel + "/indicators",
                Map.of("indicators", List.of()),
                422,
                "indicators-empty",
                "/indicators");
        refused(
                officer,
                parcel + "/planning-conditions",
                Map.of("minimumPlotRatio", 2, "maximumPlotRatio", 1),
                422,
                "plot-ratio-range",
                "/minimumPlotRatio",
                "/maximumPlotRatio");
        refused(as("clerk"), parcel + "/listing", Map.of(), 403, "role-may-not");
        refused(
                platform.as("land-officer-140502"),
                parcel + "/listing",
                Map.of(),
                404,
                "parcel-unknown");
    }

    @Test
    void transferringLand() {
        Caller officer = as("land-officer");
        Story story = turns.begun();
        String parcel = turns.withIndicators();
        Map<String, Object> grant = turns.transfer(story, "GRANT");
        refused(officer, parcel + "/transfer", grant, 409, "grant-needs-listing");
        Map<String, Object> price = Map.of("amount", 1, "paidOn", today);
        refused(officer, parcel + "/payment", price, 409, "payment-needs-grant-contract");
        refused(
                officer,
                parcel + "/delivery",
                Map.of("on", today),
                409,
                "delivery-needs-land-right");
        officer.post(parcel + "/listing", Map.of());
        refused(
                officer,
                parcel + "/transfer",
                turns.transfer(story, "ALLOCATION"),
                409,
                "allocation-of-listed-parcel");
        Map<String, Object> tomorrow = new LinkedHashMap<>(grant);
        tomorrow.put("signedOn", today.plusDays(1));
        refused(officer, parcel + "/transfer", tomorrow, 422, "date-in-the-future", "/signedOn");
        Map<String, Object> nobody = new LinkedHashMap<>(grant);
        nobody.put("enterprise", WrongInputs.Values.UNKNOWN);
        refused(officer, parcel + "/transfer", nobody, 422, "enterprise-unknown", "/enterprise");
        officer.post(parcel + "/transfer", grant);
        refused(officer, parcel + "/transfer", grant, 409, "parcel-already-transferred");
        refused(
                officer,
                parcel + "/payment",
                Map.of("amount", 0, "paidOn", today),
                422,
                "payment-amount",
                "/amount");
        refused(
                officer,
                parcel + "/payment",
                Map.of("amount", 1, "paidOn", today.minusDays(1)),
                422,
                "payment-before-contract",
                "/paidOn");
        officer.post(parcel + "/payment", price);
        refused(officer, parcel + "/payment", price, 409, "payment-already-complete");
        refused(
                officer,
                parcel + "/delivery",
                Map.of("on", today.plusDays(1)),
                422,
                "date-in-the-future",
                "/on");
    }

    private void refusesProject(String field, Object value, String rule) {
        Map<String, Object> wrong = registration();
        wrong.put(field, value);
        refused(as("steward"), "/api/projects", wrong, 422, rule, "/" + field);
    }

    private Map<String, Object> registration() {
        Map<String, Object> right = new LinkedHashMap<>();
        right.put("code", Story.code(today));
        right.put("name", "规则电站");
        right.put("projectType", "PT-PV-GROUND");
        right.put("region", "140500");
        right.put(
                "enterprise",
                Story.uuid(as("applicant").get("/api/me").get("posts").get(0), "enterprise"));
        return right;
    }

    private void refusesPlan(String path, String rule, String pointer, String field, Object value) {
        refused(as("steward"), path, Map.of("start", today, field, value), 422, rule, pointer);
    }

    private void refusesWith(
            String path, Map<String, Object> right, String field, Object value, String rule) {
        Map<String, Object> wrong = new LinkedHashMap<>(right);
        wrong.put(field, value);
        refused(as("steward"), path, wrong, 422, rule, "/" + field);
    }

    private void refusesForm(
            Map<String, Object> right, String field, Object value, String rule, String pointer) {
        Map<String, Object> wrong = new LinkedHashMap<>(right);
        wrong.put(field, value);
        refused(as("steward"), "/api/intake/applications", wrong, 422, rule, pointer);
    }

    private void refusesIndicator(
            String parcel, String field, Object value, String rule, String pointer) {
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("code", "LI-INVEST");
        wrong.put("rule", "MIN");
        wrong.put("minimum", 600);
        wrong.put("unit", "万元/亩");
        wrong.put(field, value);
        refused(
                as("land-officer"),
                parcel + "/indicators",
                Map.of("indicators", List.of(wrong)),
                422,
                rule,
                "/indicators/0" + pointer);
    }

    private static Map<String, Object> material(Story story) {
        String id = story.item(ITEM).get("materials").get(0).get("id").asString();
        return Map.of("material", id, "file", story.paper());
    }

    private static Map<String, Object> item(String code) {
        return Map.of("code", code, "mode", "FORMAL");
    }

    private static Map<String, Object> mandate(String act, LocalDate from, LocalDate until) {
        return Map.of("acts", List.of(act), "from", from, "until", until);
    }

    private static void refused(
            Caller caller, String path, Object body, int status, String rule, String... pointers) {
        Caller.Answer chinese = asked(caller, path, body, "zh-CN");
        Caller.Answer english = asked(caller, path, body, "en");
        assertThat(chinese.rule()).as("%s %s: %s", path, body, chinese.body()).isEqualTo(rule);
        assertThat(chinese.status()).as("%s: %s", path, chinese.body()).isEqualTo(status);
        assertThat(chinese.body().get("pointers").valueStream().map(JsonNode::asString))
                .as("%s: %s", path, chinese.body())
                .containsExactly(pointers);
        assertThat(Problems.faults(chinese, english, null)).isEmpty();
    }

    private static Caller.Answer asked(Caller caller, String path, Object body, String language) {
        return caller.trySend(
                "POST",
                path,
                WrongInputs.right(body),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "If-Match",
                        "*",
                        "Accept-Language",
                        language));
    }

    private Caller as(String role) {
        return platform.as(role + "-140500");
    }
}

package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.practices.Practice;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Three published cases, carried from registration to their last approval. */
class ThreeProjectsJourneyTests {

    private final Platform platform = Platform.shared();

    /** AC-000-5: work goes on while the site opinion is on public display. */
    @Test
    @Practice("PR-035")
    void photovoltaicPlantUsesThePublicityPeriod() {
        Story plant = Story.begin(platform, "140500", "PT-PV-GROUND", "沁水地面光伏电站", "44");
        plant.signMandate(platform.today().plusYears(1));
        plant.drawPlan(
                Map.of(
                        "start", platform.today(),
                        "target", platform.today().plusMonths(6),
                        "simulated", List.of("ENT-APPROVAL", "LAND-PLAN-PERMIT")));
        plant.elsewhere("PROJECT-CODE", "赋码-2026-1");
        plant.milestone("JOINT-PREEXAM");
        JsonNode drawn = plant.plan();
        assertThat(drawn.get("feasible").asBoolean()).isTrue();
        hasACriticalPathAndSlack(drawn);
        String then = platformsLastMoment(plant);

        UUID site = plant.accept(plant.submit(false, Map.of("SITE-PREEXAM", "FORMAL")));
        LocalDate accepted = platform.today();
        platform.forwardTo(accepted.plusDays(1));
        LocalDate displayed = platform.today();
        plant.pause(site, "SITE-PREEXAM", "PUBLICITY", displayed.plusDays(10));
        int left = daysLeft(plant, site, "SITE-PREEXAM");
        JsonNode opinion = plant.task(site, "SITE-PREEXAM");
        assertThat(plant.approver(opinion).get(Story.task(opinion)).get("decidedElsewhere"))
                .extracting(JsonNode::asString)
                .containsExactly("PROJECT-CODE");

        UUID approval = plant.accept(plant.submit(true, Map.of("ENT-APPROVAL", "SIMULATED")));
        reviewStaysWaived(plant, approval, "ENT-APPROVAL");
        plant.preApprove(approval, "ENT-APPROVAL");
        UUID assessments =
                plant.accept(
                        plant.submit(
                                false,
                                Map.of("SOILWATER-REPORT", "FORMAL", "EIA-RADIATION", "FORMAL")));
        JsonNode before = plant.plan();
        plant.approve(assessments, "SOILWATER-REPORT");
        JsonNode after = plant.plan();
        assertThat(after.get("revision").asInt()).isGreaterThan(before.get("revision").asInt());
        assertThat(after.get("cause").asString()).isEqualTo("intake.item-decided");
        assertThat(plant.step("SOILWATER-REPORT").get("actualFinish").asString())
                .isEqualTo(platform.today().toString());
        assertThat(after.get("steps")).isNotEqualTo(before.get("steps"));
        plant.approve(assessments, "EIA-RADIATION");
        plant.deliver(assessments);
        assertThat(plant.state(approval, "ENT-APPROVAL")).isEqualTo("PRE_APPROVED");
        assertThat(plant.task(approval, "ENT-APPROVAL").get("waitingFor").get(0).asString())
                .isEqualTo("ITEM:SITE-PREEXAM");

        platform.forwardTo(displayed.plusDays(10));
        assertThat(daysLeft(plant, site, "SITE-PREEXAM")).isEqualTo(left);
        plant.resume(site, "SITE-PREEXAM");
        assertThat(daysLeft(plant, site, "SITE-PREEXAM")).isEqualTo(left);
        plant.approve(site, "SITE-PREEXAM");
        assertThat(plant.state(approval, "ENT-APPROVAL")).isEqualTo("APPROVED");
        assertThat(plant.task(approval, "ENT-APPROVAL").get("decidedOn"))
                .isEqualTo(plant.task(site, "SITE-PREEXAM").get("decidedOn"));
        plant.deliver(site);
        plant.deliver(approval);

        plant.elsewhere("POWER-CONN", "供电-2026-1");
        plant.milestone("MOCK-APPROVAL");
        transfer(plant, reserveParcel(plant, "140500001001GB00001"), "ALLOCATION");
        plant.carryThrough("LAND-PLAN-PERMIT");
        everyStepIsDone(
                plant,
                Map.of(
                        "PROJECT-CODE", "ELSEWHERE",
                        "POWER-CONN", "ELSEWHERE",
                        "FOREST-USE", "DROPPED",
                        "GRASSLAND-USE", "DROPPED"));
        rateOnce(plant, site);
        addsUp(plant, site, "SITE-PREEXAM");
        JsonNode asItWas = plant.as("steward").get(plant.path("/plan?asOf=" + then));
        assertThat(asItWas).isEqualTo(drawn);
    }

    /** Drawn backward from its target: some items may wait, and what may not is critical. */
    private static void hasACriticalPathAndSlack(JsonNode plan) {
        List<JsonNode> open =
                plan.get("steps")
                        .valueStream()
                        .filter(step -> step.get("state").asString().equals("PLANNED"))
                        .toList();
        assertThat(open).anyMatch(step -> step.get("critical").asBoolean());
        assertThat(open).anyMatch(step -> step.get("slack").asInt() > leastSlack(open));
        assertThat(open)
                .allSatisfy(
                        step ->
                                assertThat(step.get("critical").asBoolean())
                                        .isEqualTo(step.get("slack").asInt() == leastSlack(open)));
    }

    private static int leastSlack(List<JsonNode> steps) {
        return steps.stream().mapToInt(step -> step.get("slack").asInt()).min().orElseThrow();
    }

    private static String platformsLastMoment(Story story) {
        return story.timeline().getLast().get("recordedAt").asString();
    }

    /** The owner's and the designer's promises stand in for the review: nobody opens one. */
    private void reviewStaysWaived(Story story, UUID application, String item) {
        JsonNode task = story.task(application, item);
        for (String review : List.of("EVAL", "EXPERT")) {
            Caller.Answer answer =
                    story.approver(task)
                            .tryPost(
                                    Story.task(task) + "/special-procedures",
                                    Map.of("kind", review, "expectedUntil", platform.today()));
            assertThat(answer.rule()).isIn("review-was-waived", "procedure-not-listed");
        }
        assertThat(story.state(application, item)).isEqualTo("IN_DEPARTMENT");
    }

    /** Every elapsed working day had one holder. */
    private static void addsUp(Story story, UUID application, String item) {
        JsonNode ledger =
                story.as("supervisor")
                        .get(
                                "/api/supervision/tasks/"
                                        + story.task(application, item).get("id").asString()
                                        + "/ledger");
        assertThat(ledger.get("days").valueStream().mapToInt(day -> day.get("days").asInt()).sum())
                .isPositive()
                .isEqualTo(ledger.get("elapsed").asInt());
    }

    /** AC-000-4: three approvals in one, review waived on two promises, land simulated. */
    @Test
    @Practice("PR-023")
    void urbanRoadMergesThreeApprovalsAndSimulatesTheLand() {
        Story road = Story.begin(platform, "140502", "PT-GOV-ROAD", "凤路城市道路", "48");
        road.signMandate(platform.today().plusYears(1));
        road.drawPlan(
                Map.of(
                        "start", platform.today(),
                        "conditional", List.of("EIA-TABLE"),
                        "simulated", List.of("LAND-PLAN-PERMIT", "ENG-PLAN-PERMIT")));
        road.elsewhere("PROJECT-CODE", "赋码-2026-2");
        road.milestone("JOINT-PREEXAM");
        road.milestone("MOCK-APPROVAL");
        road.carryThrough("PROJECT-PLANNING", "SITE-PREEXAM", "EIA-TABLE", "SOILWATER-TABLE");

        Caller.Answer onePromise =
                road.as("steward").tryPost("/api/intake/applications", withOnePromise(road));
        assertThat(onePromise.status()).isEqualTo(422);
        assertThat(onePromise.rule()).isEqualTo("waiver-needs-both-promises");

        UUID merged = road.accept(road.submit(true, Map.of("GOV-FEAS-COMBINED", "FORMAL")));
        road.approve(merged, "GOV-FEAS-COMBINED");
        road.deliver(merged);
        road.carryThrough("DESIGN-SCHEME");

        String parcel = reserveParcel(road, "140502001001GB00001");
        UUID permits = road.simulate("LAND-PLAN-PERMIT", "ENG-PLAN-PERMIT");
        assertThat(road.state(permits, "LAND-PLAN-PERMIT")).isEqualTo("PRE_APPROVED");
        transfer(road, parcel, "ALLOCATION");
        assertThat(road.state(permits, "LAND-PLAN-PERMIT")).isEqualTo("APPROVED");
        assertThat(road.state(permits, "ENG-PLAN-PERMIT")).isEqualTo("APPROVED");
        road.deliver(permits);

        road.carryThrough("BID-SCHEME", "DRAWING-REVIEW");
        road.carryThrough("TENDER-RECORD", "QUALITY-SUPERVISION", "SAFETY-SUPERVISION");
        road.carryThrough("CONSTRUCTION-PERMIT");
        finishBuilding(road);
        road.carryThrough("PLAN-VERIFY", "LAND-VERIFY");
        road.carryThrough("JOINT-ACCEPT");
        road.carryThrough("COMPLETION-FILING");
        everyStepIsDone(
                road,
                Map.of(
                        "PROJECT-CODE", "ELSEWHERE",
                        "JOINT-SURVEY", "ELSEWHERE",
                        "ARCHIVE-ACCEPT", "ELSEWHERE",
                        "GOV-PROPOSAL", "REPLACED",
                        "GOV-FEASIBILITY", "REPLACED",
                        "GOV-PRELIM-DESIGN", "REPLACED",
                        "EIA-REGISTER", "DROPPED",
                        "GREEN-OCCUPY", "DROPPED",
                        "PIPE-MOVE", "DROPPED"));
    }

    /** AC-004-4: three certificates within one working day after contract and payment. */
    @Test
    @Practice({"PR-295", "PR-298", "PR-299"})
    void industrialProjectStartsOnGettingTheLand() {
        Story works = Story.begin(platform, "Z370403GX", "PT-IND-MOCK", "高新区装备制造基地", "34");
        works.signMandate(platform.today().plusYears(1));
        works.drawPlan(
                Map.of(
                        "start", platform.today(),
                        "simulated",
                                List.of(
                                        "LAND-PLAN-PERMIT",
                                        "ENG-PLAN-PERMIT",
                                        "CONSTRUCTION-PERMIT")));
        works.elsewhere("PROJECT-CODE", "赋码-2026-3");
        works.milestone("JOINT-PREEXAM");
        works.milestone("MOCK-APPROVAL");
        works.carryThrough(
                "ENT-FILING",
                "PLANNING-CONDITIONS",
                "ENERGY-COMMIT",
                "QUALITY-SUPERVISION",
                "SAFETY-SUPERVISION");
        works.carryThrough("DESIGN-SCHEME", "EIA-TABLE", "SOILWATER-TABLE");
        works.carryThrough("DRAWING-REVIEW");

        String parcel = reserveParcel(works, "370403001001GB00001");
        UUID certificates =
                works.simulate("LAND-PLAN-PERMIT", "ENG-PLAN-PERMIT", "CONSTRUCTION-PERMIT");
        Map<String, String> opinions = new LinkedHashMap<>();
        Set<String> departments = new HashSet<>();
        for (String item : CERTIFICATES) {
            JsonNode task = works.task(certificates, item);
            assertThat(task.get("state").asString()).as(item).isEqualTo("PRE_APPROVED");
            assertThat(task.get("documentNumber").asString()).as(item).endsWith("-PRE");
            assertThat(task.get("decidedOn").isNull()).as(item).isTrue();
            opinions.put(item, task.get("documentNumber").asString());
            departments.add(task.get("department").asString());
        }
        assertThat(departments).hasSizeGreaterThanOrEqualTo(2);
        LocalDate paid = platform.today();
        sell(works, parcel);
        for (String item : CERTIFICATES) {
            JsonNode task = works.task(certificates, item);
            assertThat(task.get("state").asString()).as(item).isEqualTo("APPROVED");
            assertThat(LocalDate.parse(task.get("decidedOn").asString())).isEqualTo(paid);
            assertThat(task.get("documentNumber").asString())
                    .as(item)
                    .contains(works.region)
                    .doesNotContain("-PRE");
            JsonNode sheet = works.approver(task).get(Story.task(task));
            assertThat(sheet.get("preApprovalNumber").asString()).isEqualTo(opinions.get(item));
        }
        works.deliver(certificates);

        works.carryThrough("LAND-REGISTRATION");
        finishBuilding(works);
        works.carryThrough("FIRE-FILING", "PLAN-VERIFY", "LAND-VERIFY");
        works.carryThrough("JOINT-ACCEPT");
        works.carryThrough("COMPLETION-FILING", "REALESTATE-REG");
        everyStepIsDone(
                works,
                Map.of(
                        "PROJECT-CODE",
                        "ELSEWHERE",
                        "JOINT-SURVEY",
                        "ELSEWHERE",
                        "ARCHIVE-ACCEPT",
                        "ELSEWHERE"));
    }

    private static final List<String> CERTIFICATES =
            List.of("LAND-PLAN-PERMIT", "ENG-PLAN-PERMIT", "CONSTRUCTION-PERMIT");

    /** What is left of the promised limit, as the department's desk shows it. */
    private static int daysLeft(Story story, UUID application, String item) {
        JsonNode task = story.task(application, item);
        return story.approver(task).get(Story.task(task)).at("/clock/promisedLeft").asInt();
    }

    private static void finishBuilding(Story story) {
        story.elsewhere("JOINT-SURVEY", "测绘-2026-1");
        story.elsewhere("ARCHIVE-ACCEPT", "档案-2026-1");
    }

    private static Map<String, Object> withOnePromise(Story road) {
        Map<String, Object> form = road.form(true, Map.of("GOV-FEAS-COMBINED", "FORMAL"));
        Map<String, Object> one = new LinkedHashMap<>();
        if (form.get("waiver") instanceof Map<?, ?> both) {
            one.put("ownerPromise", both.get("ownerPromise"));
        }
        form.put("waiver", one);
        return form;
    }

    /** A parcel kept for the project, so that its planning conditions are known. */
    private static String reserveParcel(Story story, String number) {
        Caller officer = story.as("land-officer");
        UUID parcel =
                Story.uuid(
                        officer.post(
                                "/api/land/parcels",
                                Map.of(
                                        "number",
                                        number,
                                        "areaSquareMetres",
                                        new BigDecimal("33333.33"))),
                        "id");
        String path = "/api/land/parcels/" + parcel;
        officer.post(path + "/reservation", Map.of("project", story.project));
        return path;
    }

    /** Indicators, listing, contract, payment, delivery. */
    private void sell(Story story, String parcel) {
        Caller officer = story.as("land-officer");
        officer.post(
                parcel + "/indicators",
                Map.of(
                        "indicators",
                        List.of(
                                indicator("LI-INVEST", 600, "万元/亩"),
                                indicator("LI-FAR", 1.5, "无量纲"))));
        officer.post(parcel + "/listing", Map.of());
        transfer(story, parcel, "GRANT");
        officer.post(parcel + "/payment", Map.of("amount", 12_000_000, "paidOn", platform.today()));
        platform.settle();
        officer.post(parcel + "/delivery", Map.of("on", platform.today()));
        platform.settle();
    }

    private static Map<String, Object> indicator(String code, double minimum, String unit) {
        return Map.of("code", code, "rule", "MIN", "minimum", minimum, "unit", unit);
    }

    private void transfer(Story story, String parcel, String kind) {
        story.as("land-officer")
                .post(
                        parcel + "/transfer",
                        Map.of(
                                "kind",
                                kind,
                                "enterprise",
                                story.enterprise,
                                "project",
                                story.project,
                                "signedOn",
                                platform.today(),
                                "documentNumber",
                                kind + "-2026-1"));
        platform.settle();
    }

    /** Done, but for those that the story says ended otherwise. */
    private static void everyStepIsDone(Story story, Map<String, String> otherwise) {
        Map<String, String> states =
                story.plan()
                        .get("steps")
                        .valueStream()
                        .filter(step -> !step.get("state").asString().equals("DONE"))
                        .collect(
                                Collectors.toMap(
                                        step -> step.get("itemCode").asString(),
                                        step -> step.get("state").asString()));
        assertThat(states).isEqualTo(otherwise);
        List<Long> positions =
                story.timeline().stream().map(entry -> entry.get("position").asLong()).toList();
        assertThat(positions).isNotEmpty().isSorted().doesNotHaveDuplicates();
    }

    private static void rateOnce(Story story, UUID application) {
        Map<String, Object> rating = Map.of("application", application, "score", 5);
        story.as("applicant").post("/api/supervision/ratings", rating);
        Caller.Answer again = story.as("applicant").tryPost("/api/supervision/ratings", rating);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.rule()).isEqualTo("already-rated");
    }
}

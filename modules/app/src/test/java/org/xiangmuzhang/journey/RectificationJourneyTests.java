package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A mistake of the window is mended with a reason, and everybody who follows hears of it. */
class RectificationJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String WRONG = "SITE-PREEXAM";
    private static final String RIGHT = "SOILWATER-REPORT";
    private static final String ALONE = "SOILWATER-TABLE";
    private static final String NEIGHBOUR = "91330282MA9DEMC325";

    private final Caller clerk = PLATFORM.as("clerk-140500");

    @Test
    void theRightItemTakesTheWrongOnesPlaceAndLedgerLightsAndTimelineFollow() {
        Story story = story();
        UUID application = story.accept(story.submit(false, Map.of(WRONG, "FORMAL")));
        JsonNode task = story.task(application, WRONG);
        String ledger = "/api/supervision/tasks/" + task.get("id").asString() + "/ledger";
        JsonNode before = story.as("supervisor").get(ledger).get("task");
        assertThat(before.get("itemCode").asString()).isEqualTo(WRONG);

        mend(application, items(WRONG, RIGHT));

        JsonNode mended = story.task(application, RIGHT);
        assertThat(mended.get("id")).isEqualTo(task.get("id"));
        String department = mended.get("department").asString();
        assertThat(department).isNotEqualTo(task.get("department").asString());
        assertThat(story.as("approver-nr").tryGet(Story.task(task)).rule())
                .isEqualTo("task-unknown");
        JsonNode after = story.as("supervisor").get(ledger);
        assertThat(after.get("task").get("itemCode").asString()).isEqualTo(RIGHT);
        assertThat(after.get("task").get("department").asString()).isEqualTo(department);
        assertThat(after.get("task").get("promised")).isNotEqualTo(before.get("promised"));
        assertThat(after.get("holder").toString()).contains(department);
        assertThat(clocks(task))
                .as("clocks that turn lights")
                .contains("PROMISED " + after.get("task").get("promised").get("days").asInt());
        assertThat(ledgerOf(story, application)).containsExactly(RIGHT + " " + department);
        JsonNode told = told(story);
        assertThat(told.get("why").asString()).isEqualTo("窗口录入有误");
        assertThat(told.get("actor").asString())
                .isEqualTo(clerk.get("/api/me").get("person").get("id").asString());
        assertThat(story.as("steward").get(story.path("/plan")).toString()).contains(RIGHT);

        story.as("applicant")
                .post(
                        Story.application(application) + "/corrections",
                        Map.of(
                                "materials",
                                story.form(false, Map.of(RIGHT, "FORMAL")).get("materials")));
        PLATFORM.settle();
        Caller.Answer decided =
                story.approver(mended)
                        .tryPost(
                                Story.task(mended) + "/decision",
                                Map.of(
                                        "outcome", "APPROVED",
                                        "documentNumber", "更正〔2026〕1号",
                                        "reason", "同意"));
        assertThat(decided.status()).as("%s", decided.body()).isLessThan(300);
        PLATFORM.settle();
        assertThat(refused(application, items(RIGHT, WRONG)))
                .isEqualTo("409 rectification-after-decision");
    }

    @Test
    void theRightEnterpriseSeesItsApplicationAndTheWrongOneNoMore() {
        Caller wrong = PLATFORM.as("applicant-140500");
        Caller right = PLATFORM.as("applicant-z370403gx");
        UUID application = alone(wrong);
        String path = Story.application(application);
        assertThat(right.tryGet(path).rule()).isEqualTo("application-unknown");
        assertThat(refused(application, Map.of("enterprise", "91140500MA9DEMA138", "reason", "改")))
                .isEqualTo("422 rectification-changes-nothing");

        mend(application, Map.of("enterprise", NEIGHBOUR, "reason", "窗口录入有误"));

        assertThat(right.tryGet(path).status()).isEqualTo(200);
        assertThat(wrong.tryGet(path).rule()).isEqualTo("application-unknown");
        JsonNode task = right.get(path).get("tasks").get(0);
        assertThat(
                        PLATFORM.as("supervisor-140500")
                                .get(
                                        "/api/supervision/tasks/"
                                                + task.get("id").asString()
                                                + "/ledger")
                                .get("task")
                                .get("enterprise")
                                .asString())
                .isEqualTo(right.get("/api/me").get("posts").get(0).get("enterprise").asString());
    }

    @Test
    void anApplicationTakenDownInAWrongProjectGoesToTheRightOneOfTheRightEnterprise() {
        Story wrong = story();
        UUID application = wrong.accept(wrong.submit(false, Map.of(WRONG, "FORMAL")));
        assertThat(wrong.step(WRONG).get("state").asString()).isEqualTo("RUNNING");
        Caller right = PLATFORM.as("applicant-z370403gx");
        String code = Story.code(PLATFORM.today());
        UUID project = project(right, code);
        String path = Story.application(application);
        assertThat(right.tryGet(path).rule()).isEqualTo("application-unknown");
        assertThat(refused(application, belongs("project", code)))
                .as("the right project, but still of the wrong enterprise")
                .isEqualTo("422 project-not-yours");
        Map<String, Object> both = belongs("project", code);
        both.put("enterprise", NEIGHBOUR);

        mend(application, both);

        JsonNode sheet = right.get(path);
        assertThat(sheet.get("project").asString()).isEqualTo(project.toString());
        assertThat(wrong.as("applicant").tryGet(path).rule()).isEqualTo("application-unknown");
        assertThat(wrong.step(WRONG).get("state").asString()).isEqualTo("PLANNED");
        assertThat(told(wrong, "intake.application-left-project").get("why").asString())
                .isEqualTo("窗口录入有误");
        JsonNode task = sheet.get("tasks").get(0);
        JsonNode watched =
                PLATFORM.as("supervisor-140500")
                        .get("/api/supervision/tasks/" + task.get("id").asString() + "/ledger")
                        .get("task");
        assertThat(watched.get("project").asString()).isEqualTo(project.toString());
        assertThat(ledgerOf(wrong, application)).isEmpty();
        assertThat(
                        right.get("/api/projects/" + project + "/timeline?limit=200")
                                .get("items")
                                .valueStream()
                                .map(one -> one.get("event").asString()))
                .contains("intake.application-rectified");
    }

    @Test
    void anApplicationThatBelongsToNoProjectLeavesIt() {
        Story story = story();
        UUID application = story.submit(false, Map.of(ALONE, "FORMAL"));
        Map<String, Object> none = belongs("outsideProject", true);
        none.put("enterprise", NEIGHBOUR);

        mend(application, none);

        Caller right = PLATFORM.as("applicant-z370403gx");
        assertThat(right.get(Story.application(application)).get("project").isNull()).isTrue();
        assertThat(refused(application, belongs("outsideProject", true)))
                .isEqualTo("422 rectification-changes-nothing");
        UUID bound = story.submit(false, Map.of(WRONG, "FORMAL"));
        assertThat(refused(bound, belongs("project", Story.code(PLATFORM.today()))))
                .isEqualTo("422 project-not-yours");
    }

    /** It waits for what the right item waits for, and no clock runs. */
    @Test
    void aSimulatedItemIsMendedLikeAnyOther() {
        Story story = story();
        UUID application = story.accept(story.submit(false, Map.of("ENT-APPROVAL", "SIMULATED")));
        JsonNode task = story.task(application, "ENT-APPROVAL");
        assertThat(waitingFor(task)).isEqualTo("ITEM:SITE-PREEXAM");

        mend(application, items("ENT-APPROVAL", "LAND-PLAN-PERMIT"));

        JsonNode mended = story.task(application, "LAND-PLAN-PERMIT");
        assertThat(mended.get("id")).isEqualTo(task.get("id"));
        assertThat(mended.get("mode").asString()).isEqualTo("SIMULATED");
        assertThat(clocks(mended)).as("a simulated item has no clock").isEmpty();
        assertThat(waitingFor(mended)).isEqualTo("LAND_RIGHT,ITEM:ENT-APPROVAL");
        story.preApprove(application, "LAND-PLAN-PERMIT");
        assertThat(refused(application, items("LAND-PLAN-PERMIT", "ENT-APPROVAL")))
                .isEqualTo("409 rectification-after-decision");
        UUID other = story.submit(false, Map.of("ENT-APPROVAL", "SIMULATED"));
        assertThat(refused(other, items("ENT-APPROVAL", ALONE)))
                .as("what cannot be simulated")
                .startsWith("422 ");
    }

    @Test
    void whatIsNoMistakeOfTheWindowIsRefusedByItsRule() {
        Story story = story();
        UUID application = story.submit(false, Map.of(WRONG, "FORMAL"));
        assertThat(refused(application, Map.of("reason", "改")))
                .isEqualTo("422 rectification-names-nothing");
        assertThat(refused(application, Map.of("item", WRONG, "reason", "改")))
                .isEqualTo("422 rectification-names-nothing");
        assertThat(refused(application, items(RIGHT, WRONG)))
                .isEqualTo("422 rectification-of-no-item");
        assertThat(refused(application, items(WRONG, WRONG))).isEqualTo("422 item-twice");
        assertThat(refused(application, items(WRONG, "NO-SUCH"))).isEqualTo("422 item-not-listed");
        assertThat(refused(application, Map.of("enterprise", NEIGHBOUR, "reason", "改")))
                .isEqualTo("409 rectification-of-project");
        assertThat(story.as("steward").tryPost(path(application), items(WRONG, RIGHT)).rule())
                .isEqualTo("role-may-not");
        assertThat(
                        clerk.tryPost(
                                        path(application),
                                        items(WRONG, RIGHT),
                                        UUID.randomUUID().toString(),
                                        "\"77\"")
                                .rule())
                .isEqualTo("version-stale");
        mend(application, items(WRONG, RIGHT));
        assertThat(story.task(application, RIGHT).get("state").asString()).isEqualTo("RECEIVED");
        story.as("applicant")
                .post(Story.application(application) + "/withdrawal", Map.of("reason", "不办了"));
        assertThat(refused(application, items(RIGHT, WRONG))).isEqualTo("409 application-over");
    }

    private static Story story() {
        Story story = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "更正电站", "44");
        story.signMandate(PLATFORM.today().plusYears(1));
        story.drawPlan(Map.of("start", PLATFORM.today()));
        return story;
    }

    /** An application of no project. */
    private static UUID alone(Caller applicant) {
        JsonNode submitted =
                applicant.post(
                        "/api/intake/applications",
                        Map.of(
                                "items",
                                List.of(Map.of("code", ALONE, "mode", "FORMAL")),
                                "materials",
                                List.of()));
        PLATFORM.settle();
        return UUID.fromString(submitted.get("id").asString());
    }

    private void mend(UUID application, Map<String, Object> wanted) {
        clerk.post(path(application), wanted);
        PLATFORM.settle();
    }

    private String refused(UUID application, Map<String, Object> wanted) {
        Caller.Answer answer = clerk.tryPost(path(application), wanted);
        return answer.status() + " " + answer.rule();
    }

    /** Of an enterprise elsewhere, at the place of the story. */
    private static UUID project(Caller applicant, String code) {
        String enterprise =
                applicant.get("/api/me").get("posts").get(0).get("enterprise").asString();
        return Story.uuid(
                PLATFORM.as("steward-140500")
                        .post(
                                "/api/projects",
                                Map.of(
                                        "code",
                                        code,
                                        "name",
                                        "邻家电站",
                                        "projectType",
                                        "PT-PV-GROUND",
                                        "enterprise",
                                        enterprise,
                                        "industry",
                                        "44",
                                        "investment",
                                        30000)),
                "id");
    }

    private static Map<String, Object> belongs(String field, Object value) {
        return new HashMap<>(Map.of(field, value, "reason", "窗口录入有误"));
    }

    private static String waitingFor(JsonNode task) {
        return PLATFORM.bean(JdbcClient.class)
                .sql(
                        "select array_to_string(waiting_for, ',') from intake.task"
                                + " where id = cast(? as uuid)")
                .param(task.get("id").asString())
                .query(String.class)
                .single();
    }

    private static JsonNode told(Story story) {
        return told(story, "intake.application-rectified");
    }

    private static JsonNode told(Story story, String event) {
        return story.as("steward")
                .get(story.path("/timeline?limit=200"))
                .get("items")
                .valueStream()
                .filter(one -> one.get("event").asString().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ledgerOf(Story story, UUID application) {
        return story.as("supervisor")
                .get("/api/supervision/projects/" + story.project + "/ledger")
                .get("items")
                .valueStream()
                .map(it -> it.get("task"))
                .filter(it -> it.get("application").asString().equals(application.toString()))
                .map(it -> it.get("itemCode").asString() + " " + it.get("department").asString())
                .toList();
    }

    /** Those that run, with their limits. */
    private static List<String> clocks(JsonNode task) {
        return PLATFORM.bean(JdbcClient.class)
                .sql(
                        "select kind || ' ' || limit_days from supervision.clock"
                                + " where task = cast(? as uuid) and ended_on is null")
                .param(task.get("id").asString())
                .query(String.class)
                .list();
    }

    private static String path(UUID application) {
        return Story.application(application) + "/rectifications";
    }

    private static Map<String, Object> items(String wrong, String right) {
        return new HashMap<>(Map.of("item", wrong, "rightItem", right, "reason", "窗口录入有误"));
    }
}

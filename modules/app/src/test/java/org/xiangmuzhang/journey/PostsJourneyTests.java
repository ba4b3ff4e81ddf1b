package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.parties.People;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Three administrators: one proposes posts, one confirms them, one reads; what is taken is gone.
 */
class PostsJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String PROPOSALS = "/api/parties/proposals";

    private final Caller system = PLATFORM.as("administrator");
    private final Caller security = PLATFORM.as("security-administrator");
    private final Caller auditor = PLATFORM.as("auditor");

    @Test
    void aConfirmedPostWorksAtOnceAndOneTakenAwayNoMore() {
        String login = Newcomers.add(PLATFORM);
        Caller newcomer = PLATFORM.as(login);
        assertThat(newcomer.tryGet("/api/intake/tasks?department=NR").rule()).isEqualTo("no-post");

        JsonNode proposed = system.post(PROPOSALS, wanted(login, "APPROVER"));
        String id = proposed.get("id").asString();
        assertThat(proposed.get("state").asString()).isEqualTo("PROPOSED");
        assertThat(newcomer.tryGet("/api/intake/tasks?department=NR").rule()).isEqualTo("no-post");

        security.post(decision(id), said("CONFIRMED"));
        assertThat(newcomer.tryGet("/api/intake/tasks?department=NR").status()).isEqualTo(200);
        Visitor visitor = Visitor.signIn(PLATFORM.address(), login);
        assertThat(visitor.get("/console/intake/tasks").statusCode()).isEqualTo(200);
        JsonNode held = auditor.get("/api/parties/people?login=" + login).get("items").get(0);
        assertThat(held.get("posts").get(0).get("id").asString()).isEqualTo(id);
        assertThat(held.get("posts").get(0).get("open").asBoolean()).isTrue();

        security.post("/api/parties/posts/" + id + "/withdrawal", Map.of("reason", "调离"));
        assertThat(newcomer.tryGet("/api/intake/tasks?department=NR").rule()).isEqualTo("no-post");
        assertThat(visitor.get("/console/intake/tasks").statusCode()).isEqualTo(403);
        assertThat(
                        refused(
                                security,
                                "/api/parties/posts/" + id + "/withdrawal",
                                Map.of("reason", "再")))
                .isEqualTo("409 post-over");

        String person = held.get("id").asString();
        List<JsonNode> acts =
                auditor.get("/api/parties/record?person=" + person)
                        .get("items")
                        .valueStream()
                        .toList();
        assertThat(acts)
                .extracting(act -> act.get("kind").asString())
                .containsExactly("TAKEN_AWAY", "CONFIRMED", "PROPOSED");
        assertThat(acts.get(1).get("by").asString()).isEqualTo(idOf(security));
        assertThat(acts.get(2).get("by").asString()).isEqualTo(idOf(system));
        assertThat(
                        Visitor.signIn(PLATFORM.address(), "auditor")
                                .get("/console/parties/people/" + person)
                                .body())
                .contains("调离", "已收回");
    }

    @Test
    void aPostEndsOnItsLastDayAndIsNeverProlongedSo() {
        String login = Newcomers.add(PLATFORM);
        String id = give(login, "APPROVER");
        String end = "/api/parties/posts/" + id + "/end";
        var day = PLATFORM.today();
        assertThat(refused(system, end, ended(day.minusDays(1)))).isEqualTo("422 post-end-past");
        system.post(end, ended(day.plusDays(5)));
        assertThat(refused(system, end, ended(day.plusDays(6)))).isEqualTo("422 post-end-later");
        system.post(end, ended(day));
        assertThat(PLATFORM.as(login).tryGet("/api/intake/tasks?department=NR").status())
                .isEqualTo(200);
        assertThat(
                        PLATFORM.bean(People.class)
                                .posts(UUID.fromString(person(login)), day.plusDays(1)))
                .isEmpty();
    }

    @Test
    void nobodyGivesAlone() {
        String login = Newcomers.add(PLATFORM);
        String id = system.post(PROPOSALS, wanted(login, "CLERK")).get("id").asString();
        assertThat(refused(system, decision(id), said("CONFIRMED")))
                .isEqualTo("403 post-second-person");
        assertThat(refused(PLATFORM.as("administrator-000000"), decision(id), said("CONFIRMED")))
                .isEqualTo("403 role-may-not");
        assertThat(refused(security, decision(id), said("WITHDRAWN")))
                .isEqualTo("403 proposal-not-yours");
        assertThat(refused(security, decision(id), said("PROPOSED")))
                .isEqualTo("422 proposal-outcome");
        assertThat(refused(auditor, decision(id), said("CONFIRMED"))).isEqualTo("403 role-may-not");
        assertThat(refused(security, PROPOSALS, wanted(login, "CLERK")))
                .isEqualTo("403 role-may-not");
        system.post(decision(id), said("WITHDRAWN"));
        assertThat(refused(security, decision(id), said("CONFIRMED")))
                .isEqualTo("409 proposal-decided-already");
        assertThat(PLATFORM.as(login).tryGet("/api/intake/tasks").rule()).isEqualTo("no-post");
    }

    @Test
    void nobodyGivesToHimself() {
        assertThat(refused(system, PROPOSALS, wanted("administrator", "CLERK")))
                .isEqualTo("403 post-for-oneself");
        String id =
                system.post(PROPOSALS, wanted("security-administrator", "CLERK"))
                        .get("id")
                        .asString();
        assertThat(refused(security, decision(id), said("CONFIRMED")))
                .isEqualTo("403 post-for-oneself");
        system.post(decision(id), said("WITHDRAWN"));
    }

    @Test
    void theThreeAdministratorsAreThreePeople() {
        for (String login : List.of("security-administrator", "auditor")) {
            assertThat(refused(system, PROPOSALS, wanted(login, "ADMINISTRATOR")))
                    .isEqualTo("409 administrators-apart");
        }
        String login = Newcomers.add(PLATFORM);
        String audits = system.post(PROPOSALS, wanted(login, "AUDITOR")).get("id").asString();
        String confirms =
                system.post(PROPOSALS, wanted(login, "SECURITY_ADMINISTRATOR"))
                        .get("id")
                        .asString();
        security.post(decision(audits), said("CONFIRMED"));
        assertThat(refused(security, decision(confirms), said("CONFIRMED")))
                .isEqualTo("409 administrators-apart");
        security.post("/api/parties/posts/" + audits + "/withdrawal", Map.of("reason", "调整"));
        security.post(decision(confirms), said("CONFIRMED"));
        security.post("/api/parties/posts/" + confirms + "/withdrawal", Map.of("reason", "调整"));
    }

    @Test
    void wrongProposalsAreRefusedByTheirRule() {
        Caller below = PLATFORM.as("administrator-140500");
        String login = Newcomers.add(PLATFORM);
        assertThat(refused(below, PROPOSALS, with(login, "region", "Z370403GX")))
                .isEqualTo("403 post-of-another-place");
        assertThat(refused(system, PROPOSALS, with(login, "region", "999998")))
                .isEqualTo("422 post-place-unknown");
        assertThat(refused(system, PROPOSALS, with(login, "department", "NOBODY")))
                .isEqualTo("422 post-department-unknown");
        assertThat(refused(system, PROPOSALS, with(login, "role", "SYSTEM")))
                .isEqualTo("422 post-of-the-platform");
        assertThat(refused(system, PROPOSALS, with(login, "from", PLATFORM.today().minusDays(1))))
                .isEqualTo("422 post-from-past");
        assertThat(refused(system, PROPOSALS, with(login, "to", PLATFORM.today().minusDays(1))))
                .isEqualTo("422 post-ends-before-it-begins");
        assertThat(refused(system, PROPOSALS, with(login, "enterprise", "91140500MA9DEMA138")))
                .isEqualTo("422 post-with-enterprise");
        assertThat(refused(system, PROPOSALS, with(login, "name", "别名")))
                .isEqualTo("422 person-known-otherwise");
        assertThat(refused(system, PROPOSALS, with("nobody-" + UUID.randomUUID(), "reason", "试")))
                .isEqualTo("422 person-name-needed");
        Map<String, Object> applicant = wanted(login, "APPLICANT");
        applicant.remove("department");
        assertThat(refused(system, PROPOSALS, applicant))
                .isEqualTo("422 applicant-without-enterprise");
        Map<String, Object> approver = wanted(login, "APPROVER");
        approver.remove("department");
        assertThat(refused(system, PROPOSALS, approver)).isEqualTo("422 post-without-department");
        give(login, "APPROVER");
        assertThat(refused(system, PROPOSALS, wanted(login, "APPROVER")))
                .isEqualTo("409 post-held-already");
    }

    @Test
    void aClerksPostRefersToAHallOnRecord() {
        String halls = "/api/parties/halls";
        String region = "?region=350902";
        Map<String, Object> clerk = wanted(Newcomers.add(PLATFORM), "CLERK");
        clerk.put("region", "350902");
        clerk.put("hall", "350902-01");
        clerk.remove("department");
        assertThat(refused(system, PROPOSALS, clerk)).isEqualTo("422 post-hall-unknown");
        String list =
                "hall,name,window,window_name\r\n350902-01,政务服务中心,01,\"综合窗口,一\"\r\n"
                        + "350902-02,分中心,,\r\n";

        system.post(halls + "/imports" + region, Map.of("list", list));

        JsonNode known = auditor.get(halls + region);
        assertThat(known.get(0).get("windows").get(0).get("name").asString()).isEqualTo("综合窗口,一");
        assertThat(known.get(1).get("windows").size()).isZero();
        String id = system.post(PROPOSALS, clerk).get("id").asString();
        security.post(decision(id), said("CONFIRMED"));
        String empty = "hall,name,window,window_name\n";
        assertThat(refused(system, halls + "/imports" + region, Map.of("list", empty)))
                .isEqualTo("409 hall-staffed");
        security.post("/api/parties/posts/" + id + "/withdrawal", Map.of("reason", "调离"));
        system.post(halls + "/imports" + region, Map.of("list", empty));
        assertThat(auditor.get(halls + region).size()).isZero();
        Caller.Answer wrong =
                system.tryPost(
                        halls + "/imports" + region,
                        Map.of("list", empty + "a,厅,1,窗\nB,厅,1,窗\nB,厅二,1,窗\nC,厅\nD,,1,\n"));
        assertThat(wrong.rule()).isEqualTo("hall-list");
        assertThat(wrong.body().get("pointers").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "/list/2/hall",
                        "/list/4/name",
                        "/list/4/window",
                        "/list/5/hall",
                        "/list/6/name",
                        "/list/6/window_name");
    }

    @Test
    void somebodyNewIsAddedWithTheFirstPost() {
        String login = "new-" + UUID.randomUUID();
        String id = system.post(PROPOSALS, with(login, "name", "新同事")).get("id").asString();
        security.post(decision(id), said("CONFIRMED"));
        JsonNode found = auditor.get("/api/parties/people?login=" + login).get("items").get(0);
        assertThat(found.get("name").asString()).isEqualTo("新同事");
    }

    @Test
    void listsGoPageByPageAndByRolePlaceDepartmentAndHall() {
        String query = "/api/parties/people?role=CLERK&limit=2";
        JsonNode first = auditor.get(query);
        assertThat(first.get("items").size()).isEqualTo(2);
        JsonNode second = auditor.get(query + "&after=" + first.get("next").asString());
        assertThat(second.get("items").get(0).get("id"))
                .isNotEqualTo(first.get("items").get(0).get("id"));
        assertThat(logins(auditor.get("/api/parties/people?hall=140502-01")))
                .contains("clerk-140502");
        assertThat(
                        logins(
                                auditor.get(
                                        "/api/parties/people?region=140502&role=APPROVER&department=WATER")))
                .contains("approver-water-140502")
                .doesNotContain("approver-water-140500");
        Caller below = PLATFORM.as("administrator-140500");
        assertThat(logins(below.get("/api/parties/people?role=CLERK&limit=200")))
                .contains("clerk-140500", "clerk-140502")
                .doesNotContain("clerk-z370403gx");
        assertThat(below.get("/api/parties/people?login=clerk-z370403gx").get("items").size())
                .isZero();
        assertThat(below.tryGet("/api/parties/people/" + person("clerk-z370403gx")).rule())
                .isEqualTo("holder-unknown");
    }

    private String give(String login, String role) {
        String id = system.post(PROPOSALS, wanted(login, role)).get("id").asString();
        security.post(decision(id), said("CONFIRMED"));
        return id;
    }

    private String person(String login) {
        return auditor.get("/api/parties/people?login=" + login)
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }

    private static List<String> logins(JsonNode page) {
        return page.get("items").valueStream().map(one -> one.get("login").asString()).toList();
    }

    private static String idOf(Caller caller) {
        return caller.get("/api/me").get("person").get("id").asString();
    }

    private static Map<String, Object> with(String login, String field, Object value) {
        Map<String, Object> wanted = wanted(login, "INSPECTOR");
        wanted.put(field, value);
        return wanted;
    }

    private static Map<String, Object> wanted(String login, String role) {
        return new HashMap<>(
                Map.of(
                        "login",
                        login,
                        "role",
                        role,
                        "region",
                        "140500",
                        "department",
                        "NR",
                        "from",
                        PLATFORM.today(),
                        "reason",
                        "工作需要"));
    }

    private static String decision(String proposal) {
        return PROPOSALS + "/" + proposal + "/decision";
    }

    private static Map<String, Object> said(String outcome) {
        return Map.of("outcome", outcome, "reason", "已核对");
    }

    private static Map<String, Object> ended(Object day) {
        return Map.of("lastDay", day, "reason", "任期届满");
    }

    private static String refused(Caller caller, String path, Map<String, Object> body) {
        Caller.Answer answer = caller.tryPost(path, body);
        return answer.status() + " " + answer.rule();
    }
}

package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Enrolling;
import org.xiangmuzhang.parties.Enrolment;
import org.xiangmuzhang.parties.EnrolmentList;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Post;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    void aPostThatBeginsLaterHasNotYetBegun() {
        String login = Newcomers.add(PLATFORM);
        Map<String, Object> later = new HashMap<>(wanted(login, "APPROVER"));
        later.put("from", PLATFORM.today().plusDays(1));
        String id = system.post(PROPOSALS, later).get("id").asString();
        security.post(decision(id), said("CONFIRMED"));

        JsonNode post = system.get("/api/parties/people/" + person(login)).get("posts").get(0);

        assertThat(post.get("state").asString()).isEqualTo("NOT_YET");
        assertThat(post.get("open").asBoolean()).isTrue();
        assertThat(
                        Visitor.signIn(PLATFORM.address(), "auditor")
                                .get("/console/parties/people/" + person(login))
                                .body())
                .contains("未开始");
    }

    @Test
    void thePageLeadsToEveryProposalThatWaits() {
        Set<String> people = new HashSet<>();
        List<String> proposals = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            JsonNode proposal = system.post(PROPOSALS, wanted(Newcomers.add(PLATFORM), "APPROVER"));
            proposals.add(proposal.get("id").asString());
            people.add(proposal.get("person").asString());
        }
        Visitor visitor = Visitor.signIn(PLATFORM.address(), "security-administrator");
        Pattern more = Pattern.compile("href=\"(/console/parties/people\\?waitingAfter=[^\"&]+)\"");
        List<String> pages = new ArrayList<>(List.of("/console/parties/people"));
        for (int i = 0; i < pages.size(); i++) {
            String body = visitor.get(pages.get(i)).body();
            String waiting = body.substring(0, body.indexOf("role=\"search\""));
            people.removeIf(waiting::contains);
            Matcher next = more.matcher(waiting);
            if (next.find()) {
                pages.add(next.group(1).replace("&amp;", "&"));
            }
        }
        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(people).isEmpty();
        proposals.forEach(id -> system.post(decision(id), said("WITHDRAWN")));
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
    void aPostThatAnAdministratorEndedIsNotBroughtBackByTheList() {
        String login = Newcomers.add(PLATFORM);
        String id = give(login, "APPROVER");
        var day = PLATFORM.today();
        system.post("/api/parties/posts/" + id + "/end", ended(day.plusDays(5)));
        for (String last : List.of("", day.plusYears(1).toString())) {
            String row = "%s,新人,APPROVER,140500,NR,,,,%s,%s".formatted(login, day, last);

            PLATFORM.bean(Enrolling.class).enrol(list(row), null);

            assertThat(PLATFORM.bean(People.class).postsEver(UUID.fromString(person(login))))
                    .as(row)
                    .extracting(post -> post.id() + " until " + post.to())
                    .containsExactly(id + " until " + day.plusDays(5));
        }
    }

    private static List<Enrolment> list(String row) {
        String header = "login,name,role,region,department,hall,enterprise_code,enterprise,from,to";
        return EnrolmentList.read((header + "\n" + row).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aProposalOpensNobodysSessionsToTheSecurityAdministrator() {
        String login = Newcomers.clerk(PLATFORM, "Z370403GX");
        UUID id = Newcomers.id(PLATFORM, login);
        Visitor.signIn(PLATFORM.address(), login);
        String administrator = Newcomers.add(PLATFORM);
        PLATFORM.bean(People.class)
                .assign(
                        new Post(
                                UUID.randomUUID(),
                                Newcomers.id(PLATFORM, administrator),
                                Role.SECURITY_ADMINISTRATOR,
                                new Region("140500"),
                                null,
                                null,
                                null,
                                PLATFORM.today(),
                                null));
        Caller here = PLATFORM.as(administrator);
        String sessions = "/api/signin/people/" + id + "/sessions";
        assertThat(here.tryGet("/api/parties/people/" + id).status()).isEqualTo(404);
        String proposal = system.post(PROPOSALS, wanted(login, "CLERK")).get("id").asString();
        assertThat(here.tryGet("/api/parties/people/" + id).status()).isEqualTo(200);

        assertThat(here.tryGet(sessions).rule()).isEqualTo("holder-unknown");
        assertThat(here.tryPost(sessions + "/end", Map.of("reason", "试")).rule())
                .isEqualTo("holder-unknown");
        assertThat(PLATFORM.as(login).get("/api/signin/sessions")).hasSize(1);
        Visitor visitor = Visitor.signIn(PLATFORM.address(), administrator);
        HttpResponse<String> page = visitor.get("/console/parties/people/" + id);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("待复核").doesNotContain("结束其全部登录");

        security.post(decision(proposal), said("CONFIRMED"));
        assertThat(here.get(sessions)).hasSize(1);
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

package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangmuzhang.parties.People;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** 代班: a colleague acts in an official's post for a time, and what is done says for whom. */
class SubstitutesJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String PATH = "/api/parties/substitutions";
    private static final String ITEM = "SITE-PREEXAM";

    private final Caller approver = PLATFORM.as("approver-nr-140500");
    private final Caller leader = PLATFORM.as("leader-140500");
    private final LocalDate today = PLATFORM.today();

    @AfterEach
    void endAll() {
        for (JsonNode one : approver.get(PATH)) {
            end(approver, one.get("id").asString());
        }
    }

    @Test
    void aSubstituteDecidesInThePostAndTheTimelineSaysForWhom() {
        Story story = story();
        JsonNode task = accepted(story);
        String id = approver.post(PATH, named("leader-140500", today, today)).get("id").asString();
        assertThat(decide(leader, leader.get("/api/me").get("current").asString(), task).status())
                .isEqualTo(403);

        Caller.Answer decided = decide(leader, id, task);

        assertThat(decided.status()).as("%s", decided.body()).isLessThan(300);
        PLATFORM.settle();
        JsonNode line =
                story.as("steward")
                        .get(story.path("/timeline?limit=200"))
                        .get("items")
                        .valueStream()
                        .filter(one -> one.get("event").asString().equals("intake.item-decided"))
                        .findFirst()
                        .orElseThrow();
        assertThat(line.get("actor").asString()).isEqualTo(id(leader));
        assertThat(line.get("inPlaceOf").asString()).isEqualTo(id(approver));
        assertThat(line.get("inPlaceOfName").asString())
                .isEqualTo(approver.get("/api/me").get("person").get("name").asString());
        assertThat(
                        Visitor.signIn(PLATFORM.address(), "steward-140500")
                                .get("/console/projects/" + story.project)
                                .body())
                .contains("（代 " + line.get("inPlaceOfName").asString() + "）");
    }

    @Test
    void whoAcceptedAMatterDoesNotDecideItAsASubstitute() {
        JsonNode task = accepted(story());
        String id = approver.post(PATH, named("clerk-140500", today, today)).get("id").asString();

        Caller.Answer refused = decide(PLATFORM.as("clerk-140500"), id, task);

        assertThat(refused.rule()).isEqualTo("accepted-by-same-person");
    }

    @Test
    void endedEarlyItCountsNoMoreAndFromALaterDayNotYet() {
        String id = approver.post(PATH, named("leader-140500", today, today)).get("id").asString();
        assertThat(inPost(leader, id).status()).isEqualTo(200);
        end(leader, id);
        assertThat(inPost(leader, id).rule()).isEqualTo("post-not-held");
        String later =
                approver.post(PATH, named("leader-140500", today.plusDays(1), today.plusDays(3)))
                        .get("id")
                        .asString();
        assertThat(inPost(leader, later).rule()).isEqualTo("post-not-held");
    }

    @Test
    void whenThePostIsTakenAwayItsSubstituteHasNone() {
        String post = confirmed(inspector("approver-nr-140500"));
        Map<String, Object> named = named("leader-140500", today, today);
        named.put("post", post);
        String id = PLATFORM.as("administrator").post(PATH, named).get("id").asString();
        confirm(PLATFORM.as("security-administrator"), id);
        assertThat(inPost(leader, id).status()).isEqualTo(200);
        withdraw(post);
        assertThat(inPost(leader, id).rule()).isEqualTo("post-not-held");
    }

    @Test
    void whatAnAdministratorLendsWaitsForTheHolderOrTheSecurityAdministrator() {
        Caller administrator = PLATFORM.as("administrator");
        Map<String, Object> named = named("leader-140500", today, today);
        for (Caller second : List.of(approver, PLATFORM.as("security-administrator"))) {
            JsonNode given = administrator.post(PATH, named);
            String id = given.get("id").asString();
            assertThat(given.get("confirmed").asBoolean()).isFalse();
            assertThat(inPost(leader, id).rule()).isEqualTo("post-not-held");
            for (Caller other : List.of(administrator, leader)) {
                assertThat(
                                other.tryPost(
                                                PATH + "/" + id + "/confirmation",
                                                Map.of("reason", "可"))
                                        .rule())
                        .isEqualTo("substitute-second-person");
            }

            confirm(second, id);

            assertThat(inPost(leader, id).status()).isEqualTo(200);
            assertThat(
                            second.tryPost(PATH + "/" + id + "/confirmation", Map.of("reason", "再"))
                                    .rule())
                    .isEqualTo("substitute-confirmed-already");
            end(approver, id);
        }
    }

    @Test
    void theSecurityAdministratorConfirmsOnThePage() {
        String id =
                PLATFORM.as("administrator")
                        .post(PATH, named("leader-140500", today, today))
                        .get("id")
                        .asString();
        Visitor security = Visitor.signIn(PLATFORM.address(), "security-administrator");
        String page = "/console/parties/substitutes?person=" + id(approver);
        String confirmation = "/console/parties/substitutes/" + id + "/confirmation";
        assertThat(security.get(page).body()).contains("待确认", confirmation);

        security.trySend(
                "POST", confirmation, Map.of("person", id(approver), "reason", "已核实"), Map.of());

        assertThat(security.get(page).body()).doesNotContain("待确认", confirmation);
        assertThat(inPost(leader, id).status()).isEqualTo(200);
    }

    private static void confirm(Caller second, String id) {
        second.post(PATH + "/" + id + "/confirmation", Map.of("reason", "已核实"));
    }

    @Test
    void whoHasLostEveryPostOfItsOwnHasNoneThatWasLent() {
        String login = "substitute-" + UUID.randomUUID();
        Map<String, Object> proposal = new HashMap<>(inspector(login));
        proposal.put("name", "孙代班");
        String own = confirmed(proposal);
        String id = approver.post(PATH, named(login, today, today)).get("id").asString();
        People people = PLATFORM.bean(People.class);
        UUID person = people.byLogin(login).orElseThrow().id();
        assertThat(people.posts(person, today))
                .extracting(post -> post.id().toString())
                .contains(own, id);

        withdraw(own);

        assertThat(people.posts(person, today)).isEmpty();
    }

    @Test
    void noAdministratorLendsAPostToItself() {
        String own = confirmed(inspector("administrator-140500"));
        Map<String, Object> others = named("administrator-140500", today, today);
        others.put("post", approver.get("/api/me").get("current").asString());
        Caller administrator = PLATFORM.as("administrator-140500");
        String acting =
                administrator
                        .get("/api/me")
                        .get("posts")
                        .valueStream()
                        .filter(post -> post.get("role").asString().equals("ADMINISTRATOR"))
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asString();
        assertThat(send(administrator, acting, PATH, others).rule()).isEqualTo("post-for-oneself");
        withdraw(own);
    }

    private Map<String, Object> inspector(String login) {
        return Map.of(
                "login", login,
                "role", "INSPECTOR",
                "region", "140500",
                "department", "NR",
                "from", today,
                "reason", "临时检查");
    }

    private static String confirmed(Map<String, Object> proposal) {
        String post =
                PLATFORM.as("administrator")
                        .post("/api/parties/proposals", proposal)
                        .get("id")
                        .asString();
        PLATFORM.as("security-administrator")
                .post(
                        "/api/parties/proposals/" + post + "/decision",
                        Map.of("outcome", "CONFIRMED", "reason", "同意"));
        return post;
    }

    private static void withdraw(String post) {
        PLATFORM.as("administrator")
                .post("/api/parties/posts/" + post + "/withdrawal", Map.of("reason", "结束"));
    }

    @Test
    void wrongSubstitutesAreRefusedByTheirRule() {
        assertThat(rule(named("approver-nr-140500", today, today)))
                .isEqualTo("substitute-no-colleague");
        assertThat(rule(named("approver-nr-140502", today, today)))
                .isEqualTo("substitute-no-colleague");
        assertThat(rule(named("nobody", today, today))).isEqualTo("substitute-no-colleague");
        assertThat(rule(named("leader-140500", today.minusDays(1), today)))
                .isEqualTo("post-from-past");
        assertThat(rule(named("leader-140500", today, today.minusDays(1))))
                .isEqualTo("substitute-ends-before-it-begins");
        approver.post(PATH, named("leader-140500", today, today.plusDays(3)));
        assertThat(rule(named("steward-140500", today.plusDays(3), today.plusDays(4))))
                .isEqualTo("substitute-already");
        Map<String, Object> others = named("leader-140500", today, today);
        others.put("post", PLATFORM.as("clerk-140500").get("/api/me").get("current").asString());
        assertThat(rule(others)).isEqualTo("post-unknown");
        Map<String, Object> audits = named("leader-140500", today, today);
        audits.put("post", PLATFORM.as("auditor").get("/api/me").get("current").asString());
        assertThat(PLATFORM.as("administrator").tryPost(PATH, audits).rule())
                .isEqualTo("substitute-for-no-official");
    }

    @Test
    void whatWasLentIsNotPassedOn() {
        String id = approver.post(PATH, named("leader-140500", today, today)).get("id").asString();
        Map<String, Object> passed = named("steward-140500", today, today);
        passed.put("post", leader.get("/api/me").get("current").asString());
        Caller.Answer refused = send(leader, id, PATH, passed);
        assertThat(refused.rule()).isEqualTo("post-unknown");
    }

    private static Story story() {
        Story story = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "代班电站", "44");
        story.signMandate(PLATFORM.today().plusYears(1));
        return story;
    }

    private static JsonNode accepted(Story story) {
        UUID application = story.accept(story.submit(false, Map.of(ITEM, "FORMAL")));
        return story.task(application, ITEM);
    }

    private static Caller.Answer decide(Caller caller, String post, JsonNode task) {
        return send(
                caller,
                post,
                Story.task(task) + "/decision",
                Map.of("outcome", "APPROVED", "documentNumber", "代班〔2026〕1号", "reason", "同意"));
    }

    private static Caller.Answer send(Caller caller, String post, String path, Object body) {
        return caller.trySend(
                "POST",
                path,
                Caller.json(body),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "If-Match",
                        "*",
                        "X-Post",
                        post));
    }

    private static Caller.Answer inPost(Caller caller, String post) {
        return caller.trySend("GET", "/api/me", null, Map.of("X-Post", post));
    }

    private static void end(Caller caller, String id) {
        caller.post(PATH + "/" + id + "/end", Map.of("reason", "提前返岗"));
    }

    private String rule(Map<String, Object> named) {
        return approver.tryPost(PATH, named).rule();
    }

    private static String id(Caller caller) {
        return caller.get("/api/me").get("person").get("id").asString();
    }

    private Map<String, Object> named(String login, LocalDate from, LocalDate to) {
        return new HashMap<>(
                Map.of(
                        "post",
                        approver.get("/api/me").get("current").asString(),
                        "login",
                        login,
                        "from",
                        from,
                        "to",
                        to,
                        "reason",
                        "出差"));
    }
}

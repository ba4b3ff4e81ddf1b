package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What enterprises are called, and who acts for them. */
class EnterprisesJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String AGENTS = "/api/parties/agents";

    private final Caller applicant = PLATFORM.as("applicant-z370403gx");
    private final Caller administrator = PLATFORM.as("administrator");

    @Test
    void aCorrectedNameIsShownAndTheFormerOneKept() {
        String path = "/api/parties/enterprises/" + own();
        String before = applicant.get(path).get("name").asString();
        String name = "枣庄锐恒智能制造有限公司";

        administrator.post(path + "/name", Map.of("name", name, "reason", "营业执照变更"));

        JsonNode sheet = applicant.get(path);
        assertThat(sheet.get("name").asString()).isEqualTo(name);
        assertThat(sheet.get("formerNames").get(0).get("name").asString()).isEqualTo(before);
        assertThat(
                        Visitor.signIn(PLATFORM.address(), "auditor")
                                .get("/console/parties/enterprises/" + own())
                                .body())
                .contains(name, before, "营业执照变更");
        assertThat(rule(administrator, path + "/name", Map.of("name", name, "reason", "再")))
                .isEqualTo("422 enterprise-called-so");
        assertThat(
                        rule(
                                administrator,
                                path + "/name",
                                Map.of("name", "x".repeat(201), "reason", "再")))
                .isEqualTo("422 person-line");
        administrator.post(path + "/name", Map.of("name", before, "reason", "恢复"));
    }

    @Test
    void anEnterpriseLetsSomebodyActForItAndTakesItBackAtOnce() {
        String login = Newcomers.add(PLATFORM);
        Caller newcomer = PLATFORM.as(login);
        assertThat(newcomer.tryGet("/api/intake/applications").rule()).isEqualTo("no-post");

        String post = applicant.post(AGENTS, agent(login)).get("post").asString();

        assertThat(newcomer.tryGet("/api/intake/applications").status()).isEqualTo(200);
        assertThat(newcomer.get("/api/me").get("posts").get(0).get("enterprise").asString())
                .isEqualTo(own());
        assertThat(rule(applicant, AGENTS, agent(login))).isEqualTo("409 post-held-already");
        assertThat(
                        rule(
                                PLATFORM.as("applicant-140502"),
                                AGENTS + "/" + post + "/withdrawal",
                                reason()))
                .isEqualTo("404 post-unknown");

        applicant.post(AGENTS + "/" + post + "/withdrawal", reason());

        assertThat(newcomer.tryGet("/api/intake/applications").rule()).isEqualTo("no-post");
        String person = Newcomers.id(PLATFORM, login).toString();
        assertThat(
                        PLATFORM.as("auditor")
                                .get("/api/parties/record?person=" + person)
                                .get("items")
                                .valueStream()
                                .map(act -> act.get("kind").asString()))
                .containsExactly("TAKEN_AWAY", "AGENT_LET_IN");
    }

    @Test
    void wrongAgentsAreRefusedByTheirRule() {
        assertThat(rule(applicant, AGENTS, agent("clerk-z370403gx")))
                .isEqualTo("422 agent-is-official");
        assertThat(rule(applicant, AGENTS, agent("nobody-" + UUID.randomUUID())))
                .isEqualTo("422 person-name-needed");
        Map<String, Object> past = agent(Newcomers.add(PLATFORM));
        past.put("from", PLATFORM.today().minusDays(1));
        assertThat(rule(applicant, AGENTS, past)).isEqualTo("422 post-from-past");
        String last = applicant.get("/api/me").get("current").asString();
        assertThat(rule(applicant, AGENTS + "/" + last + "/withdrawal", reason()))
                .isEqualTo("409 agent-last");
        assertThat(rule(PLATFORM.as("steward-z370403gx"), AGENTS, agent("nobody")))
                .isEqualTo("403 role-may-not");
    }

    @Test
    void administratorsSeeThoseOfTheirPlacesAndApplicantsTheirOwn() {
        assertThat(applicant.get("/api/parties/enterprises").get("items").size()).isEqualTo(1);
        assertThat(
                        PLATFORM.as("applicant-140502")
                                .tryGet("/api/parties/enterprises/" + own())
                                .rule())
                .isEqualTo("enterprise-not-found");
        Caller below = PLATFORM.as("administrator-140500");
        assertThat(below.tryGet("/api/parties/enterprises/" + own()).rule())
                .isEqualTo("enterprise-not-found");
        assertThat(
                        administrator
                                .get("/api/parties/enterprises?code=91330282MA9DEMC325")
                                .get("items")
                                .get(0)
                                .get("id")
                                .asString())
                .isEqualTo(own());
        JsonNode first = administrator.get("/api/parties/enterprises?limit=1");
        JsonNode second =
                administrator.get(
                        "/api/parties/enterprises?limit=1&after=" + first.get("next").asString());
        assertThat(second.get("items").get(0)).isNotEqualTo(first.get("items").get(0));
    }

    private String own() {
        return applicant.get("/api/me").get("posts").get(0).get("enterprise").asString();
    }

    private static Map<String, Object> reason() {
        return Map.of("reason", "离职");
    }

    private static Map<String, Object> agent(String login) {
        return new HashMap<>(Map.of("login", login, "from", PLATFORM.today(), "reason", "报批专员"));
    }

    private static String rule(Caller caller, String path, Map<String, Object> body) {
        Caller.Answer answer = caller.tryPost(path, body);
        return answer.status() + " " + answer.rule();
    }
}

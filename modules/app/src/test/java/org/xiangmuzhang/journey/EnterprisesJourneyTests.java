package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.People;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What enterprises are called, and who acts for them. */
class EnterprisesJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String AGENTS = "/api/parties/agents";
    private static final String OWN = "@91330282MA9DEMC325";

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
    void theWindowRegistersAnEnterpriseAndTheHistorySaysWhoDid() {
        Caller clerk = PLATFORM.as("clerk-140500");
        String code = NewEnterprises.newCode().value();
        String name = NewEnterprises.name();

        JsonNode registered = clerk.post("/api/parties/enterprises", registering(code, name));

        assertThat(registered.get("region").asString()).isEqualTo("140500");
        JsonNode line =
                administrator
                        .get(
                                "/api/parties/enterprises/%s/history"
                                        .formatted(registered.get("id").asString()))
                        .get("items")
                        .get(0);
        assertThat(line.get("kind").asString()).isEqualTo("REGISTERED");
        assertThat(line.get("by").asString())
                .isEqualTo(clerk.get("/api/me").get("person").get("id").asString());
        Caller.Answer again =
                administrator.tryPost("/api/parties/enterprises", registering(code, "另一个名称"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().get("id")).isEqualTo(registered.get("id"));
        assertThat(again.body().get("name").asString()).isEqualTo(name);
    }

    @Test
    void aCodeThatWasMergedAwayLeadsToTheEnterpriseThatStands() {
        Enterprise kept = NewEnterprises.add(PLATFORM, "140500");
        Enterprise dissolved = NewEnterprises.add(PLATFORM, "140500");
        String merger =
                administrator
                        .post(
                                "/api/parties/mergers",
                                Map.of(
                                        "kept",
                                        kept.id(),
                                        "dissolved",
                                        dissolved.id(),
                                        "reason",
                                        "重复登记"))
                        .get("id")
                        .asString();
        PLATFORM.as("security-administrator")
                .post(
                        "/api/parties/mergers/" + merger + "/decision",
                        Map.of("outcome", "CONFIRMED", "reason", "同意"));

        Caller.Answer found =
                PLATFORM.as("clerk-140500")
                        .tryPost(
                                "/api/parties/enterprises",
                                registering(dissolved.code().value(), dissolved.name()));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().get("id").asString()).isEqualTo(kept.id().toString());
    }

    @Test
    void wrongRegistrationsAreRefusedByTheirRule() {
        String code = NewEnterprises.newCode().value();
        String wrong = code.substring(0, 17) + (code.endsWith("0") ? "1" : "0");
        String path = "/api/parties/enterprises";
        Caller clerk = PLATFORM.as("clerk-140500");
        assertThat(rule(clerk, path, registering(wrong, "甲")))
                .isEqualTo("422 social-credit-code-check");
        assertThat(rule(clerk, path, registering(code, " "))).isEqualTo("422 person-line");
        assertThat(rule(PLATFORM.as("approver-nr-140500"), path, registering(code, "甲")))
                .isEqualTo("403 role-may-not");
        Map<String, Object> elsewhere = registering(code, "甲");
        elsewhere.put("region", Cast.ELSEWHERE.toUpperCase(Locale.ROOT));
        assertThat(rule(clerk, path, elsewhere)).isEqualTo("403 post-of-another-place");
    }

    @Test
    void thePageOfRegisteringShowsTheEnterpriseThatStands() {
        Visitor clerk = Visitor.signIn(PLATFORM.address(), "clerk-140500");
        String here = "/console/parties/enterprises";
        String code = NewEnterprises.newCode().value();
        String name = NewEnterprises.name();
        Map<String, String> typed = Map.of("socialCreditCode", code, "name", name, "reason", "执照");
        for (String notice : List.of("企业已登记", "这个代码已登记")) {
            assertThat(clerk.trySend("POST", here, typed, Map.of()).statusCode()).isEqualTo(302);
            assertThat(clerk.get(here + "/new").body()).contains(notice, name, code);
        }
        clerk.trySend(
                "POST",
                here,
                Map.of("socialCreditCode", code + "0", "name", name, "reason", "执照"),
                Map.of());
        assertThat(clerk.get(here + "/new").body()).contains("enterprise-socialCreditCode-error");
    }

    private static Map<String, Object> registering(String code, String name) {
        return new HashMap<>(Map.of("socialCreditCode", code, "name", name, "reason", "核对营业执照原件"));
    }

    @Test
    void anEnterpriseLetsSomebodyActForItAndTakesItBackAtOnce() {
        String login = Newcomers.add(PLATFORM, "newcomer-" + UUID.randomUUID() + OWN);
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
    void aRefusedWithdrawalIsExplainedBesideTheAgents() {
        Visitor visitor = Visitor.signIn(PLATFORM.address(), "applicant-z370403gx");
        String page = "/console/parties/enterprises/" + own();
        String last = applicant.get("/api/me").get("current").asString();
        visitor.trySend(
                "POST",
                page + "/agents/" + last + "/withdrawal",
                Map.of("reason", "不再代表"),
                Map.of());
        String body = visitor.get(page).body();
        assertThat(body).containsOnlyOnce("企业至少须有一名代理人").doesNotContain("不再代表");
        assertThat(body.indexOf("企业至少须有一名代理人")).isLessThan(body.indexOf("<table"));
    }

    @Test
    void wrongAgentsAreRefusedByTheirRule() {
        assertThat(rule(applicant, AGENTS, agent("clerk-z370403gx")))
                .isEqualTo("422 agent-is-official");
        assertThat(rule(applicant, AGENTS, agent("nobody-" + UUID.randomUUID())))
                .isEqualTo("422 person-name-needed");
        Map<String, Object> past = agent("past");
        past.put("name", "往日");
        past.put("from", PLATFORM.today().minusDays(1));
        assertThat(rule(applicant, AGENTS, past)).isEqualTo("422 post-from-past");
        String last = applicant.get("/api/me").get("current").asString();
        assertThat(rule(applicant, AGENTS + "/" + last + "/withdrawal", reason()))
                .isEqualTo("409 agent-last");
        assertThat(rule(PLATFORM.as("steward-z370403gx"), AGENTS, agent("nobody")))
                .isEqualTo("403 role-may-not");
    }

    /** An official who will come finds the login free, whatever enterprises have tried. */
    @Test
    void noEnterpriseTakesALoginThatAnOfficialWillWant() {
        Enterprise enterprise = NewEnterprises.add(PLATFORM, "140500");
        String own = "@" + enterprise.code();
        Caller agent = PLATFORM.as(Newcomers.agent(PLATFORM, enterprise));
        String wanted = "zhang-" + UUID.randomUUID();
        Map<String, Object> squatter = agent(wanted);
        squatter.put("name", "占用者");
        agent.post(AGENTS, squatter);
        People people = PLATFORM.bean(People.class);
        assertThat(people.byLogin(wanted)).isEmpty();
        assertThat(people.byLogin(wanted + own)).isPresent();
        for (String other : List.of(wanted + "@91140500MA9DEMA138", wanted + "@x", own)) {
            squatter.put("login", other);
            assertThat(rule(agent, AGENTS, squatter)).as(other).isEqualTo("422 agent-login");
        }
        String known = Newcomers.add(PLATFORM);
        assertThat(rule(agent, AGENTS, agent(known)))
                .as("somebody without a post may be an official soon")
                .isEqualTo("422 person-name-needed");

        Map<String, Object> official = new HashMap<>();
        official.put("login", wanted);
        official.put("name", "张为民");
        official.put("role", "INSPECTOR");
        official.put("region", "140500");
        official.put("from", PLATFORM.today());
        official.put("reason", "到岗");
        JsonNode proposed = administrator.post("/api/parties/proposals", official);
        assertThat(people.byLogin(wanted).orElseThrow().id().toString())
                .isEqualTo(proposed.get("person").asString());
        official.put("login", wanted + own);
        assertThat(rule(administrator, "/api/parties/proposals", official))
                .isEqualTo("422 login-of-enterprise");
        official.put("login", "applicant-z370403gx");
        official.remove("name");
        assertThat(rule(administrator, "/api/parties/proposals", official))
                .isEqualTo("409 official-for-enterprise");
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

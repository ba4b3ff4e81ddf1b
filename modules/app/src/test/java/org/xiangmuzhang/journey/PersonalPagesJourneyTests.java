package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.parties.Masked;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.privacy.Retained;
import org.xiangmuzhang.parties.privacy.Retained.Piece;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Names on the pages of administrators, phones and whose they are, and texts that go in time. */
class PersonalPagesJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String PEOPLE = "/api/privacy/people/";

    @Test
    void whoActsForAnEnterpriseIsMaskedOnThePagesOfAdministratorsAndOfficialsAreNot() {
        Caller applicant = PLATFORM.as("applicant-140502");
        String agent = "公孙止" + "代";
        JsonNode letIn =
                applicant.post(
                        "/api/parties/agents",
                        Map.of(
                                "login",
                                "agent-" + UUID.randomUUID(),
                                "name",
                                agent,
                                "from",
                                PLATFORM.today(),
                                "reason",
                                "增加办事人"));
        UUID person = Story.uuid(letIn, "person");
        String enterprise = applicant.get("/api/parties/enterprises").at("/items/0/id").asString();
        String of = "/console/parties/enterprises/" + enterprise;
        List<String> pages =
                List.of(of, "/console/parties/record", "/console/parties/people/" + person);
        for (String login : List.of("administrator", "security-administrator", "auditor")) {
            Visitor visitor = Visitor.signIn(PLATFORM.address(), login);
            for (String page : pages) {
                assertThat(visitor.get(page).body())
                        .as("%s at %s", login, page)
                        .contains(Masked.name(agent))
                        .doesNotContain(agent);
            }
        }
        assertThat(PLATFORM.as("auditor").get("/api/parties/people/" + person).toString())
                .contains(Masked.name(agent))
                .doesNotContain(agent);
        assertThat(Visitor.signIn(PLATFORM.address(), "applicant-140502").get(of).body())
                .as("one's own enterprise")
                .contains(agent);
        String administrator = name("administrator");
        Visitor auditor = Visitor.signIn(PLATFORM.address(), "auditor");
        UUID official = Newcomers.id(PLATFORM, "steward-140502");
        assertThat(auditor.get("/console/parties/people/" + official).body())
                .contains(name("steward-140502"));
        assertThat(administrator).isNotEqualTo(Masked.name(administrator));

        JsonNode full =
                PLATFORM.as("administrator")
                        .post(PEOPLE + person + "/full-views", Map.of("reason", "核对"));
        assertThat(full.get("name").asString()).isEqualTo(agent);
    }

    @Test
    void whoIsProposedForAPublicPostIsReadByWhoConfirmsIt() {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("login", "proposed-" + UUID.randomUUID());
        wanted.put("name", "诸葛待任");
        wanted.put("role", "CLERK");
        wanted.put("region", "140500");
        wanted.put("from", PLATFORM.today());
        wanted.put("reason", "补充窗口人员");
        Caller administrator = PLATFORM.as("administrator");
        String proposal = administrator.post("/api/parties/proposals", wanted).get("id").asString();
        Visitor security = Visitor.signIn(PLATFORM.address(), "security-administrator");
        UUID person = Newcomers.id(PLATFORM, String.valueOf(wanted.get("login")));
        String page = "/console/parties/people/" + person;
        assertThat(security.get(page).body()).contains("诸葛待任");

        administrator.post(
                "/api/parties/proposals/" + proposal + "/decision",
                Map.of("outcome", "WITHDRAWN", "reason", "试"));

        assertThat(security.get(page).body()).contains("诸**任").doesNotContain("诸葛待任");
    }

    @Test
    void aWrongNameIsCorrectedByAnAdministratorForAReason() {
        String login = Newcomers.clerk(PLATFORM, "140500");
        UUID person = Newcomers.id(PLATFORM, login);
        String path = PEOPLE + person + "/name";
        Map<String, String> right = Map.of("name", "欧阳正名", "reason", "身份证核对");
        assertThat(PLATFORM.as("supervisor-140500").tryPost(path, right).rule())
                .isEqualTo("role-may-not");
        Caller administrator = PLATFORM.as("administrator-140500");
        for (Map<String, String> wrong :
                List.of(
                        Map.of("name", " ", "reason", "身份证核对"),
                        Map.of("name", "x".repeat(101), "reason", "身份证核对"))) {
            assertThat(administrator.tryPost(path, wrong).rule()).isEqualTo("person-line");
        }
        assertThat(administrator.tryPost(path, Map.of("name", "欧阳正名", "reason", " ")).rule())
                .isEqualTo("full-view-reason");
        UUID own = Newcomers.id(PLATFORM, "administrator-140500");
        assertThat(administrator.tryPost(PEOPLE + own + "/name", right).rule())
                .isEqualTo("name-of-oneself");

        administrator.post(path, right);

        assertThat(name(login)).isEqualTo("欧阳正名");
        JsonNode view = PLATFORM.as(login).get("/api/privacy/me").get("views").get(0);
        assertThat(view.get("kind").asString()).isEqualTo("NAME");
        assertThat(view.get("reason").asString()).isEqualTo("身份证核对");
        Visitor visitor = Visitor.signIn(PLATFORM.address(), "administrator-140500");
        visitor.trySend(
                "POST",
                "/console/privacy/people/" + person + "/name",
                Map.of("name", "欧阳正明", "reason", "再次核对"),
                Map.of());
        assertThat(name(login)).isEqualTo("欧阳正明");
    }

    @Test
    void aPhoneIsChangedByWhoseItIsOrByAnAdministratorForAReason() {
        String login = Newcomers.clerk(PLATFORM, "140500");
        UUID person = Newcomers.id(PLATFORM, login);
        Caller own = PLATFORM.as(login);
        assertThat(own.post("/api/privacy/me/phone", Map.of("phone", "13611112222")).toString())
                .contains("13611112222");
        Visitor visitor = Visitor.signIn(PLATFORM.address(), login);
        assertThat(visitor.get("/console/privacy/me").body()).contains("13611112222");
        Map<String, String> typed = Map.of("phone", "0356-2190001");
        assertThat(
                        visitor.trySend("POST", "/console/privacy/me/phone", typed, Map.of())
                                .statusCode())
                .isEqualTo(302);
        assertThat(phone(person)).isEqualTo("0356-2190001");
        for (String wrong : List.of("", "12345", "13x00001234", "1 3 ", "１３６１１１１２２２２")) {
            assertThat(own.tryPost("/api/privacy/me/phone", Map.of("phone", wrong)).rule())
                    .as(wrong)
                    .isEqualTo("phone-form");
        }
        assertThat(phone(person)).isEqualTo("0356-2190001");
        assertThat(own.get("/api/privacy/me").get("views")).isEmpty();

        String path = PEOPLE + person + "/phone";
        Map<String, String> change = Map.of("phone", "13633334444", "reason", "本人来电更正");
        assertThat(PLATFORM.as("supervisor-140500").tryPost(path, change).rule())
                .isEqualTo("role-may-not");
        assertThat(
                        PLATFORM.as("administrator")
                                .tryPost(path, Map.of("phone", "13633334444", "reason", " "))
                                .rule())
                .isEqualTo("full-view-reason");
        UUID elsewhere = PrivacySubjects.clerk(PLATFORM, "Z370403GX");
        assertThat(
                        PLATFORM.as("administrator-140500")
                                .tryPost(PEOPLE + elsewhere + "/phone", change)
                                .rule())
                .isEqualTo("person-not-known");
        UUID administrator = Newcomers.id(PLATFORM, "administrator");
        assertThat(
                        PLATFORM.as("administrator")
                                .tryPost(PEOPLE + administrator + "/phone", change)
                                .rule())
                .isEqualTo("phone-of-oneself");
        JsonNode changed = PLATFORM.as("administrator-140500").post(path, change);
        assertThat(changed.get("phone").asString()).isEqualTo("136****4444");
        assertThat(phone(person)).isEqualTo("13633334444");
        JsonNode view = own.get("/api/privacy/me").get("views").get(0);
        assertThat(view.get("kind").asString()).isEqualTo("PHONE");
        assertThat(view.get("reason").asString()).isEqualTo("本人来电更正");
        assertThat(view.get("viewer").asString()).isEqualTo(name("administrator-140500"));
        assertThat(visitor.get("/console/privacy/me").body()).contains("更改电话", "本人来电更正");
        assertThat(
                        PLATFORM.bean(JdbcClient.class)
                                .sql("select p::text from parties.person p where id = ?")
                                .param(person)
                                .query(String.class)
                                .single())
                .as("sealed")
                .doesNotContain("13633334444", "2190001");

        own.post("/api/privacy/me/phone", Map.of());
        assertThat(PLATFORM.bean(People.class).byId(person).orElseThrow().phone()).isNull();
    }

    @Test
    void wordsOfARatingGoInTimeAndItsScoreStays() {
        Turns turns = new Turns(PLATFORM, "140500");
        Turns.Turn turn = turns.next("POST /api/supervision/ratings");
        Map<String, Object> body = new LinkedHashMap<>(map(turn));
        body.put("remark", "窗口小李态度很好");
        turn.caller().post(turn.path(), body);
        UUID application = UUID.fromString(String.valueOf(body.get("application")));
        UUID remark =
                uuid("select remark from supervision.rating where application = ?", application);

        removed("ratings", application, 1094, 1096);

        assertThat(PLATFORM.bean(Remarks.class).text(remark)).isEmpty();
        JsonNode rating =
                PLATFORM.as("supervisor-140500").get("/api/supervision/ratings/" + application);
        assertThat(rating.get("score").asInt()).isEqualTo(5);
        assertThat(rating.toString()).doesNotContain("小李");
    }

    @Test
    void textsOfAProjectGoLongAfterTheLastThingThatHappenedInIt() {
        Turns turns = new Turns(PLATFORM, "140500");
        Turns.Turn turn = turns.next("POST /api/projects/{id}/mandates/{mandate}/revocation");
        turn.caller().post(turn.path(), Map.of("reason", "改由欧阳代办"));
        PLATFORM.settle();
        UUID project = UUID.fromString(turn.path().split("/")[3]);
        String timeline = "/api/projects/" + project + "/timeline?limit=200";
        Caller steward = PLATFORM.as("steward-140500");
        assertThat(steward.get(timeline).toString()).contains("改由欧阳代办");

        removed("projects", project, 3649, 3651);

        JsonNode after = steward.get(timeline);
        assertThat(after.toString()).contains("steward.mandate-revoked").doesNotContain("改由欧阳代办");
    }

    @Test
    void reasonsOfASettingGoLongAfterItWasReplaced() {
        String path = "/api/settings/supervision.rating-time";
        Caller first = PLATFORM.as("administrator");
        Caller second = PLATFORM.as("administrator-000000");
        String here = "?region=350902";
        List<String> reasons = List.of("应慕容建议调整", "再次调整");
        for (int i = 0; i < reasons.size(); i++) {
            first.post(
                    path + "/proposals" + here,
                    Map.of(
                            "values",
                            Map.of("days", 70 + i),
                            "from",
                            PLATFORM.today(),
                            "reason",
                            reasons.get(i)));
            second.post(
                    path + "/proposal/decision" + here,
                    Map.of("outcome", "APPROVED", "reason", "同意"));
        }
        JdbcClient jdbc = PLATFORM.bean(JdbcClient.class);
        List<UUID> written =
                jdbc.sql(
                                "select reason from settings.version where region = '350902'"
                                        + " and name = 'supervision.rating-time' order by number")
                        .query(UUID.class)
                        .list();
        assertThat(written).hasSize(2);

        removed("settings", written.getFirst(), 3649, 3651);

        Remarks remarks = PLATFORM.bean(Remarks.class);
        assertThat(remarks.text(written.getFirst())).isEmpty();
        assertThat(remarks.text(written.getLast())).as("in force").contains("再次调整");
        assertThat(pieces("settings", 36500))
                .noneMatch(piece -> piece.id().equals(written.getLast()));
        assertThat(first.get(path + "/versions" + here).get("items")).hasSize(2);
    }

    /** Not before its time is over, at its time once, and not again. */
    private static void removed(String kind, UUID id, int tooEarly, int late) {
        Retained retained = kind(kind);
        assertThat(retained.term().shipped()).isBetween(tooEarly, late);
        assertThat(pieces(kind, tooEarly)).noneMatch(piece -> piece.id().equals(id));
        assertThat(pieces(kind, late)).anyMatch(piece -> piece.id().equals(id));
        assertThat(
                        PLATFORM.bean(TransactionTemplate.class)
                                .<Boolean>execute(status -> retained.remove(id)))
                .isTrue();
        assertThat(pieces(kind, late)).noneMatch(piece -> piece.id().equals(id));
    }

    /** Those that are due when so many days have gone by from today. */
    private static List<Piece> pieces(String kind, int days) {
        Retained retained = kind(kind);
        Instant then =
                PLATFORM.today()
                        .atStartOfDay(ZoneOffset.ofHours(8))
                        .plusDays(days)
                        .toInstant()
                        .minus(Duration.ofDays(retained.term().shipped()));
        return retained.pieces(then, null, 100_000);
    }

    private static Retained kind(String kind) {
        return PLATFORM.beans(Retained.class)
                .filter(one -> one.term().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static UUID uuid(String query, UUID of) {
        return PLATFORM.bean(JdbcClient.class).sql(query).param(of).query(UUID.class).single();
    }

    private static Map<String, Object> map(Turns.Turn turn) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (turn.body() instanceof Map<?, ?> whole) {
            whole.forEach((name, value) -> body.put(String.valueOf(name), value));
        }
        return body;
    }

    private static String phone(UUID person) {
        return String.valueOf(PLATFORM.bean(People.class).byId(person).orElseThrow().phone());
    }

    private static String name(String login) {
        return PLATFORM.as(login).get("/api/me").at("/person/name").asString();
    }
}

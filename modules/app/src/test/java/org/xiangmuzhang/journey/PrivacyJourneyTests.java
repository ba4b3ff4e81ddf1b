package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.parties.Masked;
import org.xiangmuzhang.parties.People;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Names masked and seen in full, what is kept taken away, holds, and what goes in time. */
class PrivacyJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String PEOPLE = "/api/privacy/people/";
    private static final String HOLDS = "/api/privacy/holds";
    private static final Map<String, String> REASON = Map.of("reason", "核对来访登记");

    @Test
    void theApplicantIsMaskedToThoseWhoOnlyLookOn() {
        Story story = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "掩码核对电站", "44");
        story.signMandate(PLATFORM.today().plusYears(1));
        String name = name(story.as("applicant"));
        String steward = name(story.as("steward"));
        for (String role : List.of("steward", "applicant", "clerk", "land-officer")) {
            assertThat(actors(story, role)).as(role).contains(name, steward);
        }
        for (String role : List.of("supervisor", "leader")) {
            assertThat(actors(story, role))
                    .as(role)
                    .contains(Masked.name(name), steward)
                    .doesNotContain(name);
        }
    }

    @Test
    void whoSeesSomebodyInFullSaysWhyAndIsSeenDoingIt() {
        UUID person = PrivacySubjects.clerk(PLATFORM, "140500");
        Caller supervisor = PLATFORM.as("supervisor-140500");
        JsonNode masked = supervisor.get(PEOPLE + person);
        assertThat(masked.get("full").asBoolean()).isFalse();
        assertThat(masked.get("name").asString()).startsWith("司*").doesNotContain("文");
        assertThat(masked.get("phone").asString()).isEqualTo("137****1234");
        Caller.Answer without =
                supervisor.tryPost(PEOPLE + person + "/full-views", Map.of("reason", " "));
        assertThat(without.rule()).isEqualTo("full-view-reason");

        JsonNode full = supervisor.post(PEOPLE + person + "/full-views", REASON);

        assertThat(full.get("phone").asString()).isEqualTo("13700001234");
        JsonNode kept = PLATFORM.as("administrator").post(PEOPLE + person + "/export", REASON);
        assertThat(kept.get("views")).hasSize(2);
        assertThat(kept.get("views").get(0).get("kind").asString()).isEqualTo("EXPORT");
        JsonNode view = kept.get("views").get(1);
        assertThat(view.get("viewer").asString()).isEqualTo(name(supervisor));
        assertThat(view.get("reason").asString()).isEqualTo(REASON.get("reason"));
        JsonNode seen =
                StreamSupport.stream(
                                PLATFORM.as("auditor")
                                        .get("/api/privacy/full-views")
                                        .get("items")
                                        .spliterator(),
                                false)
                        .filter(it -> it.at("/view/person").asString().equals(person.toString()))
                        .filter(it -> it.at("/view/kind").asString().equals("VIEW"))
                        .findFirst()
                        .orElseThrow();
        assertThat(seen.get("viewer").asString()).isEqualTo(name(supervisor));
        assertThat(seen.get("reason").asString()).isEqualTo(REASON.get("reason"));
        assertThat(PLATFORM.as("supervisor-140500").tryGet("/api/privacy/full-views").rule())
                .isEqualTo("role-may-not");
    }

    @Test
    void nobodyOfAnotherPlaceOrEnterpriseKnowsThePerson() {
        UUID person = PrivacySubjects.clerk(PLATFORM, "140500");
        for (String login :
                List.of("supervisor-z370403gx", "clerk-z370403gx", "applicant-140500")) {
            assertThat(PLATFORM.as(login).tryGet(PEOPLE + person).rule())
                    .as(login)
                    .isEqualTo("person-not-known");
            assertThat(PLATFORM.as(login).tryPost(PEOPLE + person + "/full-views", REASON).rule())
                    .as(login)
                    .isEqualTo("person-not-known");
        }
        assertThat(PLATFORM.as("administrator").tryGet(PEOPLE + UUID.randomUUID()).rule())
                .isEqualTo("person-not-known");
    }

    @Test
    void aMandateIsReasonEnoughForBothSidesUntilItIsTakenBack() {
        Turns turns = new Turns(PLATFORM, "140502");
        Story story = turns.begun();
        UUID steward = Story.uuid(story.as("steward").get("/api/me"), "person", "id");
        UUID applicant = Story.uuid(story.as("applicant").get("/api/me"), "person", "id");
        revokeAll(steward);
        assertThat(story.as("applicant").tryGet(PEOPLE + steward).rule())
                .isEqualTo("person-not-known");

        story.signMandate(PLATFORM.today().plusMonths(1));

        for (Map.Entry<String, UUID> side :
                Map.of("applicant", steward, "steward", applicant).entrySet()) {
            Caller caller = story.as(side.getKey());
            String path = PEOPLE + side.getValue();
            assertThat(caller.get(path).get("mandate").asBoolean()).as(side.getKey()).isTrue();
            assertThat(caller.post(path + "/full-views", Map.of()).get("full").asBoolean())
                    .as(side.getKey())
                    .isTrue();
        }
        assertThat(own(story.as("steward")).get("views").get(0).get("mandate").isNull()).isFalse();
        revokeAll(steward);
        assertThat(story.as("applicant").tryGet(PEOPLE + steward).rule())
                .isEqualTo("person-not-known");
        assertThat(story.as("steward").tryPost(PEOPLE + applicant + "/full-views", Map.of()).rule())
                .isEqualTo("full-view-reason");
    }

    @Test
    void everybodyTakesAwayWhatIsKeptAboutThem() {
        Story story = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "取回核对电站", "44");
        story.signMandate(PLATFORM.today().plusYears(1));
        UUID application = story.submit(false, Map.of("SITE-PREEXAM", "FORMAL"));
        PLATFORM.settle();
        story.as("steward")
                .post(
                        Story.application(application) + "/withdrawal",
                        Map.of("reason", "企业调整了选址甲乙丙"));
        UUID proof = story.proof();
        Visitor visitor = Visitor.signIn(PLATFORM.address(), "steward-140500");
        PLATFORM.settle();

        JsonNode mine = own(story.as("steward"));

        assertThat(mine.at("/person/login").asString()).isEqualTo("steward-140500");
        assertThat(mine.get("posts")).isNotEmpty();
        assertThat(mine.get("remarks").toString()).contains("企业调整了选址甲乙丙");
        assertThat(mine.get("matters").toString())
                .contains(application.toString(), story.project.toString());
        assertThat(mine.at("/more/uploads").toString()).contains(proof.toString());
        assertThat(mine.at("/more/signIns")).isNotEmpty();
        assertThat(mine.get("acts"))
                .anySatisfy(
                        act -> {
                            assertThat(act.get("type").asString())
                                    .isEqualTo("intake.application-withdrawn");
                            assertThat(act.get("at").asString()).isNotEmpty();
                        });
        HttpResponse<String> file = visitor.get("/console/privacy/me/export");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
        assertThat(file.body()).contains("企业调整了选址甲乙丙", "steward-140500");
        assertThat(visitor.get("/console/privacy/me").body()).contains("steward-140500");
    }

    @Test
    void whatNobodyUsesGoesInTimeUnlessItIsHeld() {
        Caller clerk = PLATFORM.as("clerk-140500");
        Caller other = PLATFORM.as("land-officer-140500");
        UUID draft = Story.file(clerk);
        UUID held = Story.file(other);
        Story story = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "到期核对电站", "44");
        story.signMandate(PLATFORM.today().plusYears(1));
        UUID used = story.paper();
        UUID gone = PrivacySubjects.clerk(PLATFORM, "140500", day(2020), day(2021));
        UUID kept = PrivacySubjects.clerk(PLATFORM, "140500", day(2020), day(2021));
        UUID holder = Story.uuid(other.get("/api/me"), "person", "id");
        Caller supervisor = PLATFORM.as("supervisor-140500");
        UUID first = hold(supervisor, kept);
        UUID second = hold(supervisor, holder);
        assertThat(
                        supervisor
                                .tryPost(
                                        HOLDS,
                                        Map.of("kind", "PERSON", "number", kept, "reason", "再次"))
                                .rule())
                .isEqualTo("hold-stands-already");
        assertThat(
                        PLATFORM.as("administrator")
                                .tryPost(
                                        PEOPLE + kept + "/erasure",
                                        Map.of("ground", "REQUEST", "reason", "申请"))
                                .rule())
                .isEqualTo("person-held");

        PLATFORM.forwardTo(PLATFORM.today().plusDays(32));

        assertThat(clerk().tryGet("/api/files/" + draft).status()).isEqualTo(404);
        assertThat(PLATFORM.as("land-officer-140500").tryGet("/api/files/" + held).status())
                .isEqualTo(200);
        assertThat(PLATFORM.as("applicant-140500").tryGet("/api/files/" + used).status())
                .isEqualTo(200);
        People people = PLATFORM.bean(People.class);
        assertThat(people.isErased(gone)).isTrue();
        assertThat(people.isErased(kept)).isFalse();
        assertThat(run("uploads").get("removed").asLong()).isPositive();
        assertThat(run("uploads").get("held").asLong()).isPositive();
        assertThat(run("people").get("removed").asLong()).isPositive();
        assertThat(run("people").get("held").asLong()).isPositive();
        assertThat(run("people").get("finishedAt").isNull()).isFalse();

        for (UUID hold : List.of(first, second)) {
            PLATFORM.as("supervisor-140500").post(HOLDS + "/" + hold + "/lifting", REASON);
            assertThat(
                            PLATFORM.as("supervisor-140500")
                                    .tryPost(HOLDS + "/" + hold + "/lifting", REASON)
                                    .rule())
                    .isEqualTo("hold-lifted-already");
        }
        PLATFORM.forwardTo(PLATFORM.today().plusDays(1));
        assertThat(people.isErased(kept)).isTrue();
        assertThat(PLATFORM.as("land-officer-140500").tryGet("/api/files/" + held).status())
                .isEqualTo(404);
    }

    @Test
    void textsOfAClosedApplicationGoTenYearsLater() {
        Story story = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "十年核对电站", "44");
        story.signMandate(PLATFORM.today().plusYears(1));
        UUID application = story.submit(false, Map.of("SITE-PREEXAM", "FORMAL"));
        PLATFORM.settle();
        story.as("steward")
                .post(Story.application(application) + "/withdrawal", Map.of("reason", "不再建设"));
        PLATFORM.settle();
        JdbcClient jdbc = PLATFORM.bean(JdbcClient.class);
        UUID remark =
                jdbc.sql("select remark from intake.application where id = ?")
                        .param(application)
                        .query(UUID.class)
                        .single();
        jdbc.sql("update intake.application set closed_on = ? where id = ?")
                .params(PLATFORM.today().minusYears(11), application)
                .update();

        PLATFORM.forwardTo(PLATFORM.today().plusDays(1));

        assertThat(run("remarks").get("removed").asLong()).isPositive();
        assertThat(
                        jdbc.sql("select sealed is null from parties.remark where id = ?")
                                .param(remark)
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    private static LocalDate day(int year) {
        return LocalDate.of(year, 1, 1);
    }

    private static Caller clerk() {
        return PLATFORM.as("clerk-140500");
    }

    private static UUID hold(Caller supervisor, UUID person) {
        return Story.uuid(
                supervisor.post(
                        HOLDS, Map.of("kind", "PERSON", "number", person, "reason", "复议期间")),
                "id");
    }

    /** The latest run over a kind. */
    private static JsonNode run(String kind) {
        JsonNode runs = PLATFORM.as("administrator").get("/api/privacy/retention-runs?limit=200");
        return StreamSupport.stream(runs.get("items").spliterator(), false)
                .filter(run -> run.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static void revokeAll(UUID steward) {
        PLATFORM.bean(JdbcClient.class)
                .sql("update steward.mandate set revoked_on = ? where steward = ?")
                .params(PLATFORM.today(), steward)
                .update();
    }

    private static JsonNode own(Caller caller) {
        return caller.get("/api/privacy/me");
    }

    private static String name(Caller caller) {
        return caller.get("/api/me").at("/person/name").asString();
    }

    private static List<String> actors(Story story, String role) {
        return StreamSupport.stream(
                        story.as(role)
                                .get(story.path("/timeline?limit=200"))
                                .get("items")
                                .spliterator(),
                        false)
                .map(JsonNode::toString)
                .flatMap(
                        text ->
                                java.util.stream.Stream.of(
                                                name(story.as("applicant")),
                                                Masked.name(name(story.as("applicant"))),
                                                name(story.as("steward")))
                                        .filter(text::contains))
                .distinct()
                .toList();
    }
}

package org.xiangmuzhang.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Departments;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.signin.issuer.Clients;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** What an identity provider may push, and what is refused. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "xiangmuzhang.scim.token=a-token-of-the-operator")
class ScimTests {

    private static final String USERS = "/scim/v2/Users";

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private Departments departments;
    @Autowired private Clients clients;
    @Autowired private PasswordEncoder passwords;

    private Browser browser = new Browser(0);

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void somebodyIsCreatedFoundAndReplaced() {
        String login = login();
        HttpResponse<String> created = create(login);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/scim+json");
        String id = Browser.json(created).get("id").asString();
        assertThat(created.headers().firstValue("Location").orElse("")).endsWith(USERS + "/" + id);
        assertThat(people.byLogin(login).orElseThrow().name()).isEqualTo("王小明");

        JsonNode list = Browser.json(find("userName eq \"" + login + "\""));
        assertThat(list.get("totalResults").asInt()).isEqualTo(1);
        assertThat(list.get("Resources").get(0).get("id").asString()).isEqualTo(id);
        assertThat(Browser.json(find("userName eq \"nobody\"")).get("totalResults").asInt())
                .isZero();

        HttpResponse<String> replaced = send("PUT", "/" + id, user(login).replace("王小明", "王晓明"));
        assertThat(Browser.json(replaced).get("displayName").asString()).isEqualTo("王晓明");
        assertThat(people.byLogin(login).orElseThrow().name()).isEqualTo("王晓明");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}",
                "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}",
                "{\"op\":\"replace\",\"value\":{\"active\":false}}"
            })
    void whoIsDeactivatedStandsInNoPostAndIsSignedInNowhere(String operation) {
        String login = login();
        Person person = new Person(UUID.randomUUID(), login, "离职人员", null);
        String hash = String.valueOf(passwords.encode(DemoUsers.PASSWORD));
        people.add(person, hash);
        clients.add(login, hash, person.id());
        LocalDate day = LocalDate.of(2020, 1, 1);
        people.assign(
                new Post(
                        UUID.randomUUID(),
                        person.id(),
                        Role.CLERK,
                        new Region("140500"),
                        null,
                        null,
                        null,
                        day,
                        null));
        browser.signIn(login, DemoUsers.PASSWORD);
        assertThat(browser.get("/console/who").statusCode()).isEqualTo(200);
        String token = browser.token(login);
        assertThat(who(token).statusCode()).isEqualTo(200);

        HttpResponse<String> patched =
                send("PATCH", "/" + person.id(), "{\"Operations\":[" + operation + "]}");

        assertThat(patched.statusCode()).as(patched.body()).isEqualTo(200);
        assertThat(Browser.json(patched).get("active").asBoolean()).isFalse();
        assertThat(who(token).statusCode()).isEqualTo(401);
        assertThat(browser.get("/console/who").statusCode()).isEqualTo(302);
        assertThat(people.posts(person.id(), day)).isEmpty();
        assertThat(people.holders(Role.CLERK, new Region("140500"), null, day))
                .noneMatch(post -> post.person().equals(person.id()));
        assertThat(Browser.location(browser.signIn(login, DemoUsers.PASSWORD))).endsWith("?wrong");

        HttpResponse<String> silent =
                send("PUT", "/" + person.id(), user(login).replace(", \"active\": true", ""));
        assertThat(Browser.json(silent).get("active").asBoolean()).isFalse();
        send(
                "PATCH",
                "/" + person.id(),
                "{\"Operations\":[{\"op\":\"replace\",\"path\":\"active\",\"value\":true}]}");
        assertThat(people.posts(person.id(), day)).hasSize(1);
    }

    @Test
    void whatIsNotTakenIsRefusedAndChangesNothing() {
        String login = login();
        String id = Browser.json(create(login)).get("id").asString();
        assertThat(error(create(login))).isEqualTo("409 uniqueness");
        assertThat(error(send("POST", "", "{}"))).isEqualTo("400 invalidValue");
        assertThat(error(send("POST", "", "nonsense"))).isEqualTo("400 invalidSyntax");
        assertThat(error(send("POST", "", "[]"))).isEqualTo("400 invalidSyntax");
        assertThat(error(send("POST", "", user("a b")))).isEqualTo("400 invalidValue");
        assertThat(error(send("POST", "", user("x".repeat(101))))).isEqualTo("400 invalidValue");
        assertThat(error(send("POST", "", user("nul\\u0000")))).isEqualTo("400 invalidValue");
        assertThat(error(send("POST", "", user(login()).replace("true", "7"))))
                .isEqualTo("400 invalidValue");
        assertThat(error(send("PUT", "/" + id, user("another")))).isEqualTo("400 mutability");
        assertThat(error(find(null))).isEqualTo("400 invalidFilter");
        assertThat(error(find("displayName co \"王\""))).isEqualTo("400 invalidFilter");
        assertThat(error(patch(id, "{\"op\":\"add\",\"path\":\"active\",\"value\":false}")))
                .isEqualTo("400 invalidPath");
        assertThat(error(patch(id, "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"x\"}")))
                .isEqualTo("400 invalidPath");
        assertThat(error(patch(id, "{\"op\":\"replace\",\"value\":{\"active\":false,\"x\":1}}")))
                .isEqualTo("400 invalidPath");
        assertThat(error(send("PATCH", "/" + id, "{}"))).isEqualTo("400 invalidSyntax");
        assertThat(error(send("DELETE", "/" + id, ""))).startsWith("501");
        assertThat(error(send("GET", "/" + UUID.randomUUID(), ""))).startsWith("404");
        assertThat(error(send("GET", "/nonsense", ""))).startsWith("404");
        assertThat(Browser.json(send("GET", "/" + id, "")).get("active").asBoolean()).isTrue();
        assertThat(people.byLogin(login).orElseThrow().name()).isEqualTo("王小明");
    }

    @Test
    void aGroupIsADepartmentThatWaitsForTheSecurityAdministrator() {
        HttpResponse<String> created = groups("POST", "", group("000000/NDRC+IIT", "陵川县发展和改革局"));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String id = Browser.json(created).get("id").asString();
        assertThat(Browser.json(created).get("externalId").asString()).isEqualTo("000000/IIT+NDRC");
        Region place = new Region("000000");
        LocalDate today = LocalDate.now(WorkingDays.ZONE);
        assertThat(departments.name(place, "IIT", today, Locale.CHINESE)).isNull();
        assertThat(error(groups("POST", "", group("000000/IIT", "又一局"))))
                .isEqualTo("409 uniqueness");

        HttpResponse<String> renamed =
                groups(
                        "PATCH",
                        "/" + id,
                        "{\"Operations\":[{\"op\":\"replace\",\"path\":\"displayName\","
                                + "\"value\":\"陵川县发改局\"},{\"op\":\"add\",\"path\":\"members\","
                                + "\"value\":[{\"value\":\"7\"}]}]}");
        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
        JsonNode found =
                Browser.json(
                        groups(
                                "GET",
                                "?filter=" + Browser.encoded("externalId eq \"000000/IIT\""),
                                ""));
        assertThat(found.get("Resources").get(0).get("displayName").asString()).isEqualTo("陵川县发改局");

        String security = browser.token("security-administrator");
        JsonNode waiting =
                Browser.json(
                        browser.get(
                                "/api/parties/departments/changes",
                                "Authorization",
                                "Bearer " + security));
        assertThat(waiting.get("items").size()).isEqualTo(1);
        HttpResponse<String> confirmed =
                browser.postJson(
                        "/api/parties/departments/changes/"
                                + waiting.get("items").get(0).get("id").asString()
                                + "/decision",
                        "{\"outcome\":\"CONFIRMED\",\"reason\":\"已核对\"}",
                        "Authorization",
                        "Bearer " + security);
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        Awaitility.await()
                .until(
                        () ->
                                "陵川县发改局"
                                        .equals(
                                                departments.name(
                                                        place, "IIT", today, Locale.CHINESE)));
        assertThat(groups("PUT", "/" + id, group("000000/IIT+NDRC", "陵川县发展改革局")).statusCode())
                .isEqualTo(200);
        assertThat(error(groups("PUT", "/" + id, group("000000/NR", "陵川县发展改革局"))))
                .isEqualTo("400 mutability");
        assertThat(error(groups("POST", "", group("nowhere", "局")))).isEqualTo("400 invalidValue");
        assertThat(error(groups("POST", "", "{}"))).isEqualTo("400 invalidValue");
        assertThat(error(groups("GET", "", ""))).isEqualTo("400 invalidFilter");
        assertThat(error(groups("DELETE", "/" + id, ""))).startsWith("501");
        assertThat(error(groups("GET", "/" + UUID.randomUUID(), ""))).startsWith("404");
    }

    private HttpResponse<String> groups(String method, String path, String body) {
        return browser.send(
                method,
                "/scim/v2/Groups" + path,
                body,
                "Authorization",
                "Bearer a-token-of-the-operator",
                "Content-Type",
                "application/scim+json");
    }

    private static String group(String externalId, String name) {
        return "{\"externalId\":\"%s\",\"displayName\":\"%s\",\"members\":[]}"
                .formatted(externalId, name);
    }

    @Test
    void nobodyComesInWithoutTheOperatorsToken() {
        String ours = browser.token("administrator");
        for (String shown : new String[] {"", "Bearer wrong", "Bearer ", "Bearer " + ours}) {
            HttpResponse<String> refused =
                    browser.get(
                            USERS + "?filter=userName+eq+%22administrator%22",
                            "Authorization",
                            shown);
            assertThat(refused.statusCode()).as(shown).isEqualTo(401);
            assertThat(refused.body()).contains("sign-in-required").doesNotContain(ours);
        }
        assertThat(
                        browser.get("/api/me", "Authorization", "Bearer a-token-of-the-operator")
                                .statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> create(String login) {
        return send("POST", "", user(login));
    }

    private HttpResponse<String> patch(String id, String operation) {
        return send("PATCH", "/" + id, "{\"Operations\":[" + operation + "]}");
    }

    private HttpResponse<String> find(@Nullable String filter) {
        return send("GET", filter == null ? "" : "?filter=" + Browser.encoded(filter), "");
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return browser.send(
                method,
                USERS + path,
                body,
                "Authorization",
                "Bearer a-token-of-the-operator",
                "Content-Type",
                "application/scim+json");
    }

    private HttpResponse<String> who(String token) {
        return browser.get("/api/who", "Authorization", "Bearer " + token);
    }

    private static String error(HttpResponse<String> answer) {
        JsonNode error = Browser.json(answer);
        assertThat(error.get("schemas").get(0).asString()).endsWith(":Error");
        assertThat(error.get("status").asString()).isEqualTo("" + answer.statusCode());
        return answer.statusCode() + " " + error.path("scimType").asString("");
    }

    private static String login() {
        return "scim-" + UUID.randomUUID();
    }

    private static String user(String login) {
        return """
        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "%s",
         "name": {"familyName": "王", "givenName": "小明", "formatted": "王小明"}, "active": true,
         "emails": [{"value": "w@example.com"}], "externalId": "7"}
        """
                .formatted(login);
    }
}

package org.xiangmuzhang.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.signin.issuer.Clients;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Where people are signed in is seen, and ended at once: one, all, and by the administrator. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SessionsTests {

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private Clients clients;
    @Autowired private PasswordEncoder passwords;
    @Autowired private JdbcClient jdbc;

    private Person person = new Person(UUID.randomUUID(), "", "", null);
    private Browser here = new Browser(0);
    private Browser elsewhere = new Browser(0);

    @BeforeEach
    void signInTwice() {
        UUID id = UUID.randomUUID();
        person = new Person(id, "sessions-" + id, "多处登录", null);
        String hash = String.valueOf(passwords.encode(DemoUsers.PASSWORD));
        people.add(person, hash);
        clients.add(person.login(), hash, id);
        people.assign(
                new Post(
                        UUID.randomUUID(),
                        id,
                        Role.CLERK,
                        Region.TEMPLATE,
                        null,
                        null,
                        null,
                        LocalDate.of(2020, 1, 1),
                        null));
        here = new Browser(port);
        elsewhere = new Browser(port);
        here.signIn(person.login(), DemoUsers.PASSWORD);
        elsewhere.signIn(person.login(), DemoUsers.PASSWORD);
    }

    @Test
    void oneIsEndedAndTheOtherStays() {
        String token = here.token(person.login());
        JsonNode sessions = Browser.json(get("/api/signin/sessions", token));
        assertThat(sessions.size()).isEqualTo(2);
        assertThat(sessions.get(0).get("device").asString()).contains("Java");
        assertThat(here.get("/console/signin/sessions").body()).contains("当前");

        String latest = sessions.get(0).get("id").asString();
        assertThat(act("/api/signin/sessions/" + latest + "/end", token).statusCode())
                .isEqualTo(204);

        assertThat(isSignedIn(elsewhere)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
        assertThat(
                        Browser.json(act("/api/signin/sessions/" + latest + "/end", token))
                                .get("rule")
                                .asString())
                .isEqualTo("session-unknown");
    }

    @Test
    void sessionsOfOthersAreNobodysToEnd() {
        JsonNode sessions = Browser.json(get("/api/signin/sessions", here.token(person.login())));
        var refused =
                act(
                        "/api/signin/sessions/" + sessions.get(0).get("id").asString() + "/end",
                        here.token("clerk-140500"));
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(isSignedIn(elsewhere)).isTrue();
    }

    @Test
    void signedOutEverywhereElseTheOwnSessionStaysAndTokensEnd() {
        String token = here.token(person.login());
        assertThat(get("/api/who", token).statusCode()).isEqualTo(200);

        var done =
                here.post(
                        "/console/signin/sessions/end",
                        Map.of("_csrf", here.csrf("/console/signin/sessions")));

        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
        assertThat(isSignedIn(here)).isTrue();
        assertThat(isSignedIn(elsewhere)).isFalse();
        for (String path : new String[] {"/api/who", "/api/me"}) {
            var refused = get(path, token);
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(Browser.json(refused).get("rule").asString()).isEqualTo("signed-out");
        }
        Awaitility.await("a token of a later second is good")
                .until(() -> get("/api/who", here.token(person.login())).statusCode() == 200);
    }

    @Test
    void theSecurityAdministratorEndsAllOfSomebodyWithAReason() {
        String token = here.token(person.login());
        String security = here.token("security-administrator");
        String path = "/api/signin/people/" + person.id() + "/sessions";
        assertThat(Browser.json(get(path, security)).size()).isEqualTo(2);
        assertThat(get(path, here.token("administrator")).statusCode()).isEqualTo(403);

        var done =
                here.postJson(
                        path + "/end",
                        "{\"reason\":\"账号被盗用\"}",
                        "Authorization",
                        "Bearer " + security);

        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
        assertThat(isSignedIn(here)).isFalse();
        assertThat(isSignedIn(elsewhere)).isFalse();
        assertThat(get("/api/who", token).statusCode()).isEqualTo(401);
        assertThat(
                        jdbc.sql("select kind from parties.act where person = ?")
                                .param(person.id())
                                .query(String.class)
                                .list())
                .containsExactly("SESSIONS_ENDED");
    }

    private boolean isSignedIn(Browser browser) {
        return browser.get("/console/who").statusCode() == 200;
    }

    private HttpResponse<String> get(String path, String token) {
        return here.get(path, "Authorization", "Bearer " + token);
    }

    private HttpResponse<String> act(String path, String token) {
        return here.post(
                path,
                Map.of(),
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}

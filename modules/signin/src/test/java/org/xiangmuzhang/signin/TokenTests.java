package org.xiangmuzhang.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Enrolment;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "xiangmuzhang.metrics.token=given-to-the-scraper")
class TokenTests {

    private static final String VERIFIER = "0123456789-0123456789-0123456789-0123456789";
    private static final String CALLBACK = "http://127.0.0.1:7777/callback";

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private DemoUsers demo;
    @Autowired private Clock clock;
    @Autowired private JdbcClient jdbc;
    private Browser browser = new Browser(0);

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void systemsTokenSpeaksForItsPerson() {
        HttpResponse<String> me = get("/api/me", browser.token("steward-140500"));

        assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
        JsonNode answer = Browser.json(me);
        assertThat(answer.path("person").path("login").asString()).isEqualTo("steward-140500");
        assertThat(answer.path("posts").size()).isOne();
        JsonNode post = answer.path("posts").get(0);
        assertThat(post.path("role").asString()).isEqualTo("STEWARD");
        assertThat(post.path("region").asString()).isEqualTo("140500");
        assertThat(answer.path("current").asString()).isEqualTo(post.path("id").asString());
    }

    @Test
    void wrongSecretGetsNoToken() {
        var answer =
                browser.post(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials"),
                        "Authorization",
                        Browser.basic("steward-140500", "guess"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void strangersGetAProblem() {
        for (String[] headers :
                List.of(
                        new String[] {"Accept-Language", "en"},
                        new String[] {"Accept-Language", "en", "Authorization", "Bearer nonsense"},
                        new String[] {
                            "Accept-Language",
                            "en",
                            "Authorization",
                            Browser.basic("steward-140500", DemoUsers.PASSWORD)
                        })) {
            var answer = browser.get("/api/me", headers);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(Browser.json(answer).path("rule").asString()).isEqualTo("sign-in-required");
            assertThat(Browser.json(answer).path("title").asString()).isEqualTo("Sign-in required");
        }
    }

    @Test
    void codeWithProofKeyEndsInATokenForTheApiAndOneThatNamesThePerson() throws Exception {
        JsonNode tokens = tokens(code("clerk-140502"), VERIFIER);

        HttpResponse<String> me = get("/api/me", tokens.path("access_token").asString());
        assertThat(Browser.json(me).path("person").path("login").asString())
                .isEqualTo("clerk-140502");
        String claims = tokens.path("id_token").asString().split("\\.")[1];
        assertThat(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
                .contains("\"sub\":\"clerk-140502\"");
    }

    @Test
    void identityTokenOpensNothing() throws Exception {
        JsonNode tokens = tokens(code("clerk-140502"), VERIFIER);

        assertThat(get("/api/me", tokens.path("id_token").asString()).statusCode()).isEqualTo(401);
    }

    @Test
    void codeIsWorthNothingWithoutItsProof() throws Exception {
        JsonNode refused = tokens(code("clerk-140502"), VERIFIER.replace('0', '1'));

        assertThat(refused.path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void authorizationWithoutProofKeyIsRefused() {
        browser.signIn("clerk-140502", DemoUsers.PASSWORD);

        var answer =
                browser.get(
                        "/oauth2/authorize?response_type=code&client_id=xiangmuzhang&scope=openid"
                                + "&redirect_uri="
                                + Browser.encoded(CALLBACK));

        assertThat(Browser.location(answer)).startsWith(CALLBACK).contains("error=invalid_request");
    }

    @Test
    void strangersAddressGetsNoCode() throws Exception {
        browser.signIn("clerk-140502", DemoUsers.PASSWORD);

        var answer = browser.get(authorization("https://evil.example/callback"));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void removedPostStopsWorkingAtOnce() {
        Person person = person("removed-" + UUID.randomUUID());
        Post post = post(person, Role.CLERK, "140500");
        String token = browser.token(person.login());
        assertThat(get("/api/who", token).statusCode()).isEqualTo(200);

        people.withdraw(post.id());

        HttpResponse<String> refused = get("/api/who", token);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Browser.json(refused).path("rule").asString()).isEqualTo("no-post");
        HttpResponse<String> me = get("/api/me", token);
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(Browser.json(me).path("current").isNull()).isTrue();
    }

    @Test
    void aCodeOfBeforeSigningOutEverywhereIsWorthNothing() throws Exception {
        Person person = person("code-" + UUID.randomUUID());
        post(person, Role.CLERK, "140500");
        jdbc.sql("update parties.person set password_hash = '{noop}' || ? where id = ?")
                .params(DemoUsers.PASSWORD, person.id())
                .update();
        String code = code(person.login());

        HttpResponse<String> out =
                browser.post(
                        "/api/signin/sessions/end",
                        Map.of(),
                        "Authorization",
                        "Bearer " + browser.token(person.login()),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());

        assertThat(out.statusCode()).as(out.body()).isEqualTo(204);
        assertThat(tokens(code, VERIFIER).path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void keptAnswerIsRepeatedOnlyToWhoStillActsInThePost() {
        Person person = person("kept-" + UUID.randomUUID());
        Post first = post(person, Role.CLERK, "140500", today().minusDays(1));
        String token = browser.token(person.login());
        String key = UUID.randomUUID().toString();
        HttpResponse<String> given = act(token, key);
        assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
        HttpResponse<String> repeated = act(token, key);
        assertThat(repeated.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(repeated.body()).isEqualTo(given.body());

        people.withdraw(first.id());

        HttpResponse<String> withdrawn = act(token, key);
        assertThat(withdrawn.statusCode()).isEqualTo(403);
        assertThat(Browser.json(withdrawn).path("rule").asString()).isEqualTo("no-post");
        post(person, Role.STEWARD, "140502");
        HttpResponse<String> elsewhere = act(token, key);
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(Browser.json(elsewhere).path("rule").asString())
                .isEqualTo("idempotency-key-reused");
    }

    private HttpResponse<String> act(String token, String key) {
        return browser.post(
                "/api/who", Map.of(), "Authorization", "Bearer " + token, "Idempotency-Key", key);
    }

    @Test
    void headerChoosesAmongThePostsThatOneHolds() {
        Person person = person("two-posts-" + UUID.randomUUID());
        post(person, Role.CLERK, "140500", today().minusDays(1));
        Post second = post(person, Role.STEWARD, "140502");
        Post others = post(person("other-" + UUID.randomUUID()), Role.AUDITOR, "140502");
        String token = browser.token(person.login());

        assertThat(Browser.json(get("/api/who", token)).path("role").asString()).isEqualTo("CLERK");
        var chosen = get("/api/who", token, "X-Post", second.id().toString());
        assertThat(Browser.json(chosen).path("role").asString()).isEqualTo("STEWARD");
        var foreign = get("/api/who", token, "X-Post", others.id().toString());
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(Browser.json(foreign).path("rule").asString()).isEqualTo("post-not-held");
        var unreadable = get("/api/who", token, "X-Post", "chief");
        assertThat(unreadable.statusCode()).isEqualTo(422);
    }

    @Test
    void theLogSeesWhoActsThoughTheControllerDoesNotAsk() {
        String token = browser.token("leader-140500");
        var answer =
                browser.post(
                        "/api/who",
                        Map.of(),
                        "Authorization",
                        "Bearer " + token,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());

        assertThat(Browser.json(answer).path("role").asString()).isEqualTo("LEADER");
    }

    @Test
    void keptAnswerStandsInTheCallersRegion() {
        String key = UUID.randomUUID().toString();
        browser.post(
                "/api/who",
                Map.of(),
                "Authorization",
                "Bearer " + browser.token("steward-z370403gx"),
                "Idempotency-Key",
                key);

        assertThat(
                        jdbc.sql("select region from rest.answer where key = :key")
                                .param("key", key)
                                .query(String.class)
                                .single())
                .isEqualTo("Z370403GX");
    }

    @Test
    void tokenOfAPersonWhoIsNotHereIsRefused() {
        Person person = person("gone-" + UUID.randomUUID());
        String token = browser.token(person.login());
        jdbc.sql("update parties.person set login_index = login_index || '\\x00' where id = :id")
                .param("id", person.id())
                .update();

        HttpResponse<String> answer = get("/api/me", token);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Browser.json(answer).path("rule").asString()).isEqualTo("person-unknown");
    }

    @Test
    void apiDocumentNeedsNoToken() {
        // not there in this small application, but nobody is asked to sign in for it
        assertThat(browser.get("/api/openapi.json").statusCode()).isEqualTo(404);
    }

    @Test
    void healthIsOpenAndTheRestIsForAdministrators() {
        assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(browser.get("/actuator/metrics").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/metrics", browser.token("auditor")).statusCode()).isEqualTo(403);
        assertThat(get("/actuator/metrics", browser.token("administrator")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void metricsAreForAdministratorsAndTheScraperWithItsToken() {
        String path = "/actuator/prometheus"; // not there in this small application
        assertThat(browser.get(path).statusCode()).isEqualTo(401);
        assertThat(metrics(path, "Metrics guessed")).isEqualTo(401);
        assertThat(metrics(path, "Metrics ")).isEqualTo(401);
        assertThat(metrics(path, "Metrics given-to-the-scraper")).isEqualTo(404);
        assertThat(metrics("/actuator/metrics", "Metrics given-to-the-scraper")).isEqualTo(401);
        assertThat(get(path, browser.token("auditor")).statusCode()).isEqualTo(403);
        assertThat(get(path, browser.token("administrator")).statusCode()).isEqualTo(404);
    }

    private int metrics(String path, String authorization) {
        return browser.get(path, "Authorization", authorization).statusCode();
    }

    @Test
    void demoUsersCoverEveryRoleAndSignInAsTheyAre() {
        assertThat(demo.describe().stream().map(Enrolment::role).distinct())
                .containsExactlyInAnyOrder(
                        Arrays.stream(Role.values())
                                .filter(role -> role != Role.SYSTEM)
                                .toArray(Role[]::new));
        assertThat(people.holders(Role.APPROVER, new Region("Z370403GX"), "PARK", today()))
                .hasSize(1);
        var applicant = Browser.json(get("/api/who", browser.token("applicant-140500")));
        assertThat(applicant.path("enterprise").isNull()).isFalse();
    }

    @Test
    void demoUsersAreCreatedOnce() {
        int before = count();

        demo.afterSingletonsInstantiated();

        assertThat(count()).isEqualTo(before);
    }

    private int count() {
        return jdbc.sql(
                        "select (select count(*) from parties.person)"
                                + " + (select count(*) from parties.post)"
                                + " + (select count(*) from signin.client)")
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> get(String path, String token, String... more) {
        String[] headers = new String[more.length + 2];
        headers[0] = "Authorization";
        headers[1] = "Bearer " + token;
        System.arraycopy(more, 0, headers, 2, more.length);
        return browser.get(path, headers);
    }

    /** Signs in on the way, as a person sent here by another program does. */
    private String code(String login) throws Exception {
        var asked = browser.get(authorization(CALLBACK), "Accept", "text/html");
        assertThat(Browser.location(asked)).endsWith("/sign-in");
        var signedIn = browser.signIn(login, DemoUsers.PASSWORD);
        assertThat(Browser.location(signedIn)).endsWith("/sign-in/continue");
        var between = browser.get("/sign-in/continue");
        String target =
                between.headers().firstValue("Refresh").orElseThrow().replaceFirst("0; url=", "");
        Matcher code =
                Pattern.compile("[?&]code=([^&]+)").matcher(Browser.location(browser.get(target)));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private JsonNode tokens(String code, String verifier) {
        return Browser.json(
                browser.post(
                        "/oauth2/token",
                        Map.of(
                                "grant_type", "authorization_code",
                                "client_id", "xiangmuzhang",
                                "redirect_uri", CALLBACK,
                                "code", code,
                                "code_verifier", verifier)));
    }

    private static String authorization(String callback) throws Exception {
        byte[] hash =
                MessageDigest.getInstance("SHA-256")
                        .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return "/oauth2/authorize?response_type=code&client_id=xiangmuzhang&scope=openid%20profile"
                + "&state=s&code_challenge_method=S256&code_challenge="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(hash)
                + "&redirect_uri="
                + Browser.encoded(callback);
    }

    private Person person(String login) {
        Person person = new Person(Ids.next(clock), login, "测试人员", null);
        people.add(person, null);
        jdbc.sql(
                        "insert into signin.client (client_id, secret_hash, person) values"
                                + " (:login, '{noop}' || :secret, :person)")
                .param("login", login)
                .param("secret", DemoUsers.PASSWORD)
                .param("person", person.id())
                .update();
        return person;
    }

    private Post post(Person person, Role role, String region) {
        return post(person, role, region, today());
    }

    private Post post(Person person, Role role, String region, LocalDate from) {
        Post post =
                new Post(
                        Ids.next(clock),
                        person.id(),
                        role,
                        new Region(region),
                        null,
                        null,
                        null,
                        from,
                        null);
        people.assign(post);
        return post;
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }
}

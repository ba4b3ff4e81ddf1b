package org.xiangmuzhang.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.parties.People;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInPageTests {

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    @Autowired private People people;
    private Browser browser = new Browser(0);

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void strangerIsLedToThePageAndBackToWhereHeWanted() {
        var asked = browser.get("/console/who", "Accept", "text/html");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(Browser.location(asked)).endsWith("/sign-in");

        var signedIn = browser.signIn("clerk-140500", DemoUsers.PASSWORD);

        assertThat(Browser.location(signedIn)).contains("/console/who");
        assertThat(browser.get("/console/who").body()).isEqualTo("CLERK 140500");
    }

    @Test
    void wrongPasswordAndUnknownAccountLookTheSame() {
        var wrong = browser.signIn("clerk-140500", "guess");
        var unknown = browser.signIn("nobody", "guess");

        assertThat(Browser.location(wrong)).isEqualTo(Browser.location(unknown)).endsWith("?wrong");
        assertThat(browser.get("/sign-in?wrong").body()).contains("账号或密码不正确");
    }

    @Test
    void pageIsStrictAndSpeaksBothLanguages() {
        HttpResponse<String> page = browser.get("/sign-in");

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .contains("script-src 'self'")
                .contains("object-src 'none'")
                .contains("form-action 'self'")
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).isPresent();
        assertThat(page.body()).contains("工作账号").doesNotContain("style=").doesNotContain("onclick");
        assertThat(browser.get("/sign-in?lang=en").body()).contains("Use your work account");
    }

    @Test
    void sessionCookieIsOutOfReachAndChangesAtSignIn() {
        browser.csrf("/sign-in");
        String before = session();
        var signedIn = browser.signIn("clerk-140500", DemoUsers.PASSWORD);

        assertThat(session()).isNotEqualTo(before);
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith("SESSION=")
                                        .contains("HttpOnly")
                                        .contains("SameSite=Lax"));
    }

    @Test
    void formWithoutItsTokenIsRefused() {
        browser.signIn("clerk-140500", DemoUsers.PASSWORD);

        var answer = browser.post("/console/post", Map.of("post", UUID.randomUUID().toString()));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void formOlderThanItsSessionLeadsBackToSigningIn() {
        var answer = browser.post("/sign-in", Map.of("username", "clerk-140500", "password", "x"));

        assertThat(Browser.location(answer)).endsWith("/sign-in?again");
    }

    @Test
    void signsOut() {
        browser.signIn("clerk-140500", DemoUsers.PASSWORD);
        String token = browser.csrf("/console");

        var out = browser.post("/console/sign-out", Map.of("_csrf", token));

        assertThat(Browser.location(out)).endsWith("/sign-in?out");
        assertThat(browser.get("/console/who").statusCode()).isEqualTo(302);
    }

    @Test
    void choosesThePostToActIn() {
        browser.signIn("head", DemoUsers.PASSWORD);
        assertThat(browser.get("/console/who").body()).isEqualTo("HEAD 140500");
        UUID head = people.byLogin("head").orElseThrow().id();
        String post =
                jdbc.sql("select id from parties.post where person = ? and region = '140502'")
                        .param(head)
                        .query(String.class)
                        .single();

        var chosen =
                browser.post(
                        "/console/post", Map.of("post", post, "_csrf", browser.csrf("/console")));

        assertThat(Browser.location(chosen)).endsWith("/console");
        assertThat(browser.get("/console/who").body()).isEqualTo("HEAD 140502");
    }

    @Test
    void nobodyChoosesAnothersPost() {
        browser.signIn("clerk-140500", DemoUsers.PASSWORD);
        String others =
                jdbc.sql("select id from parties.post where role = 'ADMINISTRATOR' limit 1")
                        .query(String.class)
                        .single();

        var refused =
                browser.post(
                        "/console/post", Map.of("post", others, "_csrf", browser.csrf("/console")));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(browser.get("/console/who").body()).isEqualTo("CLERK 140500");
    }

    @Test
    void headerShowsWhoIsHere() {
        browser.signIn("applicant-140500", DemoUsers.PASSWORD);

        assertThat(browser.get("/console").body())
                .contains("王建平")
                .contains("晋城明曜新能源有限公司")
                .contains("企业申请人");
    }

    @Test
    void sessionOpensNoApi() {
        browser.signIn("clerk-140500", DemoUsers.PASSWORD);

        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void fragmentAskedForByHtmxSendsTheWholePageToSignIn() {
        var answer = browser.get("/console/who", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in");
    }

    private String session() {
        return browser.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("SESSION"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}

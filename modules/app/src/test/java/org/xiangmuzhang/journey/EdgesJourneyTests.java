package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the interface refuses, and what it does once only, with everything switched on. */
class EdgesJourneyTests {

    private final Platform platform = Platform.shared();

    @Test
    void oneKeyHasOneEffectAndOneAnswer() {
        Story story = begun("一次办理电站");
        story.signMandate(platform.today().plusYears(1));
        Map<String, Object> form = story.form(false, Map.of("SITE-PREEXAM", "FORMAL"));
        String key = UUID.randomUUID().toString();

        Caller.Answer first = steward(story).tryPost("/api/intake/applications", form, key, null);
        Caller.Answer again = steward(story).tryPost("/api/intake/applications", form, key, null);
        Caller.Answer other =
                steward(story)
                        .tryPost(
                                "/api/intake/applications",
                                story.form(false, Map.of("ENT-APPROVAL", "FORMAL")),
                                key,
                                null);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.rule()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void decisionOnAnOlderVersionIsRefused() {
        Story story = begun("旧版本电站");
        story.signMandate(platform.today().plusYears(1));
        UUID application = story.submit(false, Map.of("SITE-PREEXAM", "FORMAL"));
        String path = Story.application(application);
        String seen = story.as("clerk").tryGet(path).etag();
        story.accept(application);

        Caller.Answer late =
                story.as("clerk")
                        .tryPost(
                                path + "/acceptance", Map.of(), UUID.randomUUID().toString(), seen);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.rule()).isEqualTo("version-stale");
    }

    @Test
    void stewardWithoutMandateMayNotSubmit() {
        Story story = begun("无委托电站");

        Caller.Answer answer =
                steward(story)
                        .tryPost(
                                "/api/intake/applications",
                                story.form(false, Map.of("SITE-PREEXAM", "FORMAL")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.rule()).isEqualTo("mandate-missing");
    }

    @Test
    void projectOfAnotherEnterpriseCannotBeNamed() {
        Story story = begun("他人电站");
        Story foreign = Story.begin(platform, "140502", "PT-GOV-ROAD", "邻区城市道路", "48");
        Map<String, Object> form = story.form(false, Map.of("SITE-PREEXAM", "FORMAL"));
        form.put("project", foreign.project);

        Caller.Answer answer = story.as("applicant").tryPost("/api/intake/applications", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.rule()).isEqualTo("project-not-yours");
        assertThat(story.as("applicant").tryGet("/api/projects/" + foreign.project).status())
                .isEqualTo(404);
    }

    @Test
    void departmentSeesItsOwnTasksOnly() {
        Story story = begun("部门电站");
        story.signMandate(platform.today().plusYears(1));
        UUID application = story.accept(story.submit(false, Map.of("SITE-PREEXAM", "FORMAL")));
        String task = Story.task(story.task(application, "SITE-PREEXAM"));

        assertThat(story.as("approver-nr").tryGet(task).status()).isEqualTo(200);
        assertThat(story.as("approver-ee").tryGet(task).status()).isEqualTo(404);
        assertThat(platform.as("approver-nr-140502").tryGet(task).status()).isEqualTo(404);
        assertThat(
                        story.as("approver-ee")
                                .tryPost(task + "/decision", Map.of("outcome", "APPROVED"))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void headersOfAProxyThatNobodyConfiguredAreNotBelieved() throws Exception {
        for (String path : List.of("/.well-known/openid-configuration", "/console")) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(platform.address() + path))
                            .header("Accept", "text/html,*/*")
                            .header("X-Forwarded-Host", "elsewhere.example")
                            .header("X-Forwarded-Proto", "https")
                            .header("X-Forwarded-Prefix", "/elsewhere")
                            .header("Forwarded", "host=elsewhere.example;proto=https")
                            .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isLessThan(400);
            assertThat(answer.body() + answer.headers().map()).doesNotContain("elsewhere");
        }
    }

    private Story begun(String name) {
        return Story.begin(platform, "140500", "PT-PV-GROUND", name, "44");
    }

    private static Caller steward(Story story) {
        return story.as("steward");
    }
}

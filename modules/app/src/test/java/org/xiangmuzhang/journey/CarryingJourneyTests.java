package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A project from its mandate to its end, as its enterprise and its steward live through it. */
class CarryingJourneyTests {

    private static final String APPLICATIONS = "/api/intake/applications";
    private static final String ITEM = "SITE-PREEXAM";

    private final Platform platform = Platform.shared();

    @Test
    void stewardActsAsFarAsTheMandateReachesAndTheEnterpriseSeesEveryAct() {
        Story story = begun("委托范围电站");
        String mandates = story.path("/mandates");
        Map<String, Object> scope = new HashMap<>();
        scope.put("acts", List.of("SUBMIT", "WITHDRAW"));
        scope.put("from", platform.today());
        scope.put("until", platform.today().plusDays(90));
        scope.put("items", List.of("ENERGY-COMMIT", ITEM));
        String mandate =
                story.as("applicant")
                        .post(mandates, scope)
                        .get("mandates")
                        .get(0)
                        .get("id")
                        .asString();
        platform.settle();

        UUID application = story.submit(false, Map.of(ITEM, "FORMAL"));
        refused(
                story,
                APPLICATIONS,
                story.form(false, Map.of("EIA-TABLE", "FORMAL")),
                "mandate-outside");
        scope.put("items", List.of("ENERGY-COMMIT"));
        scope.put("reason", "选址由本企业自行办理");
        story.as("applicant").post(mandates + "/" + mandate + "/narrowing", scope);
        refused(
                story,
                APPLICATIONS + "/" + application + "/withdrawal",
                Map.of("reason", "改址"),
                "mandate-outside");
        story.as("applicant")
                .post(mandates + "/" + mandate + "/revocation", Map.of("reason", "另行委托"));
        refused(story, APPLICATIONS, story.form(false, Map.of(ITEM, "FORMAL")), "mandate-stopped");

        String list = "/api/projects/acts?project=" + story.project;
        JsonNode acts = story.as("applicant").get(list).get("items");
        assertThat(acts.valueStream().map(act -> act.get("refused").asString("")))
                .containsExactly("mandate-stopped", "mandate-outside", "mandate-outside", "");
        assertThat(acts.get(3).get("application").asString()).isEqualTo(application.toString());
        assertThat(story.as("steward").get(list).get("items").size()).isEqualTo(4);
        assertThat(
                        story.as("applicant")
                                .get(APPLICATIONS + "/" + application)
                                .get("exchangeState")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void projectEndsWhenNothingIsOpenAndTakesNoMoreApplications() {
        Story story = begun("结案电站");
        story.signMandate(platform.today().plusDays(90));
        UUID application = story.submit(false, Map.of(ITEM, "FORMAL"));
        Map<String, Object> end = Map.of("outcome", "ABANDONED", "reason", "企业另行选址");

        Caller steward = story.as("steward");
        assertThat(steward.tryPost(story.path("/closing"), end).rule()).isEqualTo("closing-open");
        assertThat(
                        steward.get(story.path("/closing"))
                                .get("stopping")
                                .get(0)
                                .get("code")
                                .asString())
                .isEqualTo(ITEM);
        steward.post(APPLICATIONS + "/" + application + "/withdrawal", Map.of("reason", "不再办理"));
        steward.post(story.path("/closing"), end);

        assertThat(
                        story.as("applicant")
                                .tryPost(APPLICATIONS, story.form(false, Map.of(ITEM, "FORMAL")))
                                .rule())
                .isEqualTo("project-closed");
        refused(story, APPLICATIONS, story.form(false, Map.of(ITEM, "FORMAL")), "project-closed");
        assertThat(steward.tryPost(story.path("/plan"), Map.of()).rule())
                .isEqualTo("project-closed");
        assertThat(steward.get(story.path("/timeline?order=newest")).get("items").toString())
                .contains("steward.project-closed");
    }

    private static void refused(Story story, String path, Object body, String rule) {
        assertThat(story.as("steward").tryPost(path, body).rule()).isEqualTo(rule);
    }

    private Story begun(String name) {
        return Story.begin(platform, "140500", "PT-PV-GROUND", name, "44");
    }
}

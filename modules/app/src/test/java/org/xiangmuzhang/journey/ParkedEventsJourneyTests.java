package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.eventlog.ParkedEvents;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The board cannot take one project's events: it alone waits, until an administrator acts. */
class ParkedEventsJourneyTests {

    private static final String PARKED = "/api/operations/parked-events";
    private static final Map<String, String> REASON = Map.of("reason", "看板已修复");

    private final Platform platform = Platform.shared();
    private final JdbcClient jdbc = platform.bean(JdbcClient.class);

    @Test
    void oneProjectWaitsTheOthersGoOnAndAnAdministratorRetries() {
        Story stuck = Story.begin(platform, "140500", "PT-PV-GROUND", "搁置电站", "44");
        platform.settle();
        Story other;
        try (SpoiltBoard spoilt = SpoiltBoard.of(platform, stuck.project)) {
            stuck.drawPlan(Map.of("start", platform.today()));
            Platform.await(
                    "the board parks it", () -> platform.bean(ParkedEvents.class).count() > 0);
            stuck.elsewhere("POWER-CONN", "供电-2026-8");
            other = Story.begin(platform, "140500", "PT-PV-GROUND", "畅行电站", "44");
            other.drawPlan(Map.of("start", platform.today()));
            other.elsewhere("POWER-CONN", "供电-2026-9");
            platform.settle();
        }

        assertThat(items(other)).isPositive();
        assertThat(items(stuck)).isZero();
        JsonNode waiting = platform.as("auditor").get(PARKED).get("items").get(0);
        assertThat(waiting.get("subject").asString()).isEqualTo(stuck.project.toString());
        assertThat(waiting.get("waiting").asInt()).isGreaterThan(1);
        Platform.await("health tells of it", () -> health().equals("DEGRADED"));
        String retry = PARKED + "/%s/%s/retry".formatted(name(waiting), stuck.project);
        assertThat(
                        platform.as("auditor")
                                .tryPost(retry, REASON, UUID.randomUUID().toString(), null)
                                .rule())
                .isEqualTo("role-may-not");
        Visitor administrator = Visitor.signIn(platform.address(), "administrator");
        assertThat(administrator.get("/console/operations/parked-events").body())
                .contains(name(waiting), stuck.project.toString());

        assertThat(platform.as("administrator").tryPost(retry, Map.of("reason", " ")).rule())
                .isEqualTo("parked-event-reason");

        JsonNode answer = platform.as("administrator").post(retry, REASON);

        assertThat(answer.get("handled").asInt()).isEqualTo(waiting.get("waiting").asInt());
        assertThat(items(stuck)).isEqualTo(items(other));
        assertThat(platform.as("auditor").get(PARKED).get("items")).isEmpty();
        JsonNode act = platform.as("auditor").get(PARKED + "/acts?limit=1").get("items").get(0);
        assertThat(act.get("kind").asString()).isEqualTo("RETRIED");
        assertThat(act.get("subject").asString()).isEqualTo(stuck.project.toString());
        assertThat(act.get("by").asString())
                .isEqualTo(Newcomers.id(platform, "administrator").toString());
        assertThat(act.get("reason").asString()).isEqualTo("看板已修复");
        assertThat(act.get("handled")).isEqualTo(answer.get("handled"));
        assertThat(
                        Visitor.signIn(platform.address(), "auditor")
                                .get("/console/operations/parked-events/acts")
                                .body())
                .contains("看板已修复", name(waiting), stuck.project.toString());
        Platform.await("health tells of its end", () -> health().equals("UP"));
        assertThat(
                        platform.as("administrator")
                                .tryPost(retry, REASON, UUID.randomUUID().toString(), null)
                                .rule())
                .isEqualTo("parked-event-unknown");
    }

    /** As the whole platform shows it; liveness and readiness are what they were. */
    private String health() {
        for (String group : List.of("liveness", "readiness")) {
            assertThat(
                            platform.as("auditor")
                                    .get("/actuator/health/" + group)
                                    .get("status")
                                    .asString())
                    .isEqualTo("UP");
        }
        return platform.as("auditor").get("/actuator/health").get("status").asString();
    }

    private static String name(JsonNode waiting) {
        return waiting.get("consumer").asString();
    }

    private int items(Story story) {
        return jdbc.sql("select items from steward.board where project = ?")
                .param(story.project)
                .query(Integer.class)
                .single();
    }
}

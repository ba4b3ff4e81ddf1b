package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.supervision.application.ReadingWarnings;
import org.xiangmuzhang.supervision.domain.Warning;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Whoever decides on a setting is told beforehand what it touches, in numbers. */
class SettingEffectsJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String PLACE = "140524";

    private final Caller first = PLATFORM.as("administrator");
    private final Caller second = PLATFORM.as("administrator-000000");
    private final JdbcClient jdbc = PLATFORM.bean(JdbcClient.class);

    @Test
    void everySettingSaysWhatAProposalTouches() {
        MessageSource messages = PLATFORM.bean("messageSource", MessageSource.class);
        for (JsonNode setting : first.get("/api/settings?region=" + PLACE)) {
            String name = setting.get("name").asString();
            Map<String, Object> same = new HashMap<>();
            setting.get("values").properties().forEach(it -> same.put(it.getKey(), it.getValue()));
            List<JsonNode> effect = effect(name, same);
            assertThat(effect).as(name).isNotEmpty();
            for (JsonNode line : effect) {
                String key = line.get("key").asString();
                for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                    assertThat(messages.getMessage(key, null, "", language))
                            .as(key + " " + language)
                            .isNotEmpty();
                }
                assertThat(line.get("now").asLong()).as(key).isEqualTo(line.get("then").asLong());
            }
        }
    }

    @Test
    void aShorterTermTellsHowMuchBecomesDue() {
        for (int i = 0; i < 3; i++) {
            jdbc.sql(
                            """
                            insert into signin.past_sign_in
                                (id, region, person, at, outcome, network)
                            values (?, ?, ?, ?::date - interval '300 days', 'SUCCEEDED', 'IPv4')
                            """)
                    .params(
                            UUID.randomUUID(),
                            PLACE,
                            UUID.randomUUID(),
                            PLATFORM.today().toString())
                    .update();
        }
        Map<String, Object> terms = values("privacy.retention");
        terms.put("signins", 200);

        JsonNode line = line(effect("privacy.retention", terms), "privacy.effect.signins");

        assertThat(line.get("then").asLong() - line.get("now").asLong()).isEqualTo(3);
        jdbc.sql("delete from signin.past_sign_in where region = ?").param(PLACE).update();
    }

    @Test
    void whatIsLongOverdueIsPutBeforeTheLeaderByTheLadderOfItsPlace() {
        LocalDate due = PLATFORM.today().minusDays(20);
        UUID task = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into supervision.light (task, kind, region, application, department,
                            item_code, light, used_days, limit_days, limit_unit, due, since,
                            calendar, standing)
                        values (:task, 'PROMISED', :region, :task, 'MET', 'SITE-PREEXAM', 'RED', 30,
                            10, 'WORKING_DAYS', :due, :due, '1', true)
                        """)
                .param("task", task)
                .param("region", PLACE)
                .param("due", due)
                .update();
        try {
            assertThat(Visitor.signIn(PLATFORM.address(), "leader-140500").get("/console").body())
                    .contains("超期提级");
            assertThat(putBeforeTheLeader()).containsExactly(task);
            Map<String, Object> later =
                    Map.of(
                            "steps",
                            List.of(
                                    Map.of("to", "HEAD", "days", 1),
                                    Map.of("to", "LEADER", "days", 60)));
            List<JsonNode> effect = effect("supervision.escalation", later);
            JsonNode leader = line(effect, "supervision.effect.escalated.LEADER");
            assertThat(leader.get("now").asLong()).isEqualTo(1);
            assertThat(leader.get("then").asLong()).isZero();
            JsonNode supervisor = line(effect, "supervision.effect.escalated.SUPERVISOR");
            assertThat(supervisor.get("then").asLong()).isZero();

            decide("supervision.escalation", later, "APPROVED");
            Platform.await(
                    "the place goes by its own ladder", () -> putBeforeTheLeader().isEmpty());
            assertThat(
                            first.tryPost(
                                            "/api/settings/supervision.escalation/proposals?region="
                                                    + PLACE,
                                            proposal(
                                                    Map.of(
                                                            "steps",
                                                            List.of(
                                                                    Map.of(
                                                                            "to", "LEADER", "days",
                                                                            3),
                                                                    Map.of(
                                                                            "to", "HEAD", "days",
                                                                            1)))))
                                    .rule())
                    .isEqualTo("escalation-once");
        } finally {
            jdbc.sql("delete from supervision.light where task = ?").param(task).update();
        }
    }

    private Map<String, Object> values(String name) {
        Map<String, Object> values = new HashMap<>();
        first.get("/api/settings/" + name + "?region=" + PLACE)
                .get("values")
                .properties()
                .forEach(it -> values.put(it.getKey(), it.getValue()));
        return values;
    }

    /** Proposed, looked at, and withdrawn. */
    private static List<UUID> putBeforeTheLeader() {
        Actor leader = new Actor(new UUID(0, 1), Role.LEADER, new Region(PLACE), null, null);
        return Sight.ALL.during(
                () ->
                        PLATFORM.bean(ReadingWarnings.class).escalated(leader, 10).stream()
                                .map(Warning::task)
                                .toList());
    }

    private List<JsonNode> effect(String name, Map<String, Object> values) {
        String path = "/api/settings/" + name;
        String here = "?region=" + PLACE;
        first.post(path + "/proposals" + here, proposal(values));
        List<JsonNode> effect = second.get(path + here).get("effect").valueStream().toList();
        String page =
                Visitor.signIn(PLATFORM.address(), "administrator-000000")
                        .get("/console/settings/" + name + here)
                        .body();
        assertThat(page).as(name).doesNotContain("??");
        first.post(
                path + "/proposal/decision" + here, Map.of("outcome", "WITHDRAWN", "reason", "试"));
        return effect;
    }

    private void decide(String name, Map<String, Object> values, String outcome) {
        String path = "/api/settings/" + name;
        String here = "?region=" + PLACE;
        first.post(path + "/proposals" + here, proposal(values));
        second.post(path + "/proposal/decision" + here, Map.of("outcome", outcome, "reason", "试"));
    }

    private static Map<String, Object> proposal(Map<String, Object> values) {
        return Map.of("values", values, "from", PLATFORM.today(), "reason", "试");
    }

    private static JsonNode line(List<JsonNode> effect, String key) {
        return effect.stream()
                .filter(line -> line.get("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }
}

package org.xiangmuzhang.journey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.journey.Turns.Turn;

import tools.jackson.databind.JsonNode;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Endpoints of an enterprise, to which nothing is ever due. */
final class WebhookTurns {

    static final String HERE = "/api/webhooks";

    private static final String ENDPOINTS = HERE + "/endpoints";

    /** Wants what no story brings. */
    private static final Map<String, Object> WANTED =
            Map.of("url", "http://127.0.0.1:9/hooks", "kinds", List.of("item.revoked"));

    /** More than that are not let pile up by inputs that turn out to be right. */
    private static final int ENOUGH = 6;

    private final Platform platform;
    private final Supplier<Caller> applicant;

    WebhookTurns(Platform platform, Supplier<Caller> applicant) {
        this.platform = platform;
        this.applicant = applicant;
    }

    void addTo(Map<String, Supplier<Turn>> all) {
        all.put(
                "POST " + ENDPOINTS,
                () -> {
                    makeRoom();
                    return new Turn(applicant.get(), ENDPOINTS, WANTED);
                });
        for (String act : List.of("/pause", "/resumption", "/secret")) {
            all.put(
                    "POST " + ENDPOINTS + "/{id}" + act,
                    () -> new Turn(applicant.get(), ENDPOINTS + "/" + kept() + act, null));
        }
        all.put(
                "POST " + ENDPOINTS + "/{id}/removal",
                () -> new Turn(applicant.get(), ENDPOINTS + "/" + made() + "/removal", null));
        all.put(
                "POST " + HERE + "/deliveries/{id}/resending",
                () ->
                        new Turn(
                                applicant.get(),
                                HERE + "/deliveries/" + delivery() + "/resending",
                                null));
    }

    /** One that stays. */
    String kept() {
        JsonNode all = applicant.get().get(ENDPOINTS).get("items");
        return all.isEmpty() ? made() : id(all.get(0));
    }

    /** A delivery that was given up, to one of its own that is paused. */
    String delivery() {
        String endpoint = made();
        applicant.get().post(ENDPOINTS + "/" + endpoint + "/pause", Map.of());
        UUID id = UUID.randomUUID();
        JdbcClient jdbc = platform.bean(JdbcClient.class);
        for (String statement :
                List.of(
                        "insert into webhooks.event"
                                + " (id, region, enterprise, kind, application, at, body)"
                                + " select :id, region, enterprise, 'item.revoked', :id, :at, :body"
                                + " from webhooks.endpoint where id = :endpoint",
                        "insert into webhooks.delivery (id, region, enterprise, endpoint, event,"
                                + " state, tries, due_at, tried_at, outcome, status)"
                                + " select :id, region, enterprise, id, :id, 'GIVEN_UP', 10, :at,"
                                + " :at, 'ANSWERED', 503"
                                + " from webhooks.endpoint where id = :endpoint")) {
            jdbc.sql(statement)
                    .param("id", id)
                    .param("endpoint", UUID.fromString(endpoint))
                    .param("at", Timestamp.from(platform.bean(Clock.class).instant()))
                    .param(
                            "body",
                            """
                            {"specversion":"1.0","id":"%1$s","source":"urn:xiangmuzhang:region:0",
                             "type":"item.revoked","subject":"%1$s","time":"2026-11-02T01:00:00Z",
                             "datacontenttype":"application/json","data":{}}
                            """
                                    .formatted(id))
                    .update();
        }
        return id.toString();
    }

    private String made() {
        makeRoom();
        return id(applicant.get().post(ENDPOINTS, WANTED).get("endpoint"));
    }

    private void makeRoom() {
        JsonNode all = applicant.get().get(ENDPOINTS).get("items");
        for (int i = ENOUGH; i < all.size(); i++) {
            applicant.get().post(ENDPOINTS + "/" + id(all.get(i)) + "/removal", Map.of());
        }
    }

    private static String id(JsonNode endpoint) {
        return endpoint.get("id").asString();
    }
}

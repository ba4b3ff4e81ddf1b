package org.xiangmuzhang.journey;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.function.Supplier;

/** Proposing a setting of {@link Cast#PLACE}, and deciding on what another has proposed. */
final class SettingDeeds {

    /** The one on which a proposal waits. */
    static final String LIGHTS = "supervision.light-thresholds";

    private static final String RATING = "supervision.rating-time";
    private static final String HERE = "?region=" + Cast.PLACE;
    private static final String PROPOSE = "/settings/{name}/proposals";
    private static final String DECIDE = "/settings/{name}/proposal/decision";

    private final Platform platform;

    SettingDeeds(Platform platform) {
        this.platform = platform;
    }

    /** By endpoint. */
    void addTo(Map<String, Supplier<Deed>> deeds) {
        String today = platform.today().toString();
        deeds.put(
                "POST /api" + PROPOSE,
                () ->
                        Deed.json(
                                "POST /api" + PROPOSE,
                                "/api/settings/" + RATING + "/proposals" + HERE,
                                Map.of(
                                        "values",
                                        Map.of("days", 61),
                                        "from",
                                        today,
                                        "reason",
                                        "试")));
        deeds.put(
                "POST /console" + PROPOSE,
                () ->
                        Deed.form(
                                "POST /console" + PROPOSE,
                                "/console/settings/" + RATING + "/proposals",
                                Map.of(
                                        "region",
                                        Cast.PLACE,
                                        "days",
                                        "61",
                                        "from",
                                        today,
                                        "reason",
                                        "试")));
        deeds.put(
                "POST /api" + DECIDE,
                () ->
                        Deed.json(
                                        "POST /api" + DECIDE,
                                        "/api/settings/" + LIGHTS + "/proposal/decision" + HERE,
                                        Map.of("outcome", "REJECTED", "reason", "试"))
                                .after(this::propose));
        deeds.put("POST /console" + DECIDE, this::decision);
    }

    private Deed decision() {
        propose();
        return Deed.form(
                        "POST /console" + DECIDE,
                        "/console/settings/" + LIGHTS + "/proposal/decision",
                        Map.of(
                                "region",
                                Cast.PLACE,
                                "number",
                                proposal().get("number").asString(),
                                "outcome",
                                "REJECTED",
                                "reason",
                                "试"))
                .after(this::propose);
    }

    /** Lets somebody outside the cast propose, unless that has been done. */
    private void propose() {
        if (proposal().isNull()) {
            proposer()
                    .post(
                            "/api/settings/" + LIGHTS + "/proposals" + HERE,
                            Map.of(
                                    "values",
                                    Map.of("yellow", 40, "orange", 70),
                                    "from",
                                    platform.today(),
                                    "reason",
                                    "试"));
        }
    }

    /** Takes back what was proposed. */
    void clear() {
        if (!proposal().isNull()) {
            proposer()
                    .post(
                            "/api/settings/" + LIGHTS + "/proposal/decision" + HERE,
                            Map.of("outcome", "WITHDRAWN", "reason", "试"));
        }
    }

    private JsonNode proposal() {
        return proposer().get("/api/settings/" + LIGHTS + HERE).get("proposal");
    }

    private Caller proposer() {
        return platform.as("administrator-140500");
    }
}

package org.xiangmuzhang.journey;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Proposing a setting of {@link Cast#PLACE}, and deciding on what another has proposed. */
final class SettingDeeds {

    /** The one on which a proposal waits. */
    static final String LIGHTS = "supervision.light-thresholds";

    /** An exported file that differs in one value. */
    static final String FILE =
            "setting,field,value,set_by,version\nsupervision.rating-time,days,61,,\n";

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
        String imports = "/settings/imports";
        deeds.put(
                "POST /api" + imports,
                () ->
                        Deed.json(
                                "POST /api" + imports,
                                "/api" + imports + HERE,
                                Map.of("file", FILE, "from", today, "reason", "试")));
        deeds.put(
                "POST /console" + imports,
                () ->
                        Deed.form(
                                "POST /console" + imports,
                                "/console" + imports,
                                Map.of(
                                        "region",
                                        Cast.PLACE,
                                        "text",
                                        FILE,
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

    /** Lets a hall of the place serve at noon, as far as one person can. */
    void proposeHours() {
        String hours = "/api/settings/catalog.service-hours";
        if (proposer().get(hours + HERE).get("proposal").isNull()) {
            proposer()
                    .post(
                            hours + "/proposals" + HERE,
                            Map.of(
                                    "values",
                                    Map.of(
                                            "hours",
                                            List.of(
                                                    hours("*", "09:00", "12:00", "REGULAR"),
                                                    hours("*", "13:00", "17:30", "REGULAR"),
                                                    hours("CITIZENS", "12:00", "13:30", "NOON"))),
                                    "from",
                                    platform.today(),
                                    "reason",
                                    "市民中心午间不断档"));
        }
    }

    private static Map<String, String> hours(
            String hall, String opens, String closes, String service) {
        return Map.of(
                "hall",
                hall,
                "days",
                "WORKING_DAYS",
                "opens",
                opens,
                "closes",
                closes,
                "service",
                service);
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

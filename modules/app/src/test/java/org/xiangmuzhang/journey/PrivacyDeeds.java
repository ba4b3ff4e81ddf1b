package org.xiangmuzhang.journey;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Deeds about somebody's personal data: seen in full, handed out, held, erased. */
final class PrivacyDeeds {

    private static final String PEOPLE = "/privacy/people";
    private static final String HOLDS = "/privacy/holds";
    private static final Map<String, String> REASON = Map.of("reason", "试");
    private static final Map<String, String> ERASURE = Map.of("ground", "REQUEST", "reason", "试");

    private final Platform platform;
    private final UUID person;
    private final String code;
    private String hold = "";

    PrivacyDeeds(Platform platform, Told told) {
        this.platform = platform;
        this.person = told.subject();
        this.code = told.story().as("steward").get(told.story().path("")).get("code").asString();
    }

    /** By endpoint. */
    void addTo(Map<String, Supplier<Deed>> deeds) {
        form(deeds, PEOPLE, PEOPLE, Map.of("login", "subject-" + person));
        both(deeds, PEOPLE + "/{id}/full-views", REASON);
        both(deeds, PEOPLE + "/{id}/export", REASON);
        both(deeds, PEOPLE + "/{id}/erasure", ERASURE);
        both(deeds, PEOPLE + "/{id}/phone", Map.of("phone", "13700001234", "reason", "试"));
        both(deeds, PEOPLE + "/{id}/name", Map.of("name", "正名", "reason", "试"));
        both(deeds, "/privacy/me/phone", Map.of("phone", "0356-2190001"));
        Map<String, String> placed = Map.of("kind", "PROJECT", "number", code, "reason", "试");
        json(deeds, HOLDS, HOLDS, placed);
        form(deeds, HOLDS, HOLDS, placed);
        String lifting = HOLDS + "/{id}/lifting";
        for (String edge : new String[] {"/api", "/console"}) {
            deeds.put(
                    "POST " + edge + lifting,
                    () -> {
                        place();
                        String path = edge + HOLDS + "/" + hold + "/lifting";
                        return edge.equals("/api")
                                ? Deed.json("POST " + edge + lifting, path, REASON)
                                : Deed.form("POST " + edge + lifting, path, REASON);
                    });
        }
    }

    private void both(Map<String, Supplier<Deed>> deeds, String route, Map<String, String> body) {
        String path = route.replace("{id}", person.toString());
        json(deeds, route, path, body);
        form(deeds, route, path, body);
    }

    private static void json(
            Map<String, Supplier<Deed>> deeds,
            String route,
            String path,
            Map<String, String> body) {
        deeds.put("POST /api" + route, () -> Deed.json("POST /api" + route, "/api" + path, body));
    }

    private static void form(
            Map<String, Supplier<Deed>> deeds,
            String route,
            String path,
            Map<String, String> body) {
        deeds.put(
                "POST /console" + route,
                () -> Deed.form("POST /console" + route, "/console" + path, body));
    }

    /** A hold on somebody whom no deed is about. */
    private void place() {
        if (hold.isEmpty()) {
            hold =
                    supervisor()
                            .post(
                                    "/api" + HOLDS,
                                    Map.of(
                                            "kind",
                                            "PERSON",
                                            "number",
                                            PrivacySubjects.clerk(platform, Cast.PLACE),
                                            "reason",
                                            "试"))
                            .get("id")
                            .asString();
        }
    }

    /** Takes back what stands beside the story. */
    void clear() {
        if (!hold.isEmpty()) {
            supervisor().post("/api" + HOLDS + "/" + hold + "/lifting", REASON);
            hold = "";
        }
    }

    private Caller supervisor() {
        return platform.as("supervisor-" + Cast.PLACE);
    }
}

package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Giving posts at {@link Cast#PLACE} and taking them away. */
final class PostDeeds {

    private static final String HERE = "/parties";
    private static final String HOLDER = "cast-steward-140502";
    private static final Map<String, String> REASON = Map.of("reason", "试");

    private final Platform platform;
    private @Nullable String proposal;

    PostDeeds(Platform platform) {
        this.platform = platform;
    }

    /** By endpoint. */
    void addTo(Map<String, Supplier<Deed>> deeds) {
        change(deeds, "/proposals", "/proposals", this::wanted, () -> {});
        String decide = "/proposals/{id}/decision";
        Supplier<Map<String, String>> refused = () -> Map.of("outcome", "REFUSED", "reason", "试");
        deeds.put(
                "POST /api" + HERE + decide,
                () -> Deed.json("POST /api" + HERE + decide, "/api" + decision(), refused.get()));
        deeds.put(
                "POST /console" + HERE + decide,
                () ->
                        Deed.form(
                                "POST /console" + HERE + decide,
                                "/console" + decision(),
                                withPerson(refused.get())));
        String end = "/posts/{id}/end";
        post(deeds, end, () -> Map.of("lastDay", platform.today().toString(), "reason", "试"));
        post(deeds, "/posts/{id}/withdrawal", () -> REASON);
    }

    private void post(
            Map<String, Supplier<Deed>> deeds, String route, Supplier<Map<String, String>> body) {
        deeds.put(
                "POST /api" + HERE + route,
                () -> Deed.json("POST /api" + HERE + route, "/api" + onPost(route), body.get()));
        deeds.put(
                "POST /console" + HERE + route,
                () ->
                        Deed.form(
                                "POST /console" + HERE + route,
                                "/console" + onPost(route),
                                withPerson(body.get())));
    }

    private static void change(
            Map<String, Supplier<Deed>> deeds,
            String route,
            String path,
            Supplier<Map<String, String>> body,
            Runnable before) {
        deeds.put(
                "POST /api" + HERE + route,
                () ->
                        Deed.json("POST /api" + HERE + route, "/api" + HERE + path, body.get())
                                .after(before));
        deeds.put(
                "POST /console" + HERE + route,
                () ->
                        Deed.form(
                                        "POST /console" + HERE + route,
                                        "/console" + HERE + path,
                                        body.get())
                                .after(before));
    }

    private Map<String, String> wanted() {
        return Map.of(
                "login",
                HOLDER,
                "role",
                "INSPECTOR",
                "region",
                Cast.PLACE,
                "department",
                "HURD",
                "from",
                platform.today().toString(),
                "reason",
                "试");
    }

    /** Proposed by somebody outside the cast. */
    private String decision() {
        String known = proposal;
        if (known == null) {
            known = proposer().post("/api/parties/proposals", wanted()).get("id").asString();
            proposal = known;
        }
        return HERE + "/proposals/" + known + "/decision";
    }

    private String onPost(String route) {
        return HERE + route.replace("{id}", holder().get("posts").get(0).get("id").asString());
    }

    private Map<String, String> withPerson(Map<String, String> body) {
        Map<String, String> typed = new LinkedHashMap<>(body);
        typed.put("person", holder().get("id").asString());
        return typed;
    }

    private JsonNode holder() {
        return proposer().get("/api/parties/people?login=" + HOLDER).get("items").get(0);
    }

    /** Takes back what was proposed. */
    void clear() {
        if (proposal != null) {
            proposer()
                    .post(
                            "/api/parties/proposals/" + proposal + "/decision",
                            Map.of("outcome", "WITHDRAWN", "reason", "试"));
            proposal = null;
        }
    }

    private Caller proposer() {
        return platform.as("administrator-140500");
    }
}

package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Ending sessions: of the story's steward, of the caller, and of somebody at its place. */
final class SessionDeeds {

    private static final String OWNER = "steward-" + Cast.PLACE;
    private static final String SOMEBODY = "cast-steward-" + Cast.PLACE;

    private final Platform platform;
    private @Nullable String session;

    SessionDeeds(Platform platform) {
        this.platform = platform;
    }

    /** By endpoint. */
    void addTo(Map<String, Supplier<Deed>> deeds) {
        String own = "/signin/sessions/{id}/end";
        deeds.put("POST /api" + own, () -> Deed.json("POST /api" + own, "/api" + one(), null));
        deeds.put(
                "POST /console" + own,
                () -> Deed.form("POST /console" + own, "/console" + one(), Map.of()));
        String all = "/signin/sessions/end";
        deeds.put("POST /api" + all, () -> Deed.json("POST /api" + all, "/api" + all, null));
        deeds.put(
                "POST /console" + all,
                () -> Deed.form("POST /console" + all, "/console" + all, Map.of()));
        String others = "/signin/people/{person}/sessions";
        deeds.put("GET /api" + others, () -> Deed.get("GET /api" + others, "/api" + of(others)));
        String end = others + "/end";
        Map<String, String> reason = Map.of("reason", "试");
        deeds.put("POST /api" + end, () -> Deed.json("POST /api" + end, "/api" + of(end), reason));
        deeds.put(
                "POST /console" + end,
                () -> Deed.form("POST /console" + end, "/console" + of(end), reason));
    }

    /** A session of its own for this. */
    private String one() {
        String known = session;
        if (known == null) {
            Visitor.signIn(platform.address(), OWNER);
            known = platform.as(OWNER).get("/api/signin/sessions").get(0).get("id").asString();
            session = known;
        }
        return "/signin/sessions/" + known + "/end";
    }

    private String of(String route) {
        UUID person = Newcomers.id(platform, SOMEBODY);
        return route.replace("{person}", person.toString());
    }
}

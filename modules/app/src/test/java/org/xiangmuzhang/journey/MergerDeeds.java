package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.parties.Enterprise;

import java.util.Map;
import java.util.function.Supplier;

/** Merging enterprises at {@link Cast#PLACE} that nobody else needs. */
final class MergerDeeds {

    private static final String HERE = "/parties/mergers";

    private final Platform platform;
    private @Nullable Enterprise kept;
    private @Nullable Enterprise dissolved;
    private @Nullable String waiting;

    MergerDeeds(Platform platform) {
        this.platform = platform;
    }

    void addTo(Map<String, Supplier<Deed>> deeds) {
        deeds.put(
                "POST /api" + HERE,
                () ->
                        Deed.json(
                                "POST /api" + HERE,
                                "/api" + HERE,
                                Map.of(
                                        "kept", kept().id().toString(),
                                        "dissolved", dissolved().id().toString(),
                                        "reason", "试")));
        deeds.put(
                "POST /console" + HERE,
                () ->
                        Deed.form(
                                "POST /console" + HERE,
                                "/console" + HERE,
                                Map.of(
                                        "kept", kept().id().toString(),
                                        "code", dissolved().code().value(),
                                        "reason", "试")));
        String form = "GET /console" + HERE + "/new";
        deeds.put(form, () -> Deed.get(form, "/console" + HERE + "/new?kept=" + kept().id()));
        one(deeds, "/api", "/{id}");
        one(deeds, "/console", "/{merger}");
    }

    private void one(Map<String, Supplier<Deed>> deeds, String side, String pattern) {
        String read = "GET " + side + HERE + pattern;
        deeds.put(read, () -> Deed.get(read, side + HERE + "/" + waiting()));
        String decide = "POST " + side + HERE + pattern + "/decision";
        Map<String, String> said = Map.of("outcome", "REFUSED", "reason", "试");
        deeds.put(
                decide,
                () -> {
                    String path = side + HERE + "/" + waiting() + "/decision";
                    return side.equals("/api")
                            ? Deed.json(decide, path, said)
                            : Deed.form(decide, path, said);
                });
    }

    private Enterprise kept() {
        Enterprise known = kept;
        if (known == null) {
            known = NewEnterprises.add(platform, Cast.PLACE);
            kept = known;
        }
        return known;
    }

    private Enterprise dissolved() {
        Enterprise known = dissolved;
        if (known == null) {
            known = NewEnterprises.add(platform, Cast.PLACE);
            dissolved = known;
        }
        return known;
    }

    /** Of two others, proposed by somebody outside the cast. */
    private String waiting() {
        String known = waiting;
        if (known == null) {
            known = proposed(platform.as("administrator-140500"), platform, Cast.PLACE);
            waiting = known;
        }
        return known;
    }

    /** The id of a merger that waits. */
    static String proposed(Caller proposer, Platform platform, String region) {
        return proposer.post("/api" + HERE, wanted(platform, region)).get("id").asString();
    }

    static Map<String, Object> wanted(Platform platform, String region) {
        return Map.of(
                "kept", NewEnterprises.add(platform, region).id(),
                "dissolved", NewEnterprises.add(platform, region).id(),
                "reason", "试");
    }

    /** Takes back what was proposed. */
    void clear() {
        if (waiting != null) {
            platform.as("administrator-140500")
                    .post(
                            "/api" + HERE + "/" + waiting + "/decision",
                            Map.of("outcome", "WITHDRAWN", "reason", "试"));
            waiting = null;
        }
    }
}

package org.xiangmuzhang.journey;

import org.xiangmuzhang.journey.Turns.Turn;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Changes of a place's own list, each on an item or a file of its own. */
final class OwnItemTurns {

    private static final Map<String, Object> REJECTED =
            Map.of("outcome", "REJECTED", "reason", "试");

    private final OwnItemDeeds deeds;
    private final Caller first;
    private final Caller second;
    private final String here;

    OwnItemTurns(Platform platform, String region) {
        deeds = new OwnItemDeeds(platform, region);
        first = platform.as("catalog-editor-000000");
        second = platform.as("catalog-editor");
        here = "?region=" + region;
    }

    void addTo(Map<String, Supplier<Turn>> turns) {
        String draft = "POST /api/catalog/own-items/{code}/draft";
        turns.put(draft, () -> turn(first, code(), "", OwnItemDeeds.body()));
        turns.put(draft + "/removal", () -> turn(first, saved(), "/removal", Map.of()));
        turns.put(draft + "/review", () -> turn(first, saved(), "/review", deeds.wish()));
        turns.put(
                draft + "/review/decision",
                () -> {
                    String code = saved();
                    deeds.review(code);
                    return turn(second, code, "/review/decision", REJECTED);
                });
        String imports = "/api/catalog/own-item-imports";
        turns.put(
                "POST " + imports,
                () ->
                        new Turn(
                                first,
                                imports,
                                Map.of(
                                        "file",
                                        deeds.uploaded(),
                                        "region",
                                        here.substring(8),
                                        "dryRun",
                                        true,
                                        "whole",
                                        false)));
        turns.put(
                "POST " + imports + "/{id}/review",
                () -> new Turn(first, imports + "/" + deeds.begun() + "/review", deeds.wish()));
        turns.put(
                "POST " + imports + "/{id}/end",
                () -> new Turn(first, imports + "/" + deeds.begun() + "/end", Map.of()));
        turns.put(
                "POST " + imports + "/{id}/review/decision",
                () -> {
                    String id = deeds.begun();
                    first.post(imports + "/" + id + "/review", deeds.wish());
                    return new Turn(second, imports + "/" + id + "/review/decision", REJECTED);
                });
    }

    private Turn turn(Caller caller, String code, String act, Object body) {
        return new Turn(caller, "/api/catalog/own-items/" + code + "/draft" + act + here, body);
    }

    private String saved() {
        String code = code();
        deeds.save(code);
        return code;
    }

    private static String code() {
        return "TURN%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }
}

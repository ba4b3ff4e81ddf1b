package org.xiangmuzhang.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** Proposing whole tables of the template, and deciding on what another proposed. */
final class TableDeeds {

    static final String HERE = "/api/catalog/imports";
    static final String PROPOSAL = HERE + "/proposal";
    static final String ONE = HERE + "/departments?reason=x";

    private static final String PAGE = "/console/catalog/imports";

    private final Platform platform;

    TableDeeds(Platform platform) {
        this.platform = platform;
    }

    /** By endpoint; several files at once stand with the other uploads. */
    void addTo(Map<String, Supplier<Deed>> deeds) {
        String one = "POST " + HERE + "/{table}";
        deeds.put(one, () -> Deed.json(one, ONE, null).with(departments(), "text/csv"));
        String look = "GET " + PROPOSAL;
        deeds.put(look, () -> Deed.get(look, PROPOSAL).after(this::propose));
        String decide = "POST " + PROPOSAL + "/decision";
        deeds.put(
                decide,
                () -> Deed.json(decide, PROPOSAL + "/decision", rejection()).after(this::propose));
        String decided = "POST " + PAGE + "/proposal/decision";
        deeds.put(
                decided,
                () -> {
                    propose();
                    return Deed.form(
                                    decided,
                                    PAGE + "/proposal/decision",
                                    Map.of(
                                            "number",
                                            proposer().get(PROPOSAL).get("number").asString(),
                                            "outcome",
                                            "REJECTED",
                                            "reason",
                                            "试"))
                            .after(this::propose);
                });
        String typed = "POST " + PAGE;
        deeds.put(typed, () -> Deed.form(typed, PAGE, Map.of("reason", "试")));
    }

    static Map<String, Object> rejection() {
        return Map.of("outcome", "REJECTED", "reason", "试");
    }

    /** Lets somebody outside the cast propose, unless that has been done. */
    void propose() {
        platform.as("catalog-editor")
                .tryPost(
                        PROPOSAL + "/decision",
                        Map.of("outcome", "WITHDRAWN", "reason", "试"),
                        UUID.randomUUID().toString(),
                        "*");
        proposer()
                .trySend(
                        "POST",
                        ONE,
                        departments(),
                        Map.of(
                                "Content-Type",
                                "text/csv",
                                "Idempotency-Key",
                                UUID.randomUUID().toString()));
    }

    private Caller proposer() {
        return platform.as("catalog-editor-000000");
    }

    /** The table as it ships, with one department more. */
    static byte[] departments() {
        try (InputStream shipped =
                Objects.requireNonNull(
                        TableDeeds.class.getResourceAsStream(
                                "/org/xiangmuzhang/catalog/template/departments.csv"))) {
            return (new String(shipped.readAllBytes(), StandardCharsets.UTF_8)
                            + "TRIAL,试设部门,Department on trial,\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

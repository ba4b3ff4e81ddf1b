package org.xiangmuzhang.journey;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Deeds that no turn of the story tells: tables, uploads, parked events and signing in. */
final class OtherDeeds {

    /** A row of the table of project types. */
    static final String ROW = "PT-GOV-ROAD";

    private static final String PARKED = "/operations/parked-events";
    private static final String CONSUMER = "cast.nobody";
    private static final String BOUNDARY = "edge";

    private final Story story;
    private final Platform platform;
    private final SettingDeeds settings;
    private final PrivacyDeeds privacy;
    private final PostDeeds posts;
    private final LocalWayDeeds localWays;
    private final JdbcClient jdbc;

    OtherDeeds(Platform platform, Told told) {
        story = told.story();
        this.platform = platform;
        settings = new SettingDeeds(platform);
        privacy = new PrivacyDeeds(platform, told);
        posts = new PostDeeds(platform);
        localWays = new LocalWayDeeds(platform);
        jdbc = platform.bean(JdbcClient.class);
    }

    /** By endpoint. */
    Map<String, Supplier<Deed>> all() {
        Map<String, Supplier<Deed>> deeds = new LinkedHashMap<>();
        upload(deeds, "/api/files", "file", "甲.pdf", Story.PAPER);
        upload(deeds, "/api/catalog/imports", "departments", "departments.csv", departments());
        String table = "POST /api/catalog/imports/{table}";
        deeds.put(
                table,
                () ->
                        Deed.json(table, "/api/catalog/imports/departments", null)
                                .with(departments(), "text/csv"));
        parked(deeds);
        settings.addTo(deeds);
        privacy.addTo(deeds);
        posts.addTo(deeds);
        new SessionDeeds(platform).addTo(deeds);
        localWays.addTo(deeds);
        form(deeds, "/console/sign-out", Map.of());
        JsonNode steward = story.as("steward").get("/api/me");
        form(deeds, "/console/post", Map.of("post", steward.get("current").asString()));
        return deeds;
    }

    private void parked(Map<String, Supplier<Deed>> deeds) {
        String subject = story.project.toString();
        long position =
                jdbc.sql("select max(global_index) from eventlog.event").query(Long.class).single();
        String at = Long.toString(position);
        String retry = "POST /api" + PARKED + "/{consumer}/{subject}/retry";
        String retried = "/api%s/%s/%s/retry".formatted(PARKED, CONSUMER, subject);
        deeds.put(retry, () -> Deed.json(retry, retried, Map.of()).after(() -> park(position)));
        String passOver = "POST /api" + PARKED + "/{consumer}/{position}/pass-over";
        String passed = "/api%s/%s/%s/pass-over".formatted(PARKED, CONSUMER, at);
        Map<String, String> reason = Map.of("reason", "试");
        deeds.put(passOver, () -> Deed.json(passOver, passed, reason).after(() -> park(position)));
        form(
                deeds,
                "/console" + PARKED + "/retry",
                Map.of("consumer", CONSUMER, "subject", subject),
                () -> park(position));
        form(
                deeds,
                "/console" + PARKED + "/pass-over",
                Map.of("consumer", CONSUMER, "position", at, "reason", "试"),
                () -> park(position));
    }

    /** An event that waits for a consumer that there is not: no one can handle it. */
    private void park(long position) {
        jdbc.sql("delete from eventlog.passed_over where processor_name = ?")
                .param(CONSUMER)
                .update();
        jdbc.sql(
                        """
                        insert into eventlog.parked
                        select ?, global_index, cast(? as uuid), ?, now(), 'cast'
                          from eventlog.event where global_index = ?
                            on conflict do nothing
                        """)
                .params(CONSUMER, story.project.toString(), Cast.PLACE, position)
                .update();
    }

    /** Takes away what was made beside the story. */
    void clear() {
        settings.clear();
        privacy.clear();
        posts.clear();
        localWays.clear();
        for (String table : new String[] {"parked", "passed_over"}) {
            jdbc.sql("delete from eventlog.%s where processor_name = ?".formatted(table))
                    .param(CONSUMER)
                    .update();
        }
    }

    private static void form(
            Map<String, Supplier<Deed>> deeds, String path, Map<String, String> typed) {
        form(deeds, path, typed, () -> {});
    }

    private static void form(
            Map<String, Supplier<Deed>> deeds,
            String path,
            Map<String, String> typed,
            Runnable before) {
        deeds.put("POST " + path, () -> Deed.form("POST " + path, path, typed).after(before));
    }

    private static void upload(
            Map<String, Supplier<Deed>> deeds,
            String path,
            String field,
            String name,
            byte[] content) {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                        .formatted(BOUNDARY, field, name);
        byte[] before = head.getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(before, before.length + content.length + after.length);
        System.arraycopy(content, 0, whole, before.length, content.length);
        System.arraycopy(after, 0, whole, before.length + content.length, after.length);
        deeds.put(
                "POST " + path,
                () ->
                        Deed.json("POST " + path, path, null)
                                .with(whole, "multipart/form-data; boundary=" + BOUNDARY));
    }

    /** The table as it ships, so that taking it changes nothing. */
    private static byte[] departments() {
        try (InputStream shipped =
                Objects.requireNonNull(
                        OtherDeeds.class.getResourceAsStream(
                                "/org/xiangmuzhang/catalog/template/departments.csv"))) {
            return shipped.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

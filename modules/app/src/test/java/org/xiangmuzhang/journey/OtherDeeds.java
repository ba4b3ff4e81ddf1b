package org.xiangmuzhang.journey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.PushedDepartments;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Deeds that no turn of the story tells: tables, uploads, parked events and signing in. */
final class OtherDeeds {

    /** A row of the table of project types. */
    static final String ROW = "PT-GOV-ROAD";

    private static final String PARKED = "/operations/parked-events";

    /** Has nothing to do for the story's events. */
    private static final String CONSUMER = "supervision.settings";

    private static final String BOUNDARY = "edge";

    private final Story story;
    private final Platform platform;
    private final SettingDeeds settings;
    private final PrivacyDeeds privacy;
    private final PostDeeds posts;
    private final DepartmentDeeds departments;
    private final SessionDeeds sessions;
    private final LocalWayDeeds localWays;
    private final OwnItemDeeds ownItems;
    private final Told told;
    private final GuideDeeds guides;
    private final JdbcClient jdbc;

    OtherDeeds(Platform platform, Told told) {
        story = told.story();
        this.platform = platform;
        this.told = told;
        settings = new SettingDeeds(platform);
        privacy = new PrivacyDeeds(platform, told);
        posts = new PostDeeds(platform);
        departments = new DepartmentDeeds(platform);
        sessions = new SessionDeeds(platform);
        localWays = new LocalWayDeeds(platform);
        ownItems = told.ownItems();
        guides = new GuideDeeds(platform, Cast.PLACE);
        jdbc = platform.bean(JdbcClient.class);
    }

    /** By endpoint. */
    Map<String, Supplier<Deed>> all() {
        Map<String, Supplier<Deed>> deeds = new LinkedHashMap<>();
        upload(deeds, "/api/files", "", "file", "甲.pdf", Story.PAPER);
        upload(
                deeds,
                TableDeeds.HERE,
                "?reason=x",
                "departments",
                "departments.csv",
                TableDeeds.departments());
        new TableDeeds(platform).addTo(deeds);
        parked(deeds);
        settings.addTo(deeds);
        privacy.addTo(deeds);
        posts.addTo(deeds);
        departments.addTo(deeds);
        sessions.addTo(deeds);
        localWays.addTo(deeds);
        ownItems.addTo(deeds);
        new CalendarDeeds(platform).addTo(deeds);
        scim(deeds);
        guides.addTo(deeds);
        new DispatchDeeds(told).addTo(deeds);
        new TogetherDeeds(told).addTo(deeds);
        form(deeds, "/console/sign-out", Map.of());
        JsonNode steward = story.as("steward").get("/api/me");
        form(deeds, "/console/post", Map.of("post", steward.get("current").asString()));
        return deeds;
    }

    /** About the story's steward, who stays as he is. */
    private void scim(Map<String, Supplier<Deed>> deeds) {
        JsonNode steward = story.as("steward").get("/api/me").get("person");
        String all = "/scim/v2/Users";
        String login = "steward-" + Cast.PLACE;
        Map<String, Object> same =
                Map.of(
                        "userName",
                        login,
                        "displayName",
                        steward.get("name").asString(),
                        "active",
                        true);
        Map<String, Object> newcomer =
                Map.of("userName", "scim-of-nobody", "displayName", "试", "active", true);
        String filter = "?filter=userName+eq+%22" + login + "%22";
        deeds.put("GET " + all, () -> Deed.get("GET " + all, all + filter));
        deeds.put("POST " + all, () -> Deed.json("POST " + all, all, newcomer));
        String one = all + "/" + steward.get("id").asString();
        String route = all + "/{id}";
        deeds.put("GET " + route, () -> Deed.get("GET " + route, one));
        deeds.put("PUT " + route, () -> Deed.json("PUT " + route, one, same));
        Map<String, Object> stays =
                Map.of(
                        "Operations",
                        List.of(Map.of("op", "replace", "path", "active", "value", true)));
        deeds.put("PATCH " + route, () -> Deed.json("PATCH " + route, one, stays));
        deeds.put("DELETE " + route, () -> Deed.json("DELETE " + route, one, null));
        scimGroups(deeds);
    }

    /** Departments that an identity provider pushes, of two places that no other deed is about. */
    private void scimGroups(Map<String, Supplier<Deed>> deeds) {
        String all = "/scim/v2/Groups";
        String kept = "140522/NDRC";
        String id =
                Sight.ALL
                        .during(
                                () ->
                                        platform.bean(PushedDepartments.class)
                                                .open(
                                                        new Region("140522"),
                                                        List.of("NDRC"),
                                                        "阳城县发展和改革局"))
                        .id()
                        .toString();
        String one = all + "/" + id;
        String route = all + "/{id}";
        deeds.put(
                "GET " + all,
                () -> Deed.get("GET " + all, all + "?filter=externalId+eq+%22" + kept + "%22"));
        deeds.put(
                "POST " + all,
                () ->
                        Deed.json(
                                "POST " + all,
                                all,
                                Map.of("externalId", "140525/NDRC", "displayName", "试")));
        deeds.put("GET " + route, () -> Deed.get("GET " + route, one));
        deeds.put(
                "PUT " + route,
                () ->
                        Deed.json(
                                "PUT " + route,
                                one,
                                Map.of("externalId", kept, "displayName", "阳城县发展和改革局")));
        deeds.put(
                "PATCH " + route,
                () ->
                        Deed.json(
                                "PATCH " + route,
                                one,
                                Map.of(
                                        "Operations",
                                        List.of(Map.of("op", "add", "path", "members")))));
        deeds.put("DELETE " + route, () -> Deed.json("DELETE " + route, one, null));
    }

    /**
     * What is done with a parked event is kept with its reason, whatever becomes of the request.
     */
    static void forgetActs(Platform platform) {
        JdbcClient jdbc = platform.bean(JdbcClient.class);
        jdbc.sql(
                        "delete from parties.remark where id::text in"
                                + " (select reason from eventlog.parked_act)")
                .update();
        jdbc.sql("delete from eventlog.parked_act").update();
    }

    private void parked(Map<String, Supplier<Deed>> deeds) {
        String subject = story.project.toString();
        long position =
                jdbc.sql(
                                "select max(global_index) from eventlog.event"
                                        + " where payload_type not like 'settings.%'")
                        .query(Long.class)
                        .single();
        String at = Long.toString(position);
        String retry = "POST /api" + PARKED + "/{consumer}/{subject}/retry";
        String retried = "/api%s/%s/%s/retry".formatted(PARKED, CONSUMER, subject);
        Map<String, String> reason = Map.of("reason", "试");
        deeds.put(retry, () -> Deed.json(retry, retried, reason).after(() -> park(position)));
        String passOver = "POST /api" + PARKED + "/{consumer}/{position}/pass-over";
        String passed = "/api%s/%s/%s/pass-over".formatted(PARKED, CONSUMER, at);
        deeds.put(passOver, () -> Deed.json(passOver, passed, reason).after(() -> park(position)));
        form(
                deeds,
                "/console" + PARKED + "/retry",
                Map.of("consumer", CONSUMER, "subject", subject, "reason", "试"),
                () -> park(position));
        form(
                deeds,
                "/console" + PARKED + "/pass-over",
                Map.of("consumer", CONSUMER, "position", at, "reason", "试"),
                () -> park(position));
    }

    /** An event that waits for a consumer. */
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
        departments.clear();
        sessions.clear();
        localWays.clear();
        ownItems.clear();
        guides.clear();
        for (String table : new String[] {"parked", "passed_over", "parked_act"}) {
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
            String query,
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
                        Deed.json("POST " + path, path + query, null)
                                .with(whole, "multipart/form-data; boundary=" + BOUNDARY));
    }
}

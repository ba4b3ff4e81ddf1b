package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Giving posts at {@link Cast#PLACE} and taking them away. */
final class PostDeeds {

    private static final String HERE = "/parties";
    private static final String HOLDER = "cast-steward-140502";
    private static final Map<String, String> REASON = Map.of("reason", "试");

    private final Platform platform;
    private final MergerDeeds mergers;
    private @Nullable String proposal;
    private @Nullable String substitution;
    private @Nullable String agent;

    PostDeeds(Platform platform) {
        this.platform = platform;
        this.mergers = new MergerDeeds(platform);
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
        substitutes(deeds);
        enterprises(deeds);
        halls(deeds);
        mergers.addTo(deeds);
    }

    private static void halls(Map<String, Supplier<Deed>> deeds) {
        String here = HERE + "/halls";
        String at = "?region=" + Cast.PLACE;
        for (String side : new String[] {"/api", "/console"}) {
            String read = "GET " + side + here;
            deeds.put(read, () -> Deed.get(read, side + here + at));
        }
        String list = "hall,name,window,window_name\n140502-09,试厅,01,综合窗口\n";
        String brought = "POST /api" + here + "/imports";
        deeds.put(
                brought,
                () -> Deed.json(brought, "/api" + here + "/imports" + at, Map.of("list", list)));
        String typed = "POST /console" + here;
        deeds.put(
                typed,
                () ->
                        Deed.form(
                                typed,
                                "/console" + here,
                                Map.of("region", Cast.PLACE, "list", list)));
    }

    /** Of the story's enterprise: its name, and who acts for it. */
    private void enterprises(Map<String, Supplier<Deed>> deeds) {
        String name = "/enterprises/{id}/name";
        Map<String, String> right = Map.of("name", "晋城通途城市建设集团有限公司", "reason", "试");
        String one = HERE + "/enterprises/" + enterprise();
        deeds.put(
                "POST /api" + HERE + name,
                () -> Deed.json("POST /api" + HERE + name, "/api" + one + "/name", right));
        deeds.put(
                "POST /console" + HERE + name,
                () -> Deed.form("POST /console" + HERE + name, "/console" + one + "/name", right));
        String list = HERE + "/enterprises";
        for (String side : new String[] {"/api", "/console"}) {
            String register = "POST " + side + list;
            Map<String, String> known =
                    Map.of(
                            "socialCreditCode",
                            "91330282MA9DEMC325",
                            "name",
                            "枣庄锐恒智能制造有限公司",
                            "reason",
                            "试");
            deeds.put(
                    register,
                    () ->
                            side.equals("/api")
                                    ? Deed.json(register, side + list, known)
                                    : Deed.form(register, side + list, known));
        }
        Supplier<Map<String, String>> agent =
                () ->
                        Map.of(
                                "login",
                                "agent-of-nobody",
                                "name",
                                "代理人",
                                "from",
                                platform.today().toString(),
                                "reason",
                                "试");
        deeds.put(
                "POST /api" + HERE + "/agents",
                () ->
                        Deed.json(
                                "POST /api" + HERE + "/agents",
                                "/api" + HERE + "/agents",
                                agent.get()));
        String in = "POST /console" + HERE + "/enterprises/{enterprise}/agents";
        deeds.put(in, () -> Deed.form(in, "/console" + one + "/agents", agent.get()));
        String out = "/agents/{post}/withdrawal";
        deeds.put(
                "POST /api" + HERE + out,
                () ->
                        Deed.json(
                                "POST /api" + HERE + out,
                                "/api" + HERE + "/agents/" + agent() + "/withdrawal",
                                REASON));
        String left = "POST /console" + HERE + "/enterprises/{enterprise}" + out;
        deeds.put(
                left,
                () ->
                        Deed.form(
                                left,
                                "/console" + one + "/agents/" + agent() + "/withdrawal",
                                REASON));
        for (String side : new String[] {"/api", "/console"}) {
            String sheet = "GET " + side + HERE + "/enterprises/{id}";
            deeds.put(sheet, () -> Deed.get(sheet, side + one));
            String history =
                    "GET "
                            + side
                            + HERE
                            + (side.equals("/api")
                                    ? "/enterprises/{id}/history"
                                    : "/enterprises/{enterprise}/history");
            deeds.put(history, () -> Deed.get(history, side + one + "/history"));
        }
    }

    private String enterprise() {
        return platform.as("applicant-140502")
                .get("/api/parties/enterprises")
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }

    /** A second agent of the story's enterprise, let in once. */
    private String agent() {
        String known = agent;
        if (known == null) {
            known =
                    platform.as("applicant-140502")
                            .post(
                                    "/api/parties/agents",
                                    Map.of(
                                            "login",
                                            "agent-" + UUID.randomUUID(),
                                            "name",
                                            "第二代理人",
                                            "from",
                                            platform.today(),
                                            "reason",
                                            "试"))
                            .get("post")
                            .asString();
            agent = known;
        }
        return known;
    }

    /** Of the story's steward one is named, of the supervisor one is ended. */
    private void substitutes(Map<String, Supplier<Deed>> deeds) {
        String named = "POST /api" + HERE + "/substitutions";
        deeds.put(named, () -> Deed.json(named, "/api" + HERE + "/substitutions", substitute()));
        String typed = "POST /console" + HERE + "/substitutes";
        deeds.put(typed, () -> Deed.form(typed, "/console" + HERE + "/substitutes", substitute()));
        String ended = named + "/{id}/end";
        deeds.put(
                ended,
                () ->
                        Deed.json(
                                ended,
                                "/api" + HERE + "/substitutions/" + substituted() + "/end",
                                REASON));
        confirmation(deeds);
        String left = typed + "/{id}/end";
        deeds.put(
                left,
                () ->
                        Deed.form(
                                left,
                                "/console" + HERE + "/substitutes/" + substituted() + "/end",
                                REASON));
    }

    private void confirmation(Map<String, Supplier<Deed>> deeds) {
        String api = "POST /api" + HERE + "/substitutions/{id}/confirmation";
        deeds.put(
                api,
                () ->
                        Deed.json(
                                api,
                                "/api" + HERE + "/substitutions/" + substituted() + "/confirmation",
                                REASON));
        String page = "POST /console" + HERE + "/substitutes/{id}/confirmation";
        deeds.put(
                page,
                () ->
                        Deed.form(
                                page,
                                "/console"
                                        + HERE
                                        + "/substitutes/"
                                        + substituted()
                                        + "/confirmation",
                                REASON));
    }

    private Map<String, String> substitute() {
        return substitute("steward-140502", "clerk-140502");
    }

    private Map<String, String> substitute(String of, String by) {
        String today = platform.today().toString();
        return Map.of(
                "post",
                platform.as(of).get("/api/me").get("current").asString(),
                "login",
                by,
                "from",
                today,
                "to",
                today,
                "reason",
                "试");
    }

    private String substituted() {
        String known = substitution;
        if (known == null) {
            known =
                    proposer()
                            .post(
                                    "/api/parties/substitutions",
                                    substitute("supervisor-140502", "leader-140502"))
                            .get("id")
                            .asString();
            substitution = known;
        }
        return known;
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
        mergers.clear();
        if (proposal != null) {
            proposer()
                    .post(
                            "/api/parties/proposals/" + proposal + "/decision",
                            Map.of("outcome", "WITHDRAWN", "reason", "试"));
            proposal = null;
        }
        if (substitution != null) {
            proposer().post("/api/parties/substitutions/" + substitution + "/end", REASON);
            substitution = null;
        }
    }

    private Caller proposer() {
        return platform.as("administrator-140500");
    }
}

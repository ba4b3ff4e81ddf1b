package org.xiangmuzhang.journey;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Making guides for a place: drafts, what is proposed of them, and deciding on it. */
final class GuideDeeds {

    /** A guide that is drafted, and one that waits for a second editor. */
    static final String DRAFTED = "CAST-DRAFTED";

    static final String WAITING = "CAST-WAITING";

    private static final String API = "/api/catalog/guides/";
    private static final String ROUTE = "/api/catalog/guides/{code}";
    private static final String PAGES = "/console/catalog/guides/";
    private static final String PAGE = "/console/catalog/guides/{code}";

    private final Platform platform;
    private final String place;

    GuideDeeds(Platform platform, String place) {
        this.platform = platform;
        this.place = place;
    }

    /** A guide of one question that may be published. */
    static Map<String, Object> guide() {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("code", "WANTED");
        question.put("kind", "YES_NO");
        question.put("textZh", "要办吗？");
        question.put("textEn", "Wanted?");
        question.put("answers", List.of(answer("YES"), answer("NO")));
        question.put("next", "END");
        Map<String, Object> guide = new LinkedHashMap<>();
        guide.put("nameZh", "试编指引");
        guide.put("nameEn", "A guide on trial");
        guide.put("summaryZh", "一个问题");
        guide.put("summaryEn", "One question");
        guide.put("projectTypes", List.of());
        guide.put("always", List.of("PROJECT-CODE"));
        guide.put("questions", List.of(question));
        return guide;
    }

    private static Map<String, Object> answer(String code) {
        return Map.of("code", code, "textZh", "回答", "textEn", code, "gives", List.of());
    }

    /** By endpoint. */
    void addTo(Map<String, Supplier<Deed>> deeds) {
        String here = "?region=" + place;
        String save = "PUT " + ROUTE + "/draft";
        deeds.put(
                save,
                () ->
                        Deed.json(save, API + DRAFTED + "/draft" + here, guide())
                                .after(this::prepare));
        String propose = "POST " + ROUTE + "/proposals";
        deeds.put(
                propose,
                () ->
                        Deed.json(propose, API + DRAFTED + "/proposals" + here, proposal())
                                .after(this::prepare));
        String decide = "POST " + ROUTE + "/proposal/decision";
        deeds.put(
                decide,
                () ->
                        Deed.json(decide, API + WAITING + "/proposal/decision" + here, decision())
                                .after(this::prepare));
        form(
                deeds,
                "/head",
                DRAFTED,
                Map.of(
                        "nameZh",
                        "试编",
                        "nameEn",
                        "Trial",
                        "summaryZh",
                        "试",
                        "summaryEn",
                        "Trial",
                        "always",
                        "PROJECT-CODE"));
        form(
                deeds,
                "/questions",
                DRAFTED,
                Map.of(
                        "question",
                        "new",
                        "code",
                        "MORE",
                        "kind",
                        "YES_NO",
                        "textZh",
                        "还要吗？",
                        "textEn",
                        "More?",
                        "next",
                        "END"));
        form(deeds, "/moves", DRAFTED, Map.of("question", "WANTED", "move", "REMOVE"));
        form(deeds, "/proposals", DRAFTED, Map.of("from", today(), "reason", "试"));
        String decideByForm = "POST " + PAGE + "/proposal/decision";
        deeds.put(
                decideByForm,
                () -> {
                    prepare();
                    Map<String, String> typed = new LinkedHashMap<>(decision());
                    typed.put("region", place);
                    typed.put("number", work(WAITING).get("proposal").get("number").asString());
                    return Deed.form(decideByForm, PAGES + WAITING + "/proposal/decision", typed)
                            .after(this::prepare);
                });
    }

    private void form(
            Map<String, Supplier<Deed>> deeds,
            String act,
            String code,
            Map<String, String> fields) {
        String route = "POST " + PAGE + act;
        deeds.put(
                route,
                () -> {
                    prepare();
                    Map<String, String> typed = new LinkedHashMap<>(fields);
                    typed.put("region", place);
                    typed.put("version", work(code).get("version").asString());
                    return Deed.form(route, PAGES + code + act, typed).after(this::prepare);
                });
    }

    Map<String, Object> proposal() {
        return Map.of("from", today(), "reason", "试");
    }

    private String today() {
        return platform.today().toString();
    }

    static Map<String, String> decision() {
        return Map.of("outcome", "REJECTED", "reason", "试");
    }

    private JsonNode work(String code) {
        return editor().get(API + code + "/draft?region=" + place);
    }

    /** Lets somebody outside the cast draft and propose, unless that has been done. */
    void prepare() {
        prepare(DRAFTED);
        prepare(WAITING);
        String waiting = API + WAITING + "/proposals?region=" + place;
        if (work(WAITING).get("proposal").isNull()) {
            editor().post(waiting, proposal());
        }
    }

    /** Saves a draft, unless there is one or it waits already. */
    void prepare(String code) {
        Caller.Answer known = editor().tryGet(API + code + "/draft?region=" + place);
        if (known.status() == 404
                || known.body().get("version").asInt() == 0
                        && known.body().get("proposal").isNull()) {
            editor().tryPut(API + code + "/draft?region=" + place, guide(), "*");
        }
    }

    /** Takes back what was proposed, and throws the drafts away. */
    void clear() {
        editor().tryPost(
                        API + WAITING + "/proposal/decision?region=" + place,
                        Map.of("outcome", "WITHDRAWN", "reason", "试"));
        platform.bean(JdbcClient.class)
                .sql("delete from catalog.guide_draft where region = ?")
                .param(place)
                .update();
    }

    private Caller editor() {
        return platform.as("catalog-editor-000000");
    }
}

package org.xiangmuzhang.journey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.catalog.domain.own.ItemColumns;
import org.xiangmuzhang.catalog.port.in.ImportingItems;
import org.xiangmuzhang.timers.RecurringWork;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Drafting, importing and agreeing on items of the own list of {@link Cast#PLACE}. */
final class OwnItemDeeds {

    /** A published item, one that is drafted, and one in review. */
    static final String TOLD = "140502TOLD01";

    static final String DRAFTED = "140502DEED01";
    static final String IN_REVIEW = "140502DEED02";
    private static final String ITEMS = "/api/catalog/own-items/";
    private static final String IMPORTS = "/api/catalog/own-item-imports";
    private static final Map<String, Object> REJECTED =
            Map.of("outcome", "REJECTED", "reason", "试");

    private final Platform platform;
    private final String place;
    private final String here;
    private String ready = "";
    private String waiting = "";

    OwnItemDeeds(Platform platform) {
        this(platform, Cast.PLACE);
    }

    OwnItemDeeds(Platform platform, String place) {
        this.platform = platform;
        this.place = place;
        this.here = "?region=" + place;
    }

    /** By endpoint. */
    void addTo(Map<String, Supplier<Deed>> deeds) {
        String draft = "POST /api/catalog/own-items/{code}/draft";
        json(deeds, draft, () -> ITEMS + DRAFTED + "/draft" + here, body());
        json(deeds, draft + "/removal", () -> ITEMS + DRAFTED + "/draft/removal" + here, Map.of());
        json(deeds, draft + "/review", () -> ITEMS + DRAFTED + "/draft/review" + here, wish());
        json(
                deeds,
                draft + "/review/decision",
                () -> ITEMS + IN_REVIEW + "/draft/review/decision" + here,
                REJECTED);
        String begin = "POST " + IMPORTS;
        deeds.put(
                begin,
                () -> {
                    stand();
                    return Deed.json(
                                    begin,
                                    IMPORTS,
                                    Map.of("file", file(), "region", place, "dryRun", true))
                            .after(this::stand);
                });
        json(deeds, begin + "/{id}/review", () -> IMPORTS + "/" + ready + "/review", wish());
        json(deeds, begin + "/{id}/end", () -> IMPORTS + "/" + ready + "/end", Map.of());
        json(
                deeds,
                begin + "/{id}/review/decision",
                () -> IMPORTS + "/" + waiting + "/review/decision",
                REJECTED);
        pages(deeds);
    }

    private void pages(Map<String, Supplier<Deed>> deeds) {
        String page = "/console/catalog/own/";
        Map<String, String> typed = new LinkedHashMap<>(fields());
        typed.put("version", "1");
        form(deeds, page + "{code}/draft", () -> page + DRAFTED + "/draft", () -> typed);
        Map<String, String> seen = Map.of("version", "1");
        form(
                deeds,
                page + "{code}/draft/removal",
                () -> page + DRAFTED + "/draft/removal",
                () -> seen);
        form(
                deeds,
                page + "{code}/draft/review",
                () -> page + DRAFTED + "/draft/review",
                () -> Map.of("version", "1", "from", today(), "reason", "试"));
        form(
                deeds,
                page + "{code}/draft/review/decision",
                () -> page + IN_REVIEW + "/draft/review/decision",
                () ->
                        Map.of(
                                "number",
                                number(ITEMS + IN_REVIEW + here),
                                "outcome",
                                "REJECTED",
                                "reason",
                                "试"));
        String imports = "/console/catalog/own-imports";
        form(deeds, imports, () -> imports, () -> Map.of("kept-file", file(), "dryRun", "true"));
        form(
                deeds,
                imports + "/{id}/review",
                () -> imports + "/" + ready + "/review",
                () -> Map.of("from", today(), "reason", "试"));
        form(deeds, imports + "/{id}/end", () -> imports + "/" + ready + "/end", Map::of);
        form(
                deeds,
                imports + "/{id}/review/decision",
                () -> imports + "/" + waiting + "/review/decision",
                () ->
                        Map.of(
                                "number",
                                number(IMPORTS + "/" + waiting),
                                "outcome",
                                "REJECTED",
                                "reason",
                                "试"));
    }

    private void json(
            Map<String, Supplier<Deed>> deeds, String route, Supplier<String> path, Object body) {
        deeds.put(
                route,
                () -> {
                    stand();
                    return Deed.json(route, path.get(), body).after(this::stand);
                });
    }

    private void form(
            Map<String, Supplier<Deed>> deeds,
            String page,
            Supplier<String> path,
            Supplier<Map<String, String>> typed) {
        String route = "POST " + page;
        deeds.put(
                route,
                () -> {
                    stand();
                    Map<String, String> whole = new LinkedHashMap<>(typed.get());
                    whole.put("region", place);
                    return Deed.form(route, path.get(), whole).after(this::stand);
                });
    }

    /** An item to ask for, once; its version. */
    String told() {
        Caller second = platform.as("catalog-editor");
        if (second.tryGet(ITEMS + TOLD + "/holding" + here).status() != 200) {
            save(TOLD);
            review(TOLD);
            second.post(
                    ITEMS + TOLD + "/draft/review/decision" + here,
                    Map.of("outcome", "APPROVED", "reason", "同意"));
        }
        return second.get(ITEMS + TOLD + "/holding" + here).get("version").asString();
    }

    /** The import that stands ready. */
    String imported() {
        stand();
        return ready;
    }

    /** Lets somebody outside the cast draft, hand in and import, unless that has been done. */
    private synchronized void stand() {
        if (editor().get(ITEMS + DRAFTED + here).get("draft").isNull()) {
            save(DRAFTED);
        }
        if (editor().get(ITEMS + IN_REVIEW + here).get("review").isNull()) {
            if (editor().get(ITEMS + IN_REVIEW + here).get("draft").isNull()) {
                save(IN_REVIEW);
            }
            review(IN_REVIEW);
        }
        ready = isReady(ready) ? ready : begun();
        if (!isReady(waiting) || editor().get(IMPORTS + "/" + waiting).get("review").isNull()) {
            waiting = begun();
            editor().post(IMPORTS + "/" + waiting + "/review", wish());
        }
    }

    private boolean isReady(String id) {
        return !id.isEmpty()
                && editor().get(IMPORTS + "/" + id).get("state").asString().equals("READY");
    }

    /** A file of one item. */
    UUID uploaded() {
        String header = String.join(",", ItemColumns.header());
        String csv =
                header
                        + "\n140502DEED03,MAIN,,试,,CROSS_STAGE,PERMIT,《办法》,NR,,,5,WD,,no,no,no,书,,,,,,,,,,,,,\n";
        return editor().upload("清单.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    /** An import that is ready. */
    String begun() {
        String id =
                editor().post(IMPORTS, Map.of("file", uploaded(), "region", place))
                        .get("id")
                        .asString();
        platform.beans(RecurringWork.class)
                .filter(work -> work.name().equals(ImportingItems.WORK))
                .forEach(work -> work.run().run());
        Platform.await("the import is read", () -> isReady(id));
        return id;
    }

    /** The file of an import, which may be imported again. */
    private String file() {
        return platform.bean(JdbcClient.class)
                .sql("select file::text from catalog.item_import where id = cast(? as uuid)")
                .param(ready)
                .query(String.class)
                .single();
    }

    private String number(String path) {
        JsonNode review = editor().get(path).get("review");
        return review.get("number").asString();
    }

    void save(String code) {
        editor().tryPost(
                        ITEMS + code + "/draft" + here,
                        body(),
                        UUID.randomUUID().toString(),
                        "\"0\"");
    }

    void review(String code) {
        editor().post(ITEMS + code + "/draft/review" + here, wish());
    }

    /** Takes back what was drafted, handed in and imported. */
    void clear() {
        Map<String, String> back = Map.of("outcome", "WITHDRAWN", "reason", "试");
        editor().tryPost(ITEMS + IN_REVIEW + "/draft/review/decision" + here, back);
        List.of(DRAFTED, IN_REVIEW)
                .forEach(
                        code -> editor().tryPost(ITEMS + code + "/draft/removal" + here, Map.of()));
        if (!waiting.isEmpty()) {
            editor().tryPost(IMPORTS + "/" + waiting + "/review/decision", back);
            editor().tryPost(IMPORTS + "/" + waiting + "/end", Map.of());
        }
        if (!ready.isEmpty()) {
            editor().tryPost(IMPORTS + "/" + ready + "/end", Map.of());
        }
    }

    Map<String, Object> wish() {
        return Map.of("from", today(), "reason", "试");
    }

    static Map<String, Object> body() {
        return Map.of("fields", fields());
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("level", "MAIN");
        fields.put("name_zh", "试办事项");
        fields.put("stage", "CROSS_STAGE");
        fields.put("kind", "PERMIT");
        fields.put("basis", "《办法》");
        fields.put("department", "NR");
        fields.put("promised_days", "5");
        fields.put("promised_unit", "WD");
        fields.put("commitment", "no");
        fields.put("deficiency_tolerant", "no");
        fields.put("simulatable", "no");
        fields.put("result", "决定书");
        return fields;
    }

    private String today() {
        return platform.today().toString();
    }

    private Caller editor() {
        return platform.as("catalog-editor-000000");
    }
}

package org.xiangmuzhang.journey;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Opening, changing and deciding on departments at {@link Cast#PLACE}. */
final class DepartmentDeeds {

    private static final String HERE = "/parties/departments";
    private static final String KIND = "SEALCO";

    private final Platform platform;
    private @Nullable String proposed;

    DepartmentDeeds(Platform platform) {
        this.platform = platform;
    }

    /** By endpoint. */
    void addTo(Map<String, Supplier<Deed>> deeds) {
        String at = "?region=" + Cast.PLACE;
        for (String side : new String[] {"/api", "/console"}) {
            String list = "GET " + side + HERE;
            deeds.put(list, () -> Deed.get(list, side + HERE + at));
        }
        String api = "GET /api" + HERE + "/{id}";
        deeds.put(api, () -> Deed.get(api, "/api" + HERE + "/" + standing()));
        String page = "GET /console" + HERE + "/{department}";
        deeds.put(page, () -> Deed.get(page, "/console" + HERE + "/" + standing()));
        String change = "POST /api" + HERE + "/changes";
        deeds.put(change, () -> Deed.json(change, "/api" + HERE + "/changes", opened("AGENCY")));
        String opening = "POST /console" + HERE + "/openings";
        deeds.put(
                opening,
                () -> {
                    Map<String, String> form = texts(opened("AGENCY"));
                    form.remove("kind");
                    return Deed.form(opening, "/console" + HERE + "/openings", form);
                });
        String renaming = "POST /console" + HERE + "/{department}/changes";
        deeds.put(
                renaming,
                () -> {
                    Map<String, String> form = texts(opened(KIND));
                    form.put("kind", "CHANGED");
                    form.remove("region");
                    return Deed.form(
                            renaming, "/console" + HERE + "/" + standing() + "/changes", form);
                });
        decisions(deeds);
        imports(deeds, at);
    }

    private void decisions(Map<String, Supplier<Deed>> deeds) {
        Map<String, String> refused = Map.of("outcome", "REFUSED", "reason", "试");
        String api = "POST /api" + HERE + "/changes/{id}/decision";
        deeds.put(api, () -> Deed.json(api, "/api" + decision(), refused));
        String typed = "POST /console" + HERE + "/changes/{id}/decision";
        deeds.put(
                typed,
                () ->
                        Deed.form(
                                typed,
                                "/console" + decision(),
                                Map.of("outcome", "REFUSED", "reason", "试", "region", Cast.PLACE)));
    }

    private void imports(Map<String, Supplier<Deed>> deeds, String at) {
        Supplier<Map<String, String>> right =
                () ->
                        Map.of(
                                "list",
                                "kinds,name,name_en,contact,seat\nAGENCY,中介服务中心,,,\n",
                                "day",
                                platform.today().toString(),
                                "reason",
                                "试");
        String api = "POST /api" + HERE + "/imports";
        deeds.put(api, () -> Deed.json(api, "/api" + HERE + "/imports" + at, right.get()));
        String typed = "POST /console" + HERE + "/imports";
        deeds.put(
                typed,
                () -> {
                    Map<String, String> form = new LinkedHashMap<>(right.get());
                    form.put("region", Cast.PLACE);
                    return Deed.form(typed, "/console" + HERE + "/imports", form);
                });
    }

    /** A department that stands, opened once and for all. */
    private String standing() {
        for (JsonNode one :
                proposer().get("/api" + HERE + "?region=" + Cast.PLACE).valueStream().toList()) {
            if (one.get("kinds").get(0).asString().equals(KIND)) {
                return one.get("id").asString();
            }
        }
        JsonNode change = proposer().post("/api" + HERE + "/changes", opened(KIND));
        platform.as("security-administrator")
                .post(
                        "/api" + HERE + "/changes/" + change.get("id").asString() + "/decision",
                        Map.of("outcome", "CONFIRMED", "reason", "试"));
        return change.get("department").asString();
    }

    private String decision() {
        String known = proposed;
        if (known == null) {
            known =
                    proposer()
                            .post("/api" + HERE + "/changes", opened("AGENCY"))
                            .get("id")
                            .asString();
            proposed = known;
        }
        return HERE + "/changes/" + known + "/decision";
    }

    private Map<String, Object> opened(String kind) {
        return new HashMap<>(
                Map.of(
                        "kind",
                        "OPENED",
                        "region",
                        Cast.PLACE,
                        "day",
                        platform.today().toString(),
                        "kinds",
                        List.of(kind),
                        "name",
                        "印章服务中心",
                        "reason",
                        "试"));
    }

    private static Map<String, String> texts(Map<String, Object> body) {
        Map<String, String> form = new LinkedHashMap<>();
        body.forEach(
                (name, value) ->
                        form.put(
                                name,
                                value instanceof List<?> several
                                        ? several.getFirst().toString()
                                        : value.toString()));
        return form;
    }

    /** Takes back what was proposed. */
    void clear() {
        if (proposed != null) {
            proposer()
                    .post(
                            "/api" + HERE + "/changes/" + proposed + "/decision",
                            Map.of("outcome", "WITHDRAWN", "reason", "试"));
            proposed = null;
        }
    }

    private Caller proposer() {
        return platform.as("administrator-140500");
    }
}

package org.xiangmuzhang.journey;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Proposing what {@link Cast#PLACE} does in its own way, and deciding on what another proposed. */
final class LocalWayDeeds {

    /** A row and an item on which a proposal waits. */
    static final String WAITING_ROW = "PT-IND-MOCK";

    static final String WAITING_ITEM = "EIA-TABLE";

    private static final String ITEM = "SITE-PREEXAM";
    private static final String HERE = "?region=" + Cast.PLACE;
    private static final String ITEM_WAY = "/api/catalog/items/%s/override";
    private static final String ROW_WAY = "/api/catalog/tables/project_types/override";
    private static final String ROW = HERE + "&key=";
    private static final String PAGE = "/console/catalog/tables/project_types/row";

    private final Platform platform;

    LocalWayDeeds(Platform platform) {
        this.platform = platform;
    }

    /** By endpoint. */
    void addTo(Map<String, Supplier<Deed>> deeds) {
        String items = "/api/catalog/items/{code}/override";
        propose(deeds, items, ITEM_WAY.formatted(ITEM), HERE, item());
        decide(deeds, items, ITEM_WAY.formatted(WAITING_ITEM), HERE);
        String rows = "/api/catalog/tables/{table}/override";
        propose(deeds, rows, ROW_WAY, ROW + OtherDeeds.ROW, row());
        decide(deeds, rows, ROW_WAY, ROW + WAITING_ROW);
        String propose = "POST /console/catalog/tables/{table}/row/proposals";
        deeds.put(
                propose,
                () ->
                        Deed.form(
                                propose,
                                PAGE + "/proposals",
                                Map.of(
                                        "region",
                                        Cast.PLACE,
                                        "key",
                                        OtherDeeds.ROW,
                                        "total_target_days",
                                        "71",
                                        "from",
                                        today(),
                                        "reason",
                                        "试")));
        String packages = "POST /console/catalog/packages/edit/proposals";
        deeds.put(
                packages,
                () ->
                        Deed.form(
                                packages,
                                "/console/catalog/packages/edit/proposals",
                                Map.of(
                                        "region",
                                        Cast.PLACE,
                                        "code",
                                        "PKG-SNACK",
                                        "promised_days",
                                        "4",
                                        "from",
                                        today(),
                                        "reason",
                                        "试")));
        String decide = "POST /console/catalog/tables/{table}/row/proposal/decision";
        deeds.put(
                decide,
                () -> {
                    propose();
                    return Deed.form(
                                    decide,
                                    PAGE + "/proposal/decision",
                                    Map.of(
                                            "region",
                                            Cast.PLACE,
                                            "key",
                                            WAITING_ROW,
                                            "number",
                                            number(),
                                            "outcome",
                                            "REJECTED",
                                            "reason",
                                            "试"))
                            .after(this::propose);
                });
    }

    private void propose(
            Map<String, Supplier<Deed>> deeds,
            String route,
            String path,
            String query,
            Map<String, Object> values) {
        String propose = "POST " + route + "/proposals";
        deeds.put(propose, () -> Deed.json(propose, path + "/proposals" + query, proposal(values)));
    }

    private void decide(
            Map<String, Supplier<Deed>> deeds, String route, String path, String query) {
        String decide = "POST " + route + "/proposal/decision";
        deeds.put(
                decide,
                () ->
                        Deed.json(
                                        decide,
                                        path + "/proposal/decision" + query,
                                        Map.of("outcome", "REJECTED", "reason", "试"))
                                .after(this::propose));
    }

    private static Map<String, Object> item() {
        return Map.of("values", Map.of("promised", Map.of("days", 5, "unit", "WORKING_DAYS")));
    }

    private static Map<String, Object> row() {
        return Map.of("fields", Map.of("total_target_days", "71"));
    }

    private Map<String, Object> proposal(Map<String, Object> values) {
        Map<String, Object> proposal = new LinkedHashMap<>(values);
        proposal.put("from", today());
        proposal.put("reason", "试");
        return proposal;
    }

    private String today() {
        return platform.today().toString();
    }

    private String number() {
        return waiting(ROW_WAY, ROW + WAITING_ROW).get("number").asString();
    }

    private JsonNode waiting(String way, String query) {
        return proposer().get(way + "/proposal" + query).get("proposal");
    }

    /** Lets somebody outside the cast propose, unless that has been done. */
    void propose() {
        String item = ITEM_WAY.formatted(WAITING_ITEM);
        if (waiting(item, HERE).isNull()) {
            proposer().post(item + "/proposals" + HERE, proposal(item()));
        }
        if (waiting(ROW_WAY, ROW + WAITING_ROW).isNull()) {
            proposer().post(ROW_WAY + "/proposals" + ROW + WAITING_ROW, proposal(row()));
        }
    }

    /** Takes back what was proposed. */
    void clear() {
        Map<String, String> back = Map.of("outcome", "WITHDRAWN", "reason", "试");
        proposer().tryPost(ITEM_WAY.formatted(WAITING_ITEM) + "/proposal/decision" + HERE, back);
        proposer().tryPost(ROW_WAY + "/proposal/decision" + ROW + WAITING_ROW, back);
    }

    private Caller proposer() {
        return platform.as("catalog-editor-000000");
    }
}

package org.xiangmuzhang.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Proposing what {@link Cast#PLACE} does in its own way, and deciding on what another proposed. */
final class LocalWayDeeds {

    private static final String ITEM = "SITE-PREEXAM";
    private static final String HERE = "?region=" + Cast.PLACE;
    private static final String ITEM_WAY = "/api/catalog/items/" + ITEM + "/override";
    private static final String ROW_WAY = "/api/catalog/tables/project_types/override";
    private static final String ROW = HERE + "&key=" + OtherDeeds.ROW;
    private static final String PAGE = "/console/catalog/tables/project_types/row";

    private final Platform platform;

    LocalWayDeeds(Platform platform) {
        this.platform = platform;
    }

    /** By endpoint. */
    void addTo(Map<String, Supplier<Deed>> deeds) {
        way(deeds, "/api/catalog/items/{code}/override", ITEM_WAY, HERE, item());
        way(deeds, "/api/catalog/tables/{table}/override", ROW_WAY, ROW, row());
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
                                                "试"))
                                .after(this::clear));
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
                                            OtherDeeds.ROW,
                                            "number",
                                            number(),
                                            "outcome",
                                            "REJECTED",
                                            "reason",
                                            "试"))
                            .after(this::propose);
                });
    }

    private void way(
            Map<String, Supplier<Deed>> deeds,
            String route,
            String path,
            String query,
            Map<String, Object> values) {
        String propose = "POST " + route + "/proposals";
        deeds.put(
                propose,
                () ->
                        Deed.json(propose, path + "/proposals" + query, proposal(values))
                                .after(this::clear));
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
        return proposer().get(ROW_WAY + "/proposal" + ROW).get("proposal").get("number").asString();
    }

    /** Lets somebody outside the cast propose, unless that has been done. */
    void propose() {
        if (proposer().get(ITEM_WAY + "/proposal" + HERE).get("proposal").isNull()) {
            proposer().post(ITEM_WAY + "/proposals" + HERE, proposal(item()));
        }
        if (proposer().get(ROW_WAY + "/proposal" + ROW).get("proposal").isNull()) {
            proposer().post(ROW_WAY + "/proposals" + ROW, proposal(row()));
        }
    }

    /** Takes back what was proposed. */
    void clear() {
        Map<String, String> back = Map.of("outcome", "WITHDRAWN", "reason", "试");
        proposer().tryPost(ITEM_WAY + "/proposal/decision" + HERE, back);
        proposer().tryPost(ROW_WAY + "/proposal/decision" + ROW, back);
    }

    private Caller proposer() {
        return platform.as("catalog-editor-000000");
    }
}

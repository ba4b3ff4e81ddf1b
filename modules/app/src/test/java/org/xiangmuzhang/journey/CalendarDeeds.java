package org.xiangmuzhang.journey;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Proposing a year of the working calendar, and deciding on what another proposed. */
final class CalendarDeeds {

    /** A year that is proposed by whoever may, and one on which a proposal waits. */
    private static final int FREE = 2028;

    static final int WAITING = 2027;

    private static final String ROUTE = "/api/catalog/calendar/{year}";
    private static final String PAGE = "/console/catalog/calendar/{year}";

    private static final AtomicInteger PROPOSED = new AtomicInteger();

    private final Platform platform;

    CalendarDeeds(Platform platform) {
        this.platform = platform;
    }

    static String year(int year) {
        return "/api/catalog/calendar/" + year;
    }

    /** Never the same twice, so that it differs from what others had approved for the year. */
    static Map<String, Object> proposal(int year) {
        return Map.of(
                "arrangement",
                Map.of(
                        "official",
                        true,
                        "notice",
                        "放假通知",
                        "days",
                        List.of(
                                Map.of(
                                        "date",
                                        year + "-01-01",
                                        "kind",
                                        "HOLIDAY",
                                        "festivalZh",
                                        "元旦",
                                        "festivalEn",
                                        "New Year " + PROPOSED.incrementAndGet()))),
                "reason",
                "试");
    }

    /** By endpoint. */
    void addTo(Map<String, Supplier<Deed>> deeds) {
        String propose = "POST " + ROUTE + "/proposals";
        deeds.put(propose, () -> Deed.json(propose, year(FREE) + "/proposals", proposal(FREE)));
        String decide = "POST " + ROUTE + "/proposal/decision";
        deeds.put(
                decide,
                () ->
                        Deed.json(
                                        decide,
                                        year(WAITING) + "/proposal/decision",
                                        Map.of("outcome", "REJECTED", "reason", "试"))
                                .after(this::propose));
        String typed = "POST " + PAGE + "/proposals";
        deeds.put(
                typed,
                () ->
                        Deed.form(
                                typed,
                                PAGE.replace("{year}", "2029") + "/proposals",
                                Map.of(
                                        "official",
                                        "true",
                                        "notice",
                                        "放假通知",
                                        "days",
                                        "2029-01-01,HOLIDAY,元旦,New Year",
                                        "reason",
                                        "试")));
        String decided = "POST " + PAGE + "/proposal/decision";
        deeds.put(
                decided,
                () -> {
                    propose();
                    return Deed.form(
                                    decided,
                                    PAGE.replace("{year}", Integer.toString(WAITING))
                                            + "/proposal/decision",
                                    Map.of(
                                            "number",
                                            proposer()
                                                    .get(year(WAITING) + "/proposal")
                                                    .get("number")
                                                    .asString(),
                                            "outcome",
                                            "REJECTED",
                                            "reason",
                                            "试"))
                            .after(this::propose);
                });
    }

    /** Lets somebody outside the cast propose, unless that has been done. */
    void propose() {
        platform.as("catalog-editor")
                .tryPost(
                        year(WAITING) + "/proposal/decision",
                        Map.of("outcome", "WITHDRAWN", "reason", "试"));
        proposer().tryPost(year(WAITING) + "/proposals", proposal(WAITING));
    }

    private Caller proposer() {
        return platform.as("catalog-editor-000000");
    }
}

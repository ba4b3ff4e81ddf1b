package org.xiangmuzhang.journey;


import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.journey.WrongInputs.WrongInput;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

class BadInputJourneyTests {

    private final Platform platform = Platform.shared();
    private final Turns turns = new Turns(platform, "140500");
    private final TableSums tables = new TableSums(platform.bean(JdbcClient.class));
    private final JsonNode document = platform.as("auditor").get("/api/openapi.json");

    @Test
    void probe() {
        Map<String, List<String>> found = new TreeMap<>();
        for (String path : document.get("paths").propertyNames()) {
            for (String method : document.get("paths").get(path).propertyNames()) {
                String operation = method.toUpperCase() + " " + path;
                if (!method.equals("get") && turns.knows(operation)) {
                    long start = System.nanoTime();
                    int n = 0;
                    Turns.Turn turn;
                    try {
                        turn = turns.next(operation);
                    } catch (AssertionError e) {
                        System.out.println("TURN " + operation + " " + e.getMessage());
                        continue;
                    }
                    platform.settle();
                    Map<String, String> before = tables.now();
                    for (WrongInput wrong :
                            WrongInputs.of(
                                    turn.body(),
                                    document.get("paths")
                                            .get(path)
                                            .get(method)
                                            .toString()
                                            .contains("If-Match"))) {
                        n++;
                        Caller.Answer zh = send(turn, method, wrong, "zh-CN");
                        if (zh.status() < 400) {
                            System.out.println(
                                    "HEARD " + zh.status() + " " + operation + " :: " + wrong);
                            platform.settle();
                            turn = turns.next(operation);
                            platform.settle();
                            before = tables.now();
                            continue;
                        }
                        Caller.Answer en = send(turn, method, wrong, "en");
                        String p = problem(zh, en, wrong);
                        if (!p.isEmpty()) {
                            System.out.println("BAD " + operation + " :: " + wrong + " :: " + p);
                        }
                    }
                    platform.settle();
                    if (!tables.now().equals(before)) System.out.println("CHANGED " + operation);
                    Caller.Answer right =
                            turn.caller()
                                    .trySend(
                                            method.toUpperCase(),
                                            turn.path(),
                                            WrongInputs.right(turn.body()),
                                            headers(Map.of(), "en"));
                    System.out.println(
                            "DONE "
                                    + operation
                                    + " "
                                    + n
                                    + " in "
                                    + (System.nanoTime() - start) / 1000000
                                    + " ms; right: "
                                    + right.status()
                                    + " "
                                    + (right.status() >= 400 ? right.body() : ""));
                    platform.settle();
                } else if (!method.equals("get")) System.out.println("UNKNOWN " + operation);
            }
        }
    }

    private String problem(Caller.Answer zh, Caller.Answer en, WrongInput wrong) {
        List<String> faults = new ArrayList<>();
        if (zh.status() >= 500) faults.add("STATUS " + zh.status());
        if (zh.status() != en.status()) faults.add("statuses differ " + en.status());
        if (!zh.headers().getOrDefault("Content-Type", "").startsWith("application/problem+json"))
            faults.add("type " + zh.headers().get("Content-Type"));
        String detail = zh.body().path("detail").asString("");
        String detailEn = en.body().path("detail").asString("");
        if (detail.isBlank()
                || detail.equals(detailEn)
                || (detail + detailEn).matches("(?s).*(\\{\\d|problem\\.).*"))
            faults.add("DETAIL " + detail + " | " + detailEn);
        if (!detail.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN))
            faults.add("no chinese " + detail);
        if (wrong.pointer() != null) {
            boolean named =
                    zh.body()
                            .path("pointers")
                            .valueStream()
                            .map(JsonNode::asString)
                            .anyMatch(
                                    q ->
                                            q.startsWith(wrong.pointer())
                                                    || wrong.pointer().startsWith(q + "/"));
            if (!named)
                faults.add(
                        "POINTERS "
                                + zh.status()
                                + " "
                                + zh.rule()
                                + " "
                                + zh.body().path("pointers"));
        }
        return String.join("; ", faults);
    }

    private static Caller.Answer send(
            Turns.Turn turn, String method, WrongInput wrong, String language) {
        return turn.caller()
                .trySend(
                        method.toUpperCase(),
                        turn.path(),
                        wrong.body(),
                        headers(wrong.headers(), language));
    }

    private static Map<String, String> headers(Map<String, String> wrong, String language) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        headers.put("If-Match", "*");
        headers.put("Accept-Language", language);
        headers.putAll(wrong);
        return headers;
    }
}

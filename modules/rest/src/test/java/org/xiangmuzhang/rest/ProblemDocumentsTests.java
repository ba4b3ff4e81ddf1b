package org.xiangmuzhang.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProblemDocumentsTests {

    @LocalServerPort private int port;
    private Caller caller = new Caller(0);

    @BeforeEach
    void connect() {
        caller = new Caller(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"name":"n","colour":"red"}                  | 422 | unknown-field         | /colour
                    {"name":"n","parts":[{"number":1,"day":"2026-01-01","x":1}]} | 422 | unknown-field | /parts/0/x
                    {"name":"n","a/b~c":1}                       | 422 | unknown-field         | /a~1b~0c
                    {"name":5}                                   | 422 | wrong-type            | /name
                    {"name":["n"]}                               | 422 | wrong-type            | /name
                    {"name":"n","flag":"yes"}                    | 422 | wrong-type            | /flag
                    {"name":"n","parts":[{"number":"1","day":"2026-01-01"}]} | 422 | wrong-type   | /parts/0/number
                    {"name":"n","parts":[{"number":1.5,"day":"2026-01-01"}]} | 422 | wrong-type   | /parts/0/number
                    {"name":"n","parts":[{"number":99999999999,"day":"2026-01-01"}]} | 422 | wrong-type | /parts/0/number
                    {"name":"n","parts":[{"number":1,"day":"2026-02-30"}]} | 422 | wrong-type     | /parts/0/day
                    {"name":"n","parts":[{"number":1,"day":""}]} | 422 | wrong-type            | /parts/0/day
                    {"name":"n","parts":{}}                      | 422 | wrong-type            | /parts
                    {"name":"n","role":"KING"}                   | 422 | wrong-type            | /role
                    {"name":"n","role":3}                        | 422 | wrong-type            | /role
                    {"name":"n","region":"1405"}                 | 422 | region-code           | /region
                    {"name":"n","region":140500}                 | 422 | wrong-type            | /region
                    {}                                           | 422 | field-missing         | /name
                    {"name":null}                                | 422 | field-missing         | /name
                    {"name":"n","parts":[{"number":1}]}          | 422 | field-missing         | /parts/0/day
                    {"name":"n","parts":[{"day":"2026-01-01"}]}  | 422 | field-missing         | /parts/0/number
                    {"name":"n","parts":[null]}                  | 422 | field-missing         | /parts/0
                    {"name":"a\\u0000b"}                         | 422 | character-not-allowed | /name
                    {"name":"a\\ud800b"}                         | 422 | character-not-allowed | /name
                    {"name":"n","parts":[{"number":1,"day":"1949-09-30"}]} | 422 | date-out-of-range   | /parts/0/day
                    {"name":"n","parts":[{"number":1,"day":"+5000000-01-01"}]} | 422 | date-out-of-range | /parts/0/day
                    {"name":"n","parts":[{"number":1,"day":[]}]} | 422 | wrong-type            | /parts/0/day
                    {"name":"n","parts":[{"number":1,"day":[2026,1,1]}]} | 422 | wrong-type      | /parts/0/day
                    {"name":"n","amount":1e5000}                 | 422 | number-out-of-range   | /amount
                    {"name":"n","amount":-1e999999999}           | 422 | number-out-of-range   | /amount
                    {"name":"n","amount":1e-5000}                | 422 | number-out-of-range   | /amount
                    []                                           | 422 | wrong-type            | ``
                    {"name":"n"                                  | 400 | body-unreadable       |
                    {"name":"n","name":"m"}                      | 400 | body-unreadable       |
                    {"name":"n"} x                               | 400 | body-unreadable       |
                    nonsense                                     | 400 | body-unreadable       |
                    ``                                           | 400 | body-missing          |
                    """)
    void badBodyIsRefusedWithRuleAndPointer(
            String body, int status, String rule, @Nullable String pointer) {
        HttpResponse<String> answer = caller.post("/api/things", body);

        JsonNode problem = problem(answer, status, rule);
        assertThat(problem.path("pointers").valueStream().map(JsonNode::asString))
                .isEqualTo(pointer == null ? List.of() : List.of(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing, 404, route-unknown",
        "GET, /api, 404, route-unknown",
        "GET, /api/things/not-an-id, 404, route-unknown",
        "DELETE, /api/things, 405, method-not-allowed",
        "GET, /api/things?limit=0, 422, limit-bounds",
        "GET, /api/things?limit=201, 422, limit-bounds",
        "GET, /api/things?limit=many, 422, wrong-type",
        "GET, /api/things?after=abc, 422, cursor-unreadable",
        "GET, /api/things/in, 422, parameter-missing",
        "GET, /api/things/in?region=x, 422, region-code",
        "GET, /api/things/on?day=2100-01-01, 422, date-out-of-range",
        "GET, /api/things/on?day=-9999-01-01, 422, date-out-of-range",
        "GET, /api/things/on?day=1.5.2026, 422, wrong-type",
        "GET, /api/things/on?amount=1e5000, 422, number-out-of-range",
        "GET, /api/things/on?amount=many, 422, wrong-type",
        "GET, /api/things/on?other%00=1, 422, character-not-allowed",
    })
    void badRequestLineIsRefused(String method, String path, int status, String rule) {
        problem(caller.call(method, path, BodyPublishers.noBody()), status, rule);
    }

    @Test
    void namesTheMethodsThatAreAllowed() {
        var answer = caller.call("DELETE", "/api/things", BodyPublishers.noBody());

        assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
    }

    @Test
    void refusesOtherContentTypes() {
        var answer =
                caller.call(
                        "POST",
                        "/api/things",
                        BodyPublishers.ofString("name=n"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "Content-Type",
                        "application/x-www-form-urlencoded");

        problem(answer, 415, "media-type-unsupported");
    }

    @Test
    void refusesFormatsThatItDoesNotSpeak() {
        problem(caller.get("/api/things", "Accept", "application/xml"), 406, "not-acceptable");
    }

    @Test
    void refusesBodyOfMoreThanOneMebibyte() {
        String fits = "{\"name\":\"" + "n".repeat(1024 * 1024 - 20) + "\"}";
        String large = "{\"name\":\"" + "n".repeat(1024 * 1024) + "\"}";

        assertThat(caller.post("/api/things", fits).statusCode()).isEqualTo(201);
        problem(caller.post("/api/things", large), 413, "body-too-large");
        InputStream endless = new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8));
        var chunked =
                caller.call(
                        "PUT",
                        "/api/things/" + UUID.randomUUID(),
                        BodyPublishers.ofInputStream(() -> endless),
                        "Content-Type",
                        "application/json");
        problem(chunked, 413, "body-too-large");
    }

    @Test
    void refusesUploadWithoutItsPart() {
        var answer =
                multipart(
                        "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--b--\r\n");

        assertThat(problem(answer, 422, "part-missing").path("pointers").get(0).asString())
                .isEqualTo("/file");
    }

    @Test
    void refusesUploadThatWasCutOff() {
        String cutOff =
                "--b\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; "
                        + "filename=\"f.txt\"\r\n\r\n"
                        + "abc";

        problem(multipart(cutOff), 400, "multipart-unreadable");
    }

    @Test
    void refusesUploadOverTheLimit() {
        String large =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.txt\"\r\n\r\n"
                        + "x".repeat(3 * 1024 * 1024)
                        + "\r\n--b--\r\n";

        problem(multipart(large), 413, "upload-too-large");
    }

    @Test
    void changeNeedsTheVersionItWasDecidedOn() {
        String path = "/api/things/" + UUID.randomUUID();
        BodyCall put =
                headers ->
                        caller.call(
                                "PUT", path, BodyPublishers.ofString("{\"name\":\"n\"}"), headers);

        String[] type = {"Content-Type", "application/json"};
        problem(put.with(type), 428, "if-match-missing");
        var stale = put.with("Content-Type", "application/json", "If-Match", "\"1233\"");
        assertThat(problem(stale, 412, "version-stale").path("detail").asString())
                .contains("\"1234\"");
        var weak = put.with("Content-Type", "application/json", "If-Match", "W/\"1234\"");
        problem(weak, 412, "version-stale");
        var right = put.with("Content-Type", "application/json", "If-Match", "\"1\", \"1234\"");
        assertThat(right.statusCode()).isEqualTo(204);
        assertThat(right.headers().firstValue("ETag")).contains("\"1235\"");
    }

    @Test
    void speaksChineseUnlessEnglishIsAskedFor() {
        assertThat(detail()).startsWith("没有这个资源");
        assertThat(detail("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")).startsWith("没有这个资源");
        assertThat(detail("Accept-Language", "fr")).startsWith("没有这个资源");
        assertThat(detail("Accept-Language", "!!")).startsWith("没有这个资源");
        assertThat(detail("Accept-Language", "en-GB,zh;q=0.5")).startsWith("There is no such");
        var english = caller.get("/api/nothing", "Accept-Language", "en");
        assertThat(Caller.json(english).path("title").asString()).isEqualTo("Not found");
        assertThat(english.headers().firstValue("Content-Language")).contains("en");
    }

    @Test
    void valueThatTheDatabaseCannotKeepIsTheCallersFault() {
        var answer = caller.post("/api/things/raw?name=99999999999", "");

        problem(answer, 422, "value-not-storable");
    }

    @Test
    void unreadablePercentEncodingIsABadRequest() throws IOException {
        assertThat(raw("GET /api/things?limit=%zz HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .contains("request-unreadable");
    }

    @Test
    void brokenRequestLineGetsAPlainProblem() throws IOException {
        assertThat(raw("GET /api/things?<> HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("request-unreadable")
                .doesNotContain("Tomcat")
                .doesNotContain("<html");
    }

    @Test
    void everyAnswerCarriesTheCallersRequestIdOrAFreshOne() {
        String mine = UUID.randomUUID().toString();

        assertThat(
                        caller.get("/api/nothing", "X-Request-Id", mine)
                                .headers()
                                .firstValue("X-Request-Id"))
                .contains(mine);
        assertThat(
                        caller.get("/api/things", "X-Request-Id", "a\tb")
                                .headers()
                                .firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(UUID.fromString(id)).isNotNull());
    }

    @Test
    void pagesThroughEverythingOnce() {
        for (int i = 0; i < 5; i++) {
            caller.post("/api/things", "{\"name\":\"page " + i + "\"}");
        }
        JsonNode page = Caller.json(caller.get("/api/things?limit=2"));
        int seen = 0;
        String last = "";
        while (true) {
            for (JsonNode item : page.path("items")) {
                assertThat(item.path("id").asString()).isGreaterThan(last);
                last = item.path("id").asString();
                seen++;
            }
            if (page.path("next").isNull()) {
                break;
            }
            page =
                    Caller.json(
                            caller.get(
                                    "/api/things?limit=2&after=" + page.path("next").asString()));
        }
        assertThat(seen).isGreaterThanOrEqualTo(5);
    }

    private interface BodyCall {
        HttpResponse<String> with(String... headers);
    }

    private String detail(String... headers) {
        return Caller.json(caller.get("/api/nothing", headers)).path("detail").asString();
    }

    private HttpResponse<String> multipart(String body) {
        return caller.call(
                "POST",
                "/api/things/files",
                BodyPublishers.ofString(body),
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Content-Type",
                "multipart/form-data; boundary=b");
    }

    private String raw(String requestLine) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(
                            (requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String rule) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = Caller.json(answer);
        assertThat(problem.path("rule").asString()).isEqualTo(rule);
        assertThat(problem.path("type").asString()).isEqualTo("urn:xiangmuzhang:problem:" + rule);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank().doesNotContain("problem-title");
        assertThat(problem.path("detail").asString()).isNotBlank().doesNotContain("problem.");
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
        return problem;
    }
}

package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One demo user at the REST interface, with a token of its own. */
final class Caller {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final String login;
    private final String token;
    private final long since = System.nanoTime();

    private Caller(String base, String login, String token) {
        this.base = base;
        this.login = login;
        this.token = token;
    }

    /** What came back. */
    record Answer(int status, JsonNode body, @Nullable String etag, Map<String, String> headers) {

        /** The rule that a problem document names. */
        String rule() {
            return body.path("rule").asString("");
        }
    }

    /** Signs in with the login's API client. */
    static Caller as(String base, String login, String secret) {
        String basic =
                Base64.getEncoder()
                        .encodeToString((login + ":" + secret).getBytes(StandardCharsets.UTF_8));
        Answer answer =
                send(
                        HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                                .build());
        assertThat(answer.status()).as("token for %s: %s", login, answer.body()).isEqualTo(200);
        return new Caller(base, login, answer.body().get("access_token").asString());
    }

    /** Whether its token will not be good for long. */
    boolean isOld() {
        return System.nanoTime() - since > Duration.ofMinutes(20).toNanos();
    }

    String login() {
        return login;
    }

    /** What it shows to be let in. */
    String token() {
        return token;
    }

    JsonNode get(String path) {
        Answer answer = tryGet(path);
        assertThat(answer.status()).as("%s GET %s: %s", login, path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Gets in a language. */
    JsonNode get(String path, String language) {
        Answer answer = send(request(path).header("Accept-Language", language).GET().build());
        assertThat(answer.status()).as("%s GET %s: %s", login, path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    Answer tryGet(String path) {
        return send(request(path).GET().build());
    }

    Answer tryGet(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::header);
        return send(request.GET().build());
    }

    /** Posts, and expects to be heard. */
    JsonNode post(String path, Object body) {
        Answer answer = tryPost(path, body);
        assertThat(answer.status())
                .as("%s POST %s %s: %s", login, path, body, answer.body())
                .isBetween(200, 299);
        return answer.body();
    }

    Answer tryPost(String path, Object body) {
        return tryPost(path, body, UUID.randomUUID().toString(), "*");
    }

    Answer tryPost(String path, Object body, String key, @Nullable String ifMatch) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request.build());
    }

    Answer tryPut(String path, Object body, @Nullable String ifMatch) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request.build());
    }

    static byte[] json(Object body) {
        return JSON.writeValueAsBytes(body);
    }

    /** Sends whatever it is given, right or wrong. */
    Answer trySend(
            String method, String path, byte @Nullable [] body, Map<String, String> headers) {
        return answer(send(method, path, body, headers));
    }

    /** The same, and the answer as it came. */
    HttpResponse<String> send(
            String method, String path, byte @Nullable [] body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        return sent(request.build());
    }

    /** Uploads one file and gives its id. */
    UUID upload(String name, byte[] content) {
        Answer answer = tryUpload(name, content);
        assertThat(answer.status())
                .as("%s uploads %s: %s", login, name, answer.body())
                .isEqualTo(201);
        return UUID.fromString(answer.body().get("id").asString());
    }

    Answer tryUpload(String name, byte[] content) {
        String boundary = UUID.randomUUID().toString();
        String head =
                "--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        String tail = "\r\n--" + boundary + "--\r\n";
        return send(
                request("/api/files")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(
                                BodyPublishers.concat(
                                        BodyPublishers.ofString(head),
                                        BodyPublishers.ofByteArray(content),
                                        BodyPublishers.ofString(tail)))
                        .build());
    }

    /** Puts a whole table of the catalog in force, once another editor agrees. */
    void importTable(String table, String csv, Caller second) {
        for (Caller one : List.of(this, second)) { // what others have left waiting
            one.tryPost(
                    "/api/catalog/imports/proposal/decision",
                    Map.of("outcome", "WITHDRAWN", "reason", "试"));
        }
        Answer answer =
                send(
                        request("/api/catalog/imports/" + table + "?reason=x")
                                .header("Content-Type", "text/csv")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("If-Match", "*")
                                .POST(BodyPublishers.ofString(csv))
                                .build());
        assertThat(answer.status())
                .as("%s imports %s: %s", login, table, answer.body())
                .isEqualTo(201);
        second.post(
                "/api/catalog/imports/proposal/decision",
                Map.of("outcome", "APPROVED", "reason", "同意"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest request) {
        return answer(sent(request));
    }

    private static Answer answer(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode body =
                type.contains("json")
                        ? JSON.readTree(response.body())
                        : JSON.getNodeFactory().stringNode(response.body());
        Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new Answer(response.statusCode(), body, headers.get("ETag"), headers);
    }

    private static HttpResponse<String> sent(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

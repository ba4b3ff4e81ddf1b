package org.xiangmuzhang.benchmarks;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A demo user at the REST interface; signs in again before its token ends. */
final class Caller {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long TOKEN_SERVES = TimeUnit.MINUTES.toNanos(2);
    private static final String PAPER =
            """
            --paper
            Content-Disposition: form-data; name="file"; filename="paper.pdf"
            Content-Type: application/pdf

            %PDF-1.4
            1 0 obj<</Type/Catalog>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            --paper--
            """
                    .replace("\n", "\r\n");

    private final HttpClient http;
    private final String address;
    private final String login;
    private Token token;

    private record Token(String value, long since) {}

    Caller(HttpClient http, String address, String login) {
        this.http = http;
        this.address = address;
        this.login = login;
        this.token = signIn();
    }

    private Token signIn() {
        byte[] secret = (login + ":xiangmuzhang").getBytes(StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(secret))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        return new Token(send(request).get("access_token").asString(), System.nanoTime());
    }

    private synchronized String token() {
        if (System.nanoTime() - token.since > TOKEN_SERVES) {
            token = signIn();
        }
        return token.value;
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode post(String path, Object body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", "*")
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                        .build());
    }

    /** Uploads a small paper and gives its id. */
    String upload() {
        return send(request("/api/files")
                        .header("Content-Type", "multipart/form-data; boundary=paper")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(PAPER))
                        .build())
                .get("id")
                .asString();
    }

    /** Uploads a file and gives its id. */
    String upload(String name, String type, byte[] content) {
        byte[] head =
                "--paper\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(name, type)
                        .getBytes(StandardCharsets.UTF_8);
        byte[] foot = "\r\n--paper--\r\n".getBytes(StandardCharsets.UTF_8);
        return send(request("/api/files")
                        .header("Content-Type", "multipart/form-data; boundary=paper")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofByteArrays(List.of(head, content, foot)))
                        .build())
                .get("id")
                .asString();
    }

    /** Fetches a file. */
    byte[] download(String path) {
        try {
            HttpResponse<byte[]> response =
                    http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token());
    }

    /** Comes again when it is told to; whatever else is refused ends the measuring. */
    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            while (response.statusCode() == 429 || response.statusCode() == 503) {
                String seconds = response.headers().firstValue("Retry-After").orElse("1");
                TimeUnit.SECONDS.sleep(Long.parseLong(seconds));
                response = http.send(request, BodyHandlers.ofByteArray());
            }
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        "%s %s %s answered %d %s"
                                .formatted(
                                        login,
                                        request.method(),
                                        request.uri(),
                                        response.statusCode(),
                                        new String(response.body(), StandardCharsets.UTF_8)));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

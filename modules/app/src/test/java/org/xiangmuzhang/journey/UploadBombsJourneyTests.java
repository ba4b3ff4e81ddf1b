package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.bombs.Bombs;
import org.xiangmuzhang.bombs.Bombs.Bomb;
import org.xiangmuzhang.database.TestDatabase;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Everything that is made to fill memory or disk, thrown at a platform that has little of either:
 * refused by a rule, and afterwards the platform is as it was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadBombsJourneyTests {

    private static final String HEAP = "192m";
    private static final int AT_ONCE = 4;
    private static final int ROUNDS = 2;
    private static final String TYPE = "multipart/form-data; boundary=b";
    private static final String FILE =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n";

    private final HikariDataSource database = (HikariDataSource) TestDatabase.fresh();
    private final SmallNode node =
            SmallNode.start(database, HEAP, "--xiangmuzhang.door.body-grace=2s");
    private final Caller applicant = Caller.as(node.address(), "applicant-140500", Platform.SECRET);
    private final Caller editor = Caller.as(node.address(), "catalog-editor", Platform.SECRET);
    private final HttpClient http = HttpClient.newHttpClient();
    private final TableSums sums = new TableSums(JdbcClient.create(database));

    @AfterAll
    void stop() {
        node.close();
    }

    /** It has had no more memory than it was given, and answers; nobody's file is on the way. */
    @AfterEach
    void isAsItWas() throws IOException {
        assertThat(node.process().isAlive()).as("%s", node.printed()).isTrue();
        assertThat(node.printed()).doesNotContain("OutOfMemoryError");
        JsonNode heap =
                Caller.as(node.address(), "administrator", Platform.SECRET)
                        .get("/actuator/metrics/jvm.memory.max?tag=area:heap");
        assertThat(heap.get("measurements").get(0).get("value").asLong())
                .isLessThanOrEqualTo(192L * 1024 * 1024);
        Platform.await("nothing is on the way", () -> node.onDisk().isEmpty());
    }

    @Test
    void everyBombIsRefusedManyAtOnce() {
        Map<String, String> before = sums.standing();
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Bomb bomb : Bombs.all()) {
                byte[] content = bomb.content().get();
                List<CompletableFuture<Void>> thrown = new ArrayList<>();
                for (int times = 0; times < AT_ONCE * ROUNDS; times++) {
                    thrown.add(
                            CompletableFuture.runAsync(
                                    () -> throwAt(bomb, content, faults), threads));
                }
                thrown.forEach(CompletableFuture::join);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(sums.standing()).isEqualTo(before);
    }

    private void throwAt(Bomb bomb, byte[] content, List<String> faults) {
        long began = System.nanoTime();
        Caller.Answer answer = applicant.tryUpload(bomb.name(), content);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (answer.status() != 422
                || !answer.rule().equals(bomb.rule())
                || took.compareTo(Duration.ofSeconds(20)) > 0) {
            faults.add(bomb + " after " + took + ": " + answer);
        }
    }

    @Test
    void whatIsLargerThanAFileMayBeIsNotLookedAt() throws IOException {
        byte[] some = "PK\u0001\u0002".repeat(256 * 1024).getBytes(StandardCharsets.US_ASCII);
        List<InputStream> parts = new ArrayList<>();
        parts.add(text(FILE + "\r\n"));
        for (int megabyte = 0; megabyte < 46; megabyte++) {
            parts.add(new ByteArrayInputStream(some));
        }
        parts.add(text("\r\n--b--\r\n"));

        HttpResponse<String> answer = send("/api/files", applicant, parts);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:xiangmuzhang:problem:upload-too-large");
    }

    @Test
    void formsThatAreBombsThemselvesAreRefused() throws IOException {
        String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n";
        String file = FILE + "\r\n%PDF-1.7\r\n";
        List<Map.Entry<String, List<InputStream>>> forms =
                List.of(
                        Map.entry("a million parts", repeated(part, 1_000_000)),
                        Map.entry("a thousand files", repeated(file, 1_000)),
                        Map.entry("a header of a megabyte", form("X-A: " + "a".repeat(1_000_000))),
                        Map.entry("a hundred thousand headers", form("X-A: a\r\n".repeat(100_000))),
                        Map.entry(
                                "a name of a megabyte",
                                form(
                                        "Content-Disposition: form-data; name=\"file\";"
                                                + " filename=\""
                                                + "a".repeat(1_000_000)
                                                + "\"")),
                        Map.entry("no end", List.of(text(FILE + "\r\n" + "a".repeat(1_000_000)))),
                        Map.entry("no beginning", List.of(text("a".repeat(1_000_000)))),
                        Map.entry(
                                "forms in the form",
                                form("Content-Type: multipart/mixed; boundary=c")),
                        Map.entry("nothing", List.of(text(""))));
        for (Map.Entry<String, List<InputStream>> form : forms) {
            HttpResponse<String> answer = send("/api/files", applicant, form.getValue());

            assertThat(answer.statusCode()).as(form.getKey() + answer.body()).isBetween(400, 499);
            assertThat(answer.body())
                    .as(form.getKey())
                    .containsPattern("urn:xiangmuzhang:problem:[a-z-]+");
        }
    }

    @Test
    void tablesThatAreBombsAreRefused() throws IOException {
        Map<String, String> before = sums.standing();
        String milestones = "item_code,context,reached_by\n";
        assertRefused("body-too-large", "a".repeat(2_000_000));
        JsonNode lines = assertRefused("tables-refused", milestones + "\n".repeat(900_000));
        assertThat(lines.get("errors")).hasSize(200);
        assertRefused("tables-refused", ",".repeat(1_000_000));
        assertRefused("tables-refused", milestones + ",".repeat(1_000_000));
        assertRefused("tables-refused", milestones + "\"".repeat(999_999));
        assertRefused("tables-refused", milestones + "a,b,\0\n");
        assertRefused("tables-refused", milestones + "A,land,x\n".repeat(25_000));
        String rows = milestones + "A,land,x\n".repeat(2_000_000);
        for (String table : List.of("milestones", "items", "land_indicators", "regions")) {
            String head =
                    "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a\"\r\n\r\n"
                            .formatted(table);
            HttpResponse<String> answer =
                    send(
                            "/api/catalog/imports?reason=x",
                            editor,
                            List.of(text(head), text(rows), text("\r\n--b--\r\n")));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("tables-too-large");
        }
        assertThat(sums.standing()).isEqualTo(before);
    }

    private JsonNode assertRefused(String rule, String csv) {
        Caller.Answer answer =
                editor.trySend(
                        "POST",
                        "/api/catalog/imports/milestones?reason=x",
                        csv.getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "Content-Type",
                                "text/csv",
                                "Idempotency-Key",
                                UUID.randomUUID().toString()));
        assertThat(answer.rule()).as("%s", answer).isEqualTo(rule);
        assertThat(answer.status()).isIn(413, 422);
        return answer.body();
    }

    @Test
    void uploadThatTricklesInIsNotWaitedFor() throws IOException {
        String head =
                """
                POST /api/files HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Idempotency-Key: %s\r
                Content-Type: %s\r
                Content-Length: 1000000\r
                \r
                %s\r
                """
                        .formatted(applicant.token(), UUID.randomUUID(), TYPE, FILE);
        StringBuilder answer = new StringBuilder();
        byte[] read = new byte[4096];
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.setSoTimeout(50);
            for (int sent = 0; sent < 1_000 && answer.isEmpty(); sent++) {
                try {
                    int length = socket.getInputStream().read(read);
                    answer.append(new String(read, 0, length, StandardCharsets.UTF_8));
                } catch (SocketTimeoutException nothingYet) {
                    socket.getOutputStream().write('x');
                }
            }
        }
        assertThat(answer).startsWith("HTTP/1.1 408").contains("body-too-slow");
    }

    @Test
    void strangersFormIsOnNoDiskWhileItComes() throws IOException {
        for (String path : List.of("/console", "/console/intake/applications", "/sign-in")) {
            String head =
                    """
                    POST %s HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: %s\r
                    Content-Length: 5000000\r
                    \r
                    %s\r
                    """
                            .formatted(path, TYPE, FILE);
            try (Socket socket = connect()) {
                socket.getOutputStream()
                        .write((head + "x".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8));
                byte[] answer = socket.getInputStream().readNBytes(12);
                assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 302");
                assertThat(node.onDisk()).isEmpty();
            }
        }
    }

    @Test
    void formOfAVisitorThatIsABombIsRefusedOnAPage() throws IOException {
        Visitor visitor = Visitor.signIn(node.address(), "applicant-140500");
        String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n";
        HttpResponse<String> answer =
                visitor.post(
                        "/console/intake/applications",
                        TYPE,
                        BodyPublishers.ofString(part.repeat(200_000)));

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    }

    /** What all this is for still works, and is kept where it belongs, whatever it is called. */
    @Test
    void honestFileIsTakenUnderItsOwnName() throws IOException {
        String name = "批".repeat(196) + ".pdf";
        UUID file = applicant.upload("../../../etc/" + name, Story.PAPER);

        assertThat(applicant.get("/api/files/" + file).get("name").asString()).isEqualTo(name);
        assertThat(node.onDisk())
                .singleElement()
                .satisfies(path -> assertThat(path).startsWith(node.root().resolve("files")));
        JdbcClient jdbc = JdbcClient.create(database);
        assertThat(jdbc.sql("delete from files.file where id = ?").param(file).update())
                .isEqualTo(1);
        Files.delete(node.onDisk().getFirst());
    }

    private static List<InputStream> form(String headers) {
        return List.of(text("--b\r\n" + headers + "\r\n\r\nx\r\n--b--\r\n"));
    }

    private static List<InputStream> repeated(String part, int times) {
        List<InputStream> parts = new ArrayList<>();
        for (int sent = 0; sent < times; sent += 1_000) {
            parts.add(text(part.repeat(1_000)));
        }
        parts.add(text("--b--\r\n"));
        return parts;
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Socket connect() throws IOException {
        URI address = URI.create(node.address());
        return new Socket(address.getHost(), address.getPort());
    }

    private HttpResponse<String> send(String path, Caller caller, List<InputStream> parts)
            throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(node.address() + path))
                        .header("Authorization", "Bearer " + caller.token())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", TYPE)
                        .POST(
                                BodyPublishers.ofInputStream(
                                        () ->
                                                new SequenceInputStream(
                                                        Collections.enumeration(parts))))
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.xiangmuzhang.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "xiangmuzhang.files.largest=1MB")
class FileResourceTests {

    private static final UUID OURS = UUID.randomUUID();
    private static final String APPLICANT = "APPLICANT 140500 " + UUID.randomUUID() + " " + OURS;
    private static final String COLLEAGUE = "APPLICANT 140500 " + UUID.randomUUID() + " " + OURS;
    private static final String COMPETITOR =
            "APPLICANT 140500 " + UUID.randomUUID() + " " + UUID.randomUUID();
    private static final String CLERK = "CLERK 140500 " + UUID.randomUUID();
    private static final String LEADER_OF_ALL = "LEADER 000000 " + UUID.randomUUID();
    private static final String CLERK_ELSEWHERE = "CLERK 140502 " + UUID.randomUUID();
    private static final String AUDITOR = "AUDITOR 000000 " + UUID.randomUUID();

    @TempDir private static Path directory = Path.of("");

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @DynamicPropertySource
    static void keepFilesHere(DynamicPropertyRegistry properties) {
        properties.add("xiangmuzhang.files.directory", () -> directory.toString());
    }

    @BeforeEach
    void empty() {
        jdbc.sql("delete from files.file").update();
    }

    @Test
    void uploadsAndGetsBackAsAnAttachment() {
        HttpResponse<byte[]> created = upload("批复 文件.pdf", Samples.of("pdf"), APPLICANT);

        assertThat(created.statusCode()).as(text(created)).isEqualTo(201);
        JsonNode file = json(created);
        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/api/files/" + file.path("id").asString());
        assertThat(file.path("sha256").asString()).hasSize(64);
        assertThat(json(get(location, APPLICANT)).path("name").asString()).isEqualTo("批复 文件.pdf");
        HttpResponse<byte[]> content = get(location + "/content", COLLEAGUE);
        assertThat(content.body()).isEqualTo(Samples.of("pdf"));
        assertThat(content.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains("filename*=UTF-8''");
    }

    @Test
    void othersDoNotLearnThatAFileExists() {
        String location =
                upload("a.pdf", Samples.of("pdf"), APPLICANT)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();

        for (String seer : List.of(APPLICANT, COLLEAGUE, AUDITOR)) {
            assertThat(get(location, seer).statusCode()).as(seer).isEqualTo(200);
            assertThat(get(location + "/content", seer).statusCode()).as(seer).isEqualTo(200);
        }
        for (String stranger : List.of(COMPETITOR, CLERK, LEADER_OF_ALL, CLERK_ELSEWHERE)) {
            HttpResponse<byte[]> hidden = get(location, stranger);
            HttpResponse<byte[]> unknown = get("/api/files/" + UUID.randomUUID(), stranger);
            assertThat(hidden.statusCode()).as(stranger).isEqualTo(404);
            assertThat(hidden.body()).isEqualTo(unknown.body());
            assertThat(get(location + "/content", stranger).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void auditorReadsFilesAsFarAsItsPostReaches() {
        String here =
                upload("a.pdf", Samples.of("pdf"), APPLICANT)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();

        assertThat(get(here, auditor("140500")).statusCode()).isEqualTo(200);
        assertThat(get(here, auditor("140000")).statusCode()).isEqualTo(200);
        for (String elsewhere : List.of("140502", "370403", "Z370403GX")) {
            assertThat(get(here, auditor(elsewhere)).statusCode()).as(elsewhere).isEqualTo(404);
            assertThat(get(here + "/content", auditor(elsewhere)).statusCode()).isEqualTo(404);
        }
    }

    private static String auditor(String region) {
        return "AUDITOR " + region + " " + UUID.randomUUID();
    }

    @Test
    void officialGetsBackWhatItUploadedItselfOnly() {
        String location =
                upload("a.pdf", Samples.of("pdf"), CLERK)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();

        assertThat(get(location + "/content", CLERK).statusCode()).isEqualTo(200);
        assertThat(get(location + "/content", LEADER_OF_ALL).statusCode()).isEqualTo(404);
    }

    @Test
    void auditorChangesNothing() {
        assertThat(upload("a.pdf", Samples.of("pdf"), AUDITOR).statusCode()).isEqualTo(403);
        assertThat(rowCount()).isZero();
    }

    @Test
    void contentUnlikeItsNameIsRefused() {
        HttpResponse<byte[]> answer = upload("a.pdf", Samples.of("png"), APPLICANT);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("rule").asString()).isEqualTo("file-type-mismatch");
        assertThat(json(answer).path("pointers").get(0).asString()).isEqualTo("/file");
        assertThat(rowCount()).isZero();
    }

    @Test
    void fileOverTheLimitIsRefusedAndHeard() {
        HttpResponse<byte[]> answer =
                upload("a.txt", "x".repeat(1024 * 1024 + 1).getBytes(), APPLICANT);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("rule").asString()).isEqualTo("file-too-large");
        assertThat(rowCount()).isZero();
    }

    @Test
    void uploadThatTheCallerBreaksOffLeavesNothing() throws IOException {
        List<Path> before = onDisk();
        String head =
                """
                POST /api/files HTTP/1.1\r
                Host: localhost\r
                X-Actor: %s\r
                Idempotency-Key: %s\r
                Content-Type: multipart/form-data; boundary=b\r
                Content-Length: 100000\r
                \r
                --b\r
                Content-Disposition: form-data; name="file"; filename="a.txt"\r
                \r
                the first words
                """
                        .formatted(APPLICANT, UUID.randomUUID());
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }

        assertThat(rowCount()).isZero();
        assertThat(onDisk()).isEqualTo(before);
    }

    private HttpResponse<byte[]> upload(String name, byte[] content, String actor) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                + name
                                + "\"\r\nContent-Type: text/html\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                request("/api/files", actor)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpResponse<byte[]> get(String path, String actor) {
        return send(request(path, actor).GET());
    }

    private HttpRequest.Builder request(String path, String actor) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("X-Actor", actor);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Path> onDisk() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private int rowCount() {
        return jdbc.sql("select count(*) from files.file").query(Integer.class).single();
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}

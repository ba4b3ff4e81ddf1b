package org.xiangmuzhang.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.TestDatabase;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

import javax.sql.DataSource;

/** More requests than can be served, held up by a lock in the database. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "xiangmuzhang.door.commands=3",
            "xiangmuzhang.door.reads=3",
            "xiangmuzhang.door.sign-ins=1",
            "xiangmuzhang.door.strangers=2",
            "xiangmuzhang.door.client=2",
            "xiangmuzhang.door.waiting=4",
            "xiangmuzhang.door.patience=200ms",
            "xiangmuzhang.door.body-grace=1s",
            "server.tomcat.connection-timeout=2s"
        })
class DoorTests {

    private static final int FLOOD = 40;

    /** A pool whose callers do not wait long. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Pool {

        @Bean
        static OpenToAll openThings() {
            return new OpenToAll("/api/things");
        }

        @Bean
        static ThingsApplication.Given given() {
            HikariDataSource fresh = (HikariDataSource) TestDatabase.fresh();
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(fresh.getJdbcUrl());
            config.setUsername(fresh.getUsername());
            config.setPassword(fresh.getPassword());
            config.setMinimumIdle(0);
            config.setConnectionTimeout(3000);
            config.setMaximumPoolSize(20);
            return new ThingsApplication.Given(new HikariDataSource(config));
        }
    }

    @LocalServerPort private int port;
    @Autowired private DataSource dataSource;
    @Autowired private JdbcClient jdbc;

    private final String run = UUID.randomUUID().toString();
    private Caller caller = new Caller(0);

    @BeforeEach
    void connect() {
        caller = new Caller(port);
    }

    @Test
    void floodOfCommandsIsTurnedAwayReadsGoOnAndAllAreDoneWhenAskedAgain() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> flood;
        try (Lock lock = hold("exclusive")) {
            flood = flood(number -> create("client " + number, number));
            awaitAnswers(flood, FLOOD - 3);
            assertThat(flood.stream().filter(CompletableFuture::isDone))
                    .allSatisfy(answer -> assertTurnedAway(answer.join(), 503, "overloaded"));
            assertThat(caller.get("/api/things", "X-Caller", "reader").statusCode()).isEqualTo(200);
            assertThat(things()).isZero();
        }

        assertThat(flood.stream().map(answer -> answer.join().statusCode()))
                .filteredOn(status -> status == 201)
                .hasSize(3);
        for (int number = 0; number < FLOOD; number++) {
            assertThat(create("client " + number, number).statusCode()).isEqualTo(201);
        }
        assertThat(things()).isEqualTo(FLOOD);
    }

    @Test
    void floodOfOneClientLeavesTheOthersRoom() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> flood;
        CompletableFuture<HttpResponse<String>> other;
        try (Lock lock = hold("exclusive")) {
            flood = flood(number -> create("flooder", number));
            awaitAnswers(flood, FLOOD - 2);
            assertThat(flood.stream().filter(CompletableFuture::isDone))
                    .allSatisfy(answer -> assertTurnedAway(answer.join(), 429, "too-many-at-once"));
            other = CompletableFuture.supplyAsync(() -> create("other", FLOOD));
            await().until(() -> waitingForLock() == 3);
        }

        assertThat(other.join().statusCode()).isEqualTo(201);
        assertThat(flood.stream().map(answer -> answer.join().statusCode()))
                .filteredOn(status -> status == 201)
                .hasSize(2);
        assertThat(create("flooder", FLOOD + 1).statusCode()).isEqualTo(201);
    }

    @Test
    void floodOfReadsIsTurnedAwayToo() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> flood;
        try (Lock lock = hold("access exclusive")) {
            flood = flood(number -> caller.get("/api/things", "X-Caller", "reader " + number));
            awaitAnswers(flood, FLOOD - 3);
            assertThat(flood.stream().filter(CompletableFuture::isDone))
                    .allSatisfy(answer -> assertTurnedAway(answer.join(), 503, "overloaded"));
        }

        assertThat(flood.stream().map(answer -> answer.join().statusCode()))
                .filteredOn(status -> status == 200)
                .hasSize(3);
        assertThat(caller.get("/api/things").statusCode()).isEqualTo(200);
    }

    @Test
    void floodOfStrangersLeavesTheKnownRoom() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> flood;
        CompletableFuture<HttpResponse<String>> known;
        String stranger = ThingsApplication.STRANGER;
        try (Lock lock = hold("access exclusive")) {
            flood = flood(number -> caller.get("/api/things", "X-Caller", stranger));
            awaitAnswers(flood, FLOOD - 2);
            assertThat(flood.stream().filter(CompletableFuture::isDone))
                    .allSatisfy(answer -> assertTurnedAway(answer.join(), 503, "overloaded"));
            known =
                    CompletableFuture.supplyAsync(
                            () -> caller.get("/api/things", "X-Caller", "reader"));
            await().until(() -> waitingForLock() == 3);
        }

        assertThat(known.join().statusCode()).isEqualTo(200);
        assertThat(flood.stream().map(answer -> answer.join().statusCode()))
                .filteredOn(status -> status == 200)
                .hasSize(2);
    }

    @Test
    void databaseWithoutAConnectionToSpareIsNotAnErrorOfOurs() throws Exception {
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        List<Connection> taken = new ArrayList<>();
        try {
            for (int number = 0; number < pool.getMaximumPoolSize(); number++) {
                taken.add(pool.getConnection());
            }
            assertTurnedAway(create("late", 0), 503, "unavailable");
            assertTurnedAway(caller.get("/api/things"), 503, "unavailable");
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertThat(create("late", 0).statusCode()).isEqualTo(201);
    }

    @Test
    void bodyThatTricklesInIsNotWaitedFor() throws Exception {
        assertThat(trickled("application/json", "{\"name\":\""))
                .startsWith("HTTP/1.1 408")
                .contains("\"rule\":\"body-too-slow\"");
        assertThat(things()).isZero();
    }

    @Test
    void uploadThatTricklesInIsNotWaitedFor() throws Exception {
        String part =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"slow\"\r\n\r\n";
        assertThat(trickled("multipart/form-data; boundary=x", part))
                .startsWith("HTTP/1.1 408")
                .contains("\"rule\":\"body-too-slow\"");
    }

    @Test
    void bodyThatStopsIsNotWaitedFor() throws Exception {
        try (Socket socket = begin("/api/things", "application/json", "{\"na")) {
            socket.setSoTimeout(20_000);
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 408").contains("\"rule\":\"body-too-slow\"");
        }
    }

    @Test
    void answeredCallerWhoGoesOnSendingIsLeft() throws Exception {
        String answer = trickled("text/plain", "x");
        assertThat(answer).startsWith("HTTP/1.1 4");
    }

    private HttpResponse<String> create(String client, int number) {
        return caller.postWithKey(
                "/api/things",
                run + "-" + number,
                "{\"name\":\"%s %d\"}".formatted(run, number),
                "X-Caller",
                client);
    }

    private static void assertTurnedAway(HttpResponse<String> answer, int status, String rule) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(Caller.json(answer).path("rule").asString()).isEqualTo(rule);
        assertThat(Caller.json(answer).path("title").asString()).doesNotContain("problem-title");
    }

    private static List<CompletableFuture<HttpResponse<String>>> flood(
            IntFunction<HttpResponse<String>> request) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int number = 0; number < FLOOD; number++) {
            int mine = number;
            answers.add(CompletableFuture.supplyAsync(() -> request.apply(mine), threads));
        }
        threads.shutdown();
        return answers;
    }

    private static void awaitAnswers(
            List<CompletableFuture<HttpResponse<String>>> flood, int expected) {
        await().atMost(Duration.ofSeconds(25))
                .until(() -> flood.stream().filter(CompletableFuture::isDone).count() == expected);
    }

    private int things() {
        return jdbc.sql("select count(*) from things.thing where name like ?")
                .param(run + "%")
                .query(Integer.class)
                .single();
    }

    private int waitingForLock() {
        return jdbc.sql(
                        """
                        select count(*) from pg_locks
                         where relation = 'things.thing'::regclass and not granted
                        """)
                .query(Integer.class)
                .single();
    }

    private record Lock(Connection connection) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        }
    }

    private Lock hold(String mode) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table things.thing in " + mode + " mode");
        }
        return new Lock(connection);
    }

    /** What comes back while one byte of the body follows the other. */
    private String trickled(String type, String start) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        try (Socket socket = begin("/api/things/files", type, start)) {
            socket.setSoTimeout(50);
            for (int sent = 0; sent < 2000; sent++) {
                try {
                    int read = socket.getInputStream().read(buffer);
                    if (read < 0) {
                        return answer.toString();
                    }
                    answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                } catch (SocketTimeoutException nothingYet) {
                    socket.getOutputStream().write('x');
                }
            }
        } catch (IOException closed) {
            return answer.toString();
        }
        throw new AssertionError("Still listened to: " + answer);
    }

    private Socket begin(String path, String type, String start) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.getOutputStream()
                .write(
                        """
                        POST %s HTTP/1.1\r
                        Host: localhost\r
                        Content-Type: %s\r
                        Content-Length: 100000\r
                        Idempotency-Key: %s\r
                        \r
                        %s\
                        """
                                .formatted(path, type, UUID.randomUUID(), start)
                                .getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}

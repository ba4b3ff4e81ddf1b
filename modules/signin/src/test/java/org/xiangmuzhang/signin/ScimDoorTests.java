package org.xiangmuzhang.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/** An identity provider that pushes much at once is bounded, and nobody else waits for it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "xiangmuzhang.scim.token=a-token-of-the-operator",
            "xiangmuzhang.door.provisioning=2",
            "xiangmuzhang.door.sign-ins=1",
            "xiangmuzhang.door.waiting=0"
        })
class ScimDoorTests {

    private static final int FLOOD = 8;

    @LocalServerPort private int port;
    @Autowired private DataSource dataSource;
    @Autowired private JdbcClient jdbc;

    @Test
    void whatIsPushedAtOnceTakesNobodysPlace() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> pushed;
        String login = "pushed-" + UUID.randomUUID();
        try (Connection lock = dataSource.getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table parties.person in share mode");
            try {
                pushed =
                        IntStream.range(0, FLOOD)
                                .mapToObj(
                                        number ->
                                                CompletableFuture.supplyAsync(
                                                        () -> create(login + number), threads))
                                .toList();
                await().until(() -> waitingForLock() == 2);
                await().until(
                                () ->
                                        pushed.stream().filter(CompletableFuture::isDone).count()
                                                == FLOOD - 2);
                Browser visitor = new Browser(port);
                assertThat(Browser.location(visitor.signIn("administrator", DemoUsers.PASSWORD)))
                        .doesNotContain("error");
                assertThat(visitor.get("/console/who").statusCode()).isEqualTo(200);
                HttpResponse<String> read =
                        send("GET", "?filter=" + Browser.encoded("userName eq \"nobody\""), "");
                assertThat(read.statusCode()).isEqualTo(503);
                assertThat(read.headers().firstValue("Retry-After")).contains("1");
            } finally {
                lock.rollback();
            }
        }

        assertThat(pushed)
                .extracting(answer -> answer.join().statusCode())
                .containsOnly(201, 503)
                .filteredOn(status -> status == 201)
                .hasSize(2);
        assertThat(create(login).statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> create(String login) {
        return send("POST", "", "{\"userName\":\"%s\",\"displayName\":\"新人\"}".formatted(login));
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return new Browser(port)
                .send(
                        method,
                        "/scim/v2/Users" + path,
                        body,
                        "Authorization",
                        "Bearer a-token-of-the-operator",
                        "Content-Type",
                        "application/scim+json");
    }

    private int waitingForLock() {
        return jdbc.sql(
                        """
                        select count(*) from pg_locks
                         where relation = 'parties.person'::regclass and not granted
                        """)
                .query(Integer.class)
                .single();
    }
}

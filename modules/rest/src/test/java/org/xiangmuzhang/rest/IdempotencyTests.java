package org.xiangmuzhang.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.timers.RecurringWork;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IdempotencyTests {

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    @Autowired private Things things;
    @Autowired private RecurringWork forgetAnswers;
    @Autowired private ThingsApplication.Lead lead;

    private final String key = UUID.randomUUID().toString();
    private final String name = "thing " + key;
    private final String body = "{\"name\":\"" + name + "\"}";
    private Caller caller = new Caller(0);

    @BeforeEach
    void connect() {
        caller = new Caller(port);
    }

    @Test
    void sameKeyTwiceHasOneEffectAndTheSameAnswer() {
        HttpResponse<String> first = caller.postWithKey("/api/things", key, body);
        HttpResponse<String> second = caller.postWithKey("/api/things", key, body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        for (String header : new String[] {"Location", "ETag", "Content-Type"}) {
            assertThat(second.headers().firstValue(header))
                    .isPresent()
                    .isEqualTo(first.headers().firstValue(header));
        }
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(effects(name)).isOne();
    }

    @Test
    void concurrentSameKeyWaitsAndHearsTheFirstAnswer() throws Exception {
        things.gate = new CountDownLatch(1);
        things.entered = new CountDownLatch(1);
        var first = async(() -> caller.postWithKey("/api/things", key, body));
        assertThat(things.entered.await(20, TimeUnit.SECONDS)).isTrue();
        var second = async(() -> caller.postWithKey("/api/things", key, body));
        await().until(() -> waitingTransactions() > 0);

        things.gate.countDown();

        assertThat(second.get(20, TimeUnit.SECONDS).body())
                .isEqualTo(first.get(20, TimeUnit.SECONDS).body());
        assertThat(second.get().headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(effects(name)).isOne();
    }

    @Test
    void whoseConnectionToTheDatabaseDiesIsToldToComeAgainAndThenServedOnce() {
        HttpResponse<String> lost = caller.postWithKey("/api/things/cut", key, body);
        HttpResponse<String> again = caller.postWithKey("/api/things/cut", key, body);

        assertThat(lost.statusCode()).as(lost.body()).isEqualTo(503);
        assertThat(lost.headers().firstValue("Retry-After")).contains("1");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(effects(name)).isOne();
    }

    @Test
    void noAnswerIsForgottenBecauseThePracticeClockWasSentAhead() {
        HttpResponse<String> first = caller.postWithKey("/api/things", key, body);
        lead.ahead = Duration.ofDays(21);
        try {
            forgetAnswers.run().run();
            HttpResponse<String> second = caller.postWithKey("/api/things", key, body);

            assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(effects(name)).isOne();
        } finally {
            lead.ahead = Duration.ZERO;
        }
    }

    @Test
    void sameKeyWithAnotherBodyPathOrPostIsRefused() {
        caller.postWithKey("/api/things", key, body);

        var otherBody = caller.postWithKey("/api/things", key, "{\"name\":\"other\"}");
        var otherPath = caller.postWithKey("/api/things/single", key, body);
        var otherPost =
                caller.postWithKey(
                        "/api/things", key, body, "X-Post", UUID.randomUUID().toString());

        for (HttpResponse<String> answer : List.of(otherBody, otherPath, otherPost)) {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Caller.json(answer).path("rule").asString())
                    .isEqualTo("idempotency-key-reused");
        }
        assertThat(effects("other")).isZero();
        assertThat(effects(name)).isOne();
    }

    @Test
    void keysOfTwoCallersDoNotMeet() {
        var mine = caller.postWithKey("/api/things", key, body, "X-Caller", "me");
        var yours = caller.postWithKey("/api/things", key, body, "X-Caller", "you");

        assertThat(yours.body()).isNotEqualTo(mine.body());
        assertThat(effects(name)).isEqualTo(2);
    }

    @Test
    void refusalUndoesTheEffectAndIsNotKept() {
        var refused = caller.postWithKey("/api/things/refused", key, body);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(effects(name)).isZero();
        assertThat(keptAnswers()).isZero();
        assertThat(caller.postWithKey("/api/things", key, body).statusCode()).isEqualTo(201);
    }

    @Test
    void errorUndoesTheEffectAndTellsNothingOfTheInside() {
        var broken = caller.postWithKey("/api/things/broken", key, body);

        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).contains("internal-error").doesNotContain("secret");
        assertThat(effects(name)).isZero();
        assertThat(keptAnswers()).isZero();
    }

    @Test
    void failureAtCommitLeavesNeitherEffectNorAnswerAndIsHeard() {
        assertThat(caller.post("/api/things/single", body).statusCode()).isEqualTo(200);

        var second = caller.postWithKey("/api/things/single", key, body);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Caller.json(second).path("rule").asString()).isEqualTo("changed-meanwhile");
        assertThat(second.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(effects(name)).isOne();
        assertThat(keptAnswers()).isZero();
    }

    @Test
    void everyPostNeedsAWellFormedKey() {
        var missing =
                caller.call(
                        "POST",
                        "/api/things",
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/json");
        var malformed = caller.postWithKey("/api/things", "short", body);

        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(Caller.json(missing).path("rule").asString())
                .isEqualTo("idempotency-key-missing");
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(Caller.json(malformed).path("rule").asString())
                .isEqualTo("idempotency-key-form");
        assertThat(effects(name)).isZero();
    }

    @Test
    void uploadIsTheSameWhateverItsBoundary() {
        var first = upload("one", "content");
        var second = upload("two", "content");
        var other = upload("one", "CONTENT");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(effects("f" + key + ".txt")).isOne();
    }

    @Test
    void answerIsForgottenAfterSevenDaysAndNotBefore() {
        caller.postWithKey("/api/things", key, body);

        age(Duration.ofDays(7).minusMinutes(1));
        forgetAnswers.run().run();
        assertThat(keptAnswers()).isOne();

        age(Duration.ofDays(7).plusMinutes(1));
        forgetAnswers.run().run();
        assertThat(keptAnswers()).isZero();
    }

    @Test
    void expiredKeyMayBeUsedAgainBeforeItIsForgotten() {
        caller.postWithKey("/api/things", key, body);
        age(Duration.ofDays(8));

        var again = caller.postWithKey("/api/things", key, body);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(effects(name)).isEqualTo(2);
    }

    @Test
    void keptAnswerDoesNotNameTheCaller() {
        caller.postWithKey("/api/things", key, body, "X-Caller", "zhang-san");

        assertThat(
                        jdbc.sql("select caller from rest.answer where key = :key")
                                .param("key", key)
                                .query(String.class)
                                .single())
                .hasSize(64)
                .doesNotContain("zhang");
    }

    private HttpResponse<String> upload(String boundary, String content) {
        String parts =
                """
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="f%2$s.txt"\r
                Content-Type: text/plain\r
                \r
                %3$s\r
                --%1$s--\r
                """
                        .formatted(boundary, key, content);
        return caller.call(
                "POST",
                "/api/things/files",
                BodyPublishers.ofString(parts),
                "Idempotency-Key",
                key,
                "Content-Type",
                "multipart/form-data; boundary=" + boundary);
    }

    private void age(Duration age) {
        jdbc.sql("update rest.answer set at = :at where key = :key")
                .param("at", Timestamp.from(Instant.now().minus(age)))
                .param("key", key)
                .update();
    }

    private int effects(String name) {
        return jdbc.sql("select count(*) from things.thing where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private int keptAnswers() {
        return jdbc.sql("select count(*) from rest.answer where key = :key")
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    private int waitingTransactions() {
        return jdbc.sql(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database()")
                .query(Integer.class)
                .single();
    }

    private static <T> CompletableFuture<T> async(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call);
    }
}

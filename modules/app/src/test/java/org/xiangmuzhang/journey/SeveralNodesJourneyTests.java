package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.eventlog.ConsumerProgress;
import org.xiangmuzhang.eventlog.LogReader;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Two platforms over one database: what one of them begins the other goes on with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralNodesJourneyTests {

    private static final String BOARD = "/api/projects";

    private final HikariDataSource database = (HikariDataSource) TestDatabase.fresh();
    private final Platform first = Platform.start(database);
    private Platform second = first;

    @BeforeAll
    void startTheSecond() {
        second = Platform.start(database);
    }

    @AfterAll
    void stop() {
        first.stop();
        second.stop();
    }

    @Test
    void whoSignedInAtOneNodeIsSignedInAtTheOther() {
        Visitor visitor = Visitor.signIn(first.address(), "steward-140500");
        assertThat(visitor.get("/console").body()).contains("/console/sign-out");

        assertThat(visitor.at(second.address()).get("/console").body())
                .contains("/console/sign-out");
        assertThat(Visitor.of(second.address()).get("/console").body())
                .doesNotContain("/console/sign-out");
    }

    @Test
    void whatOneNodeConsumesIsReadAtTheOtherByWhoWroteIt() {
        Caller steward = first.as("steward-140500");
        UUID enterprise =
                Story.uuid(
                        first.as("applicant-140500").get("/api/me").get("posts").get(0),
                        "enterprise");
        CompletableFuture<Caller.Answer> read =
                new TransactionTemplate(first.bean(PlatformTransactionManager.class))
                        .execute(
                                status -> {
                                    first.bean(JdbcClient.class)
                                            .sql("lock table steward.board in exclusive mode")
                                            .update();
                                    return readAfter(register(steward, enterprise));
                                });
        Caller.Answer board = java.util.Objects.requireNonNull(read).join();

        assertThat(board.status()).isEqualTo(200);
        assertThat(board.body().toString()).contains("两处读取的项目");
    }

    /** The answer to registering, awaited elsewhere: this thread holds the lock. */
    private static String register(Caller steward, UUID enterprise) {
        return CompletableFuture.supplyAsync(
                        () ->
                                steward.tryPost(
                                        "/api/projects",
                                        Map.of(
                                                "name",
                                                "两处读取的项目",
                                                "projectType",
                                                "PT-PV-GROUND",
                                                "enterprise",
                                                enterprise,
                                                "investment",
                                                30000)))
                .thenApply(
                        answer -> {
                            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
                            return String.valueOf(answer.headers().get("X-Written"));
                        })
                .join();
    }

    private CompletableFuture<Caller.Answer> readAfter(String written) {
        Caller reader = second.as("steward-140500");
        assertThat(reader.get(BOARD).toString()).doesNotContain("两处读取的项目");
        return CompletableFuture.supplyAsync(
                () -> reader.trySend("GET", BOARD, null, Map.of("X-Read-After", written)));
    }

    @Test
    void whenOneNodeStopsTheOtherHasAllConsumers() {
        Platform third = Platform.start(database);
        third.stop();
        Platform.await(
                "every part of every consumer is held",
                () ->
                        first.bean(LogReader.class).consumers().stream()
                                .allMatch(SeveralNodesJourneyTests::isHeld));
        Story story = Story.begin(second, "140502", "PT-PV-GROUND", "换手电站", "44");
        second.settle();
        assertThat(second.as("steward-140502").get(BOARD).toString()).contains("换手电站");
        assertThat(story.project).isNotNull();
    }

    private static boolean isHeld(ConsumerProgress consumer) {
        return consumer.held() == consumer.segments();
    }
}

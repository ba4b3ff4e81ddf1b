package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.database.TestDatabase;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.eventlog.Rebuilds;
import org.xiangmuzhang.rest.Backlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A consumer of the log is held up while commands go on: at some length they have to wait. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacklogJourneyTests {

    private static final int BACKLOG = 20;

    private final HikariDataSource database = (HikariDataSource) TestDatabase.fresh();
    private final Platform platform =
            Platform.start(
                    database,
                    "--xiangmuzhang.door.backlog=" + BACKLOG,
                    "--xiangmuzhang.operations.watch=50ms");
    private final Caller steward = platform.as("steward-140500");
    private final Caller applicant = platform.as("applicant-140500");
    private final UUID enterprise =
            Story.uuid(applicant.get("/api/me").get("posts").get(0), "enterprise");
    private final LogReader log = platform.bean(LogReader.class);

    @AfterAll
    void stop() {
        platform.stop();
    }

    @Test
    void consumersThatAreGoneOrCatchUpShutNoDoor() throws SQLException {
        assertThat(register("追赶之前", UUID.randomUUID().toString()).status()).isEqualTo(201);
        Platform.await(
                "the log is longer than a backlog may be",
                () -> {
                    String name = UUID.randomUUID().toString();
                    register(name, name);
                    return log.head() > BACKLOG + 5;
                });
        awaitEverybodyThere();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql(
                        """
                        insert into eventlog.token
                            (processor_name, segment, token, timestamp, catching_up)
                        values ('steward.gone', 0, '{"globalIndex": 0}', now()::text, false)
                        """)
                .update();
        jdbc.sql(
                        """
                        create function wait_for_the_test() returns trigger language plpgsql as $$
                        begin perform pg_advisory_xact_lock_shared(4711); return new; end $$
                        """)
                .update();
        jdbc.sql(
                        """
                        create trigger wait_for_the_test before insert on steward.board
                            for each row execute function wait_for_the_test()
                        """)
                .update();
        try (Connection lock = database.getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("select pg_advisory_xact_lock(4711)");
            platform.bean(Rebuilds.class)
                    .fromFirstEvent(
                            "steward.board", () -> jdbc.sql("delete from steward.board").update());
            Platform.await("health tells of it", () -> lag() > BACKLOG);
            assertThat(register("追赶之中", UUID.randomUUID().toString()).status()).isEqualTo(201);
            assertThat(isTooLong()).isFalse();
            assertThat(log.consumers())
                    .noneMatch(consumer -> consumer.consumer().equals("steward.gone"));
            lock.rollback();
        }

        awaitEverybodyThere();
        assertThat(names()).contains("追赶之前", "追赶之中");
    }

    /** Also those who had nothing to do and say only now and then how far they are. */
    private void awaitEverybodyThere() {
        platform.settle();
        Platform.await(
                "every consumer has stored that it has caught up",
                () ->
                        log.consumers().stream()
                                .noneMatch(
                                        consumer ->
                                                consumer.catchingUp()
                                                        || consumer.position() < log.head()));
        Platform.await("commands are let in", () -> !isTooLong());
    }

    private long lag() {
        return platform.as("administrator")
                .get("/actuator/health/details")
                .get("components")
                .get("log")
                .get("details")
                .get("lag")
                .asLong();
    }

    @Test
    void commandsWaitUntilTheConsumerHasCaughtUpAndReadsGoOn() throws SQLException {
        Visitor visitor = Visitor.signIn(platform.address(), "steward-140500");
        register("积压之前", UUID.randomUUID().toString());
        awaitEverybodyThere();
        int before = projects();
        List<String> taken = new ArrayList<>();
        String turnedAway;
        try (Connection lock = database.getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table steward.board in exclusive mode");
            turnedAway = registerUntilTurnedAway(taken);
            assertThat(taken).hasSizeGreaterThan(BACKLOG / 4).hasSizeLessThan(BACKLOG * 5);
            assertNothingIsAdded(visitor);
            assertReadsGoOn(visitor);
            lock.rollback();
        }

        platform.settle();
        Platform.await("commands are let in again", () -> !isTooLong());
        Caller.Answer again = register("积压之后", turnedAway);
        assertThat(again.status()).as("%s", again).isEqualTo(201);
        platform.settle();
        assertThat(names()).contains("积压之前", "积压之后").containsAll(taken);
        assertThat(projects()).isEqualTo(before + taken.size() + 1);
    }

    private int projects() {
        return JdbcClient.create(database)
                .sql("select count(*) from steward.project")
                .query(Integer.class)
                .single();
    }

    /** The key of the one that was turned away. */
    private String registerUntilTurnedAway(List<String> taken) {
        String[] key = new String[1];
        Platform.await(
                "a command is turned away",
                () -> {
                    key[0] = UUID.randomUUID().toString();
                    String name = "积压 " + taken.size();
                    Caller.Answer answer = register(name, key[0]);
                    if (answer.status() == 201) {
                        taken.add(name);
                        return false;
                    }
                    assertTurnedAway(answer);
                    return true;
                });
        return key[0];
    }

    private static void assertTurnedAway(Caller.Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(503);
        assertThat(answer.rule()).isEqualTo("overloaded");
        assertThat(answer.headers()).containsEntry("Retry-After", "1");
    }

    /** By nobody, by no command, neither here nor in the console. */
    private void assertNothingIsAdded(Visitor visitor) {
        long head = log.head();
        for (int number = 0; number < 5; number++) {
            assertTurnedAway(register("积压之后", UUID.randomUUID().toString()));
        }
        assertTurnedAway(applicant.tryUpload("a.pdf", Story.PAPER));
        assertTurnedAway(
                platform.as("administrator")
                        .tryPost("/api/practice-clock", Map.of("to", platform.today().toString())));
        var page = visitor.trySend("POST", "/console/projects", Map.of("name", "积压之后"), Map.of());
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("1");
        assertThat(log.head()).isEqualTo(head);
    }

    private void assertReadsGoOn(Visitor visitor) {
        assertThat(steward.tryGet("/api/projects").status()).isEqualTo(200);
        assertThat(steward.tryGet("/api/me").status()).isEqualTo(200);
        assertThat(visitor.get("/console").statusCode()).isEqualTo(200);
        assertThat(steward.tryGet("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(Caller.as(platform.address(), "auditor", Platform.SECRET).token()).isNotEmpty();
    }

    private boolean isTooLong() {
        return platform.beans(Backlog.class).anyMatch(Backlog::isTooLong);
    }

    private Caller.Answer register(String name, String key) {
        return steward.tryPost(
                "/api/projects",
                Map.of(
                        "name",
                        name,
                        "projectType",
                        "PT-PV-GROUND",
                        "enterprise",
                        enterprise,
                        "investment",
                        30000),
                key,
                "*");
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        String path = "/api/projects?limit=100";
        steward.get(path).get("items").forEach(item -> names.add(item.get("name").asString()));
        return names;
    }
}

package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many more commands than one node takes, with everything switched on. */
class OverloadJourneyTests {

    private static final List<String> STEWARDS =
            List.of("steward-140500", "steward-140502", "steward-z370403gx");
    private static final int OF_EACH = 12;
    private static final int AT_ONCE = 10;
    private static final int OF_ONE = 8;
    private static final int READS = 16;
    private static final int FLOOD = 40;

    private final Platform platform = Platform.shared();

    private record Registration(Caller steward, String key, Map<String, Object> body) {
        Caller.Answer send() {
            return steward.tryPost("/api/projects", body, key, "*");
        }
    }

    @Test
    void floodIsTurnedAwayWhileOthersAreServedAndIsDoneWhenAskedAgain() {
        List<Registration> all = registrations();
        platform.as("auditor");
        List<CompletableFuture<Caller.Answer>> flood = new ArrayList<>();
        new TransactionTemplate(platform.bean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> {
                            lockProjects();
                            flood.addAll(send(all));
                            Platform.await(
                                    "all but those inside have an answer",
                                    () -> answered(flood).size() == all.size() - AT_ONCE);
                            assertThat(status("/actuator/health")).isEqualTo(200);
                            assertThat(status("/sign-in")).isEqualTo(200);
                            assertThat(platform.as("auditor").tryGet("/api/me").status())
                                    .isEqualTo(200);
                            assertThat(answered(flood)).allSatisfy(this::assertTurnedAway);
                            assertThat(answered(flood).stream().map(Caller.Answer::rule))
                                    .contains("too-many-at-once", "overloaded");
                        });

        assertThat(flood.stream().map(answer -> answer.join().status()))
                .filteredOn(status -> status == 201)
                .hasSize(AT_ONCE);
        assertThat(all).allSatisfy(one -> assertThat(one.send().status()).isEqualTo(201));
        platform.settle();
    }

    @Test
    void floodOfOneClientIsTurnedAwayBeforeTheDatabaseIsAskedWhoItIs() {
        Caller steward = platform.as(STEWARDS.getFirst());
        List<CompletableFuture<Caller.Answer>> flood = new ArrayList<>();
        new TransactionTemplate(platform.bean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> {
                            platform.bean(JdbcClient.class)
                                    .sql("lock table parties.post in access exclusive mode")
                                    .update();
                            flood.addAll(read(FLOOD, at -> steward.tryGet("/api/projects")));
                            Platform.await(
                                    "all but those inside have an answer",
                                    () -> answered(flood).size() == FLOOD - OF_ONE);
                            assertThat(answered(flood))
                                    .allSatisfy(
                                            answer -> {
                                                assertThat(answer.status()).isEqualTo(429);
                                                assertThat(answer.rule())
                                                        .isEqualTo("too-many-at-once");
                                            });
                        });
        assertThat(flood.stream().map(answer -> answer.join().status()))
                .filteredOn(status -> status == 200)
                .hasSize(OF_ONE);
    }

    @Test
    void readsThatWaitForTheirWritesWaitInTheLaneOfReads() {
        List<Caller> callers =
                Stream.of("140500", "140502", "z370403gx")
                        .flatMap(
                                place ->
                                        Stream.of("steward", "clerk", "leader")
                                                .map(role -> platform.as(role + "-" + place)))
                        .toList();
        Map<String, String> after = Map.of("X-Read-After", UUID.randomUUID().toString());
        int all = callers.size() * OF_ONE;
        List<CompletableFuture<Caller.Answer>> reads = new ArrayList<>();
        new TransactionTemplate(platform.bean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> {
                            platform.bean(JdbcClient.class)
                                    .sql("lock table eventlog.event in access exclusive mode")
                                    .update();
                            reads.addAll(
                                    read(
                                            all,
                                            at ->
                                                    callers.get(at % callers.size())
                                                            .tryGet("/api/projects", after)));
                            Platform.await(
                                    "all but those inside have an answer",
                                    () -> answered(reads).size() == all - READS);
                            assertThat(answered(reads))
                                    .allSatisfy(
                                            answer -> assertThat(answer.status()).isEqualTo(503));
                        });

        assertThat(reads.stream().map(answer -> answer.join().status()))
                .filteredOn(status -> status == 200)
                .hasSize(READS);
    }

    private static List<CompletableFuture<Caller.Answer>> read(
            int many, IntFunction<Caller.Answer> work) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        return IntStream.range(0, many)
                .mapToObj(at -> CompletableFuture.supplyAsync(() -> work.apply(at), threads))
                .toList();
    }

    private List<Registration> registrations() {
        List<Registration> all = new ArrayList<>();
        for (String login : STEWARDS) {
            String applicant = login.replace("steward", "applicant");
            UUID enterprise =
                    Story.uuid(
                            platform.as(applicant).get("/api/me").get("posts").get(0),
                            "enterprise");
            for (int number = 0; number < OF_EACH; number++) {
                Map<String, Object> body =
                        Map.of(
                                "name",
                                "并发项目" + number,
                                "projectType",
                                "PT-PV-GROUND",
                                "enterprise",
                                enterprise,
                                "investment",
                                30000);
                all.add(new Registration(platform.as(login), UUID.randomUUID().toString(), body));
            }
        }
        return all;
    }

    private void lockProjects() {
        platform.bean(JdbcClient.class)
                .sql("lock table steward.project in exclusive mode")
                .update();
    }

    private static List<CompletableFuture<Caller.Answer>> send(List<Registration> all) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        return all.stream().map(one -> CompletableFuture.supplyAsync(one::send, threads)).toList();
    }

    private static List<Caller.Answer> answered(List<CompletableFuture<Caller.Answer>> flood) {
        return flood.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .toList();
    }

    private void assertTurnedAway(Caller.Answer answer) {
        assertThat(answer.status()).as("%s", answer).isIn(429, 503);
        assertThat(answer.headers()).containsEntry("Retry-After", "1");
    }

    private int status(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(platform.address() + path)).build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

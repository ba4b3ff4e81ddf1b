package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.Remarks;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** Officials whose words stand in a matter, and what comes while somebody is being erased. */
class HeldPeopleJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String HOLDS = "/api/privacy/holds";
    private static final String ITEM = "SITE-PREEXAM";
    private static final String PROPOSALS = "/api/parties/proposals";

    private final JdbcClient jdbc = PLATFORM.bean(JdbcClient.class);
    private final People people = PLATFORM.bean(People.class);

    @Test
    void whatOfficialsWroteInAHeldApplicationStaysAndWithItWhoWroteIt() {
        Story story = story("保留核对电站");
        String clerk = official(Role.CLERK, null);
        String approver = official(Role.APPROVER, "NR");
        UUID application = story.submit(false, Map.of(ITEM, "FORMAL"));
        PLATFORM.as(clerk)
                .post(
                        Story.application(application) + "/rectifications",
                        Map.of("item", ITEM, "rightItem", "SOILWATER-REPORT", "reason", "录错一"));
        PLATFORM.as(clerk)
                .post(
                        Story.application(application) + "/rectifications",
                        Map.of("item", "SOILWATER-REPORT", "rightItem", ITEM, "reason", "录错二"));
        story.accept(application);
        PLATFORM.as(approver)
                .post(
                        Story.task(story.task(application, ITEM)) + "/decision",
                        Map.of("outcome", "REJECTED", "reason", "不符合规划甲乙丙"));
        PLATFORM.settle();
        for (String login : List.of(clerk, approver)) {
            assertThat(erased(login)).as(login).isEqualTo("person-in-running-application");
        }
        story.deliver(application);
        JsonNode closed = story.as("clerk").get(Story.application(application));
        String hold = hold("APPLICATION", closed.get("number").asString());
        for (String login : List.of(clerk, approver)) {
            assertThat(erased(login)).as(login).isEqualTo("person-held");
            leftLongAgo(login);
        }
        Map<String, UUID> ids = Map.of(clerk, id(clerk), approver, id(approver));
        List<UUID> words = words(application);
        assertThat(texts(words)).containsExactlyInAnyOrder("录错一", "录错二", "不符合规划甲乙丙");

        PLATFORM.forwardTo(PLATFORM.today().plusDays(1));

        assertThat(run("people").get("needed").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(run("people").get("failed").asLong()).isZero();
        assertThat(texts(words)).hasSize(3);
        assertThat(ids.values()).noneMatch(people::isErased);

        lift(hold);
        PLATFORM.forwardTo(PLATFORM.today().plusDays(1));
        assertThat(ids.values()).allMatch(people::isErased);
        assertThat(texts(words)).isEmpty();
    }

    @Test
    void aHoldOnAProjectKeepsWhoActedInItsApplications() {
        Story story = story("项目保留电站");
        String clerk = official(Role.CLERK, null);
        UUID application = story.submit(false, Map.of(ITEM, "FORMAL"));
        PLATFORM.as(clerk).post(Story.application(application) + "/acceptance", Map.of());
        PLATFORM.settle();
        story.approve(application, ITEM);
        story.deliver(application);
        String code = story.as("steward").get(story.path("")).get("code").asString();
        String hold = hold("PROJECT", code);
        assertThat(erased(clerk)).isEqualTo("person-held");
        lift(hold);
        assertThat(erased(clerk)).isEmpty();
    }

    @Test
    void everyWordInAClosedApplicationGoesInTimeUnlessItsAuthorIsHeld() {
        Story story = story("文字核对电站");
        String clerk = official(Role.CLERK, null);
        UUID application = story.submit(false, Map.of(ITEM, "FORMAL"));
        PLATFORM.as(clerk)
                .post(
                        Story.application(application) + "/rectifications",
                        Map.of("item", ITEM, "rightItem", "SOILWATER-REPORT", "reason", "录错三"));
        PLATFORM.settle();
        story.as("steward")
                .post(Story.application(application) + "/withdrawal", Map.of("reason", "不再建设"));
        PLATFORM.settle();
        jdbc.sql("update intake.application set closed_on = ? where id = ?")
                .params(PLATFORM.today().minusYears(11), application)
                .update();
        List<UUID> words = words(application);
        String hold = hold("PERSON", clerk);

        PLATFORM.forwardTo(PLATFORM.today().plusDays(1));
        assertThat(texts(words)).containsExactlyInAnyOrder("录错三", "不再建设");

        lift(hold);
        PLATFORM.forwardTo(PLATFORM.today().plusDays(1));
        assertThat(texts(words)).isEmpty();
        assertThat(words(application)).isEmpty();
    }

    @Test
    void aHoldOnTheViewerKeepsWhatTheViewerLookedAt() {
        UUID seen = PrivacySubjects.clerk(PLATFORM, "140500");
        String viewer = official(Role.SUPERVISOR, null);
        PLATFORM.as(viewer)
                .post("/api/privacy/people/" + seen + "/full-views", Map.of("reason", "核对"));
        jdbc.sql("update privacy.full_view set at = at - interval '9 years' where person = ?")
                .param(seen)
                .update();
        String hold = hold("PERSON", viewer);

        PLATFORM.forwardTo(PLATFORM.today().plusDays(1));
        assertThat(views(seen)).isEqualTo(1);

        lift(hold);
        PLATFORM.forwardTo(PLATFORM.today().plusDays(1));
        assertThat(views(seen)).isZero();
    }

    @Test
    void wordsOfBeforeTheyWereKeptByAuthorAreFoundByTheMigration() throws Exception {
        Story story = story("迁移核对电站");
        UUID application = story.submit(false, Map.of(ITEM, "FORMAL"));
        story.as("clerk")
                .post(
                        Story.application(application) + "/rectifications",
                        Map.of("item", ITEM, "rightItem", "SOILWATER-REPORT", "reason", "录错四"));
        PLATFORM.settle();
        story.as("steward")
                .post(Story.application(application) + "/withdrawal", Map.of("reason", "不再建设"));
        PLATFORM.settle();
        List<UUID> words = words(application);
        jdbc.sql("delete from intake.written").update();

        jdbc.sql(statement("/db/migration/intake/V47__written.sql", "insert into")).update();

        assertThat(words(application)).containsExactlyElementsOf(words).hasSize(2);
    }

    @Test
    void aHoldThatIsBeingPlacedIsWaitedForBeforeSomebodyIsErased() {
        UUID person = PrivacySubjects.clerk(PLATFORM, "140500");
        UUID blocking = UUID.randomUUID();
        CompletableFuture<Caller.Answer> placed = new CompletableFuture<>();
        CompletableFuture<Caller.Answer> erased = new CompletableFuture<>();
        // the same hold stands in the way, uncommitted, and is undone
        transaction()
                .executeWithoutResult(
                        status -> {
                            status.setRollbackOnly();
                            jdbc.sql(
                                            """
                                            insert into privacy.hold (id, region, authority, kind,
                                                subject, number, reason, placed_by, placed_at)
                                            values (:id, '140500', '140500', 'PERSON', :person, '',
                                                :id, :id, now())
                                            """)
                                    .param("id", blocking)
                                    .param("person", person)
                                    .update();
                            begin(placed, () -> placing(person));
                            Platform.await("the hold waits", () -> waiting() == 1);
                            begin(erased, () -> erasing(person));
                            Platform.await("erasing waits for it", () -> waiting() == 2);
                        });

        assertThat(placed.join().status()).isEqualTo(201);
        assertThat(erased.join().rule()).isEqualTo("person-held");
        assertThat(people.isErased(person)).isFalse();
        lift(placed.join().body().get("id").asString());
    }

    @Test
    void nothingIsHeldThatIsBeingErased() {
        UUID person = PrivacySubjects.clerk(PLATFORM, "140500");
        CompletableFuture<Caller.Answer> erased = new CompletableFuture<>();
        CompletableFuture<Caller.Answer> placed = new CompletableFuture<>();
        transaction()
                .executeWithoutResult(
                        status -> {
                            status.setRollbackOnly();
                            jdbc.sql("select from parties.person_key where person = ? for update")
                                    .param(person)
                                    .query(row -> {});
                            begin(erased, () -> erasing(person));
                            Platform.await("erasing has begun", () -> waiting() == 1);
                            begin(placed, () -> placing(person));
                            Platform.await("the hold waits for it", () -> waiting() == 2);
                        });

        assertThat(erased.join().rule()).isEmpty();
        assertThat(placed.join().rule()).isEqualTo("held-unknown");
    }

    @Test
    void whoIsGivenAPostWhileTheNightRunsStays() {
        String login = official(Role.CLERK, null);
        UUID person = id(login);
        leftLongAgo(login);
        CompletableFuture<Void> night = new CompletableFuture<>();
        LocalDate tomorrow = PLATFORM.today().plusDays(1);
        transaction()
                .executeWithoutResult(
                        status -> {
                            people.assign(post(person, Role.CLERK, null, tomorrow));
                            Thread.ofVirtual()
                                    .start(
                                            () -> {
                                                PLATFORM.forwardTo(tomorrow);
                                                night.complete(null);
                                            });
                            Platform.await("the night has come to the person", () -> waiting() > 0);
                        });
        night.join();

        assertThat(people.isErased(person)).isFalse();
        assertThat(run("people").get("needed").asLong()).isPositive();
        assertThat(PLATFORM.as(login).tryGet("/api/intake/applications").status()).isEqualTo(200);
    }

    @Test
    void nobodyWhoIsErasedIsGivenAPost() {
        String login = official(Role.CLERK, null);
        UUID person = id(login);
        JsonNode proposed =
                PLATFORM.as("administrator")
                        .post(
                                PROPOSALS,
                                Map.of(
                                        "login", login,
                                        "role", "LEADER",
                                        "region", "140500",
                                        "from", PLATFORM.today(),
                                        "reason", "试"));
        String decision = PROPOSALS + "/" + proposed.get("id").asString() + "/decision";
        Map<String, String> yes = Map.of("outcome", "CONFIRMED", "reason", "试");
        Caller security = PLATFORM.as("security-administrator");

        assertThat(erasing(person).rule()).isEmpty();

        assertThat(security.tryPost(decision, yes).rule()).isEqualTo("proposal-decided-already");
        // as if it had been proposed in the same moment
        jdbc.sql(
                        "update parties.proposal set state = 'PROPOSED', decided_by = null"
                                + " where person = ?")
                .param(person)
                .update();
        assertThat(security.tryPost(decision, yes).rule()).isEqualTo("person-erased-already");
        assertThat(people.posts(person, PLATFORM.today())).isEmpty();
    }

    @Test
    void eachAuthorityHoldsAndNoneBelowLifts() {
        UUID person = PrivacySubjects.clerk(PLATFORM, "140502");
        Caller below = PLATFORM.as("supervisor-140502");
        Caller above = PLATFORM.as("supervisor-140500");
        Story story = Story.begin(PLATFORM, "140502", "PT-PV-GROUND", "两级保留电站", "44");
        String code = story.as("steward").get(story.path("")).get("code").asString();
        String ofAbove = hold(above, "PROJECT", code);
        String ofBelow = hold(below, "PROJECT", code);
        String onPerson = hold(above, "PERSON", person.toString());
        String alsoOnPerson = hold(below, "PERSON", person.toString());

        assertThat(lifting(below, ofAbove).rule()).isEqualTo("hold-of-another-authority");
        assertThat(
                        Visitor.signIn(PLATFORM.address(), "supervisor-140502")
                                .get("/console/privacy/holds")
                                .body())
                .contains(code, ofBelow)
                .doesNotContain(ofAbove);
        assertThat(lifting(below, alsoOnPerson).rule()).isEmpty();
        assertThat(erasing(person).rule()).isEqualTo("person-held");
        assertThat(lifting(above, ofBelow).rule()).isEmpty();
        assertThat(lifting(above, ofAbove).rule()).isEmpty();
        assertThat(lifting(above, onPerson).rule()).isEmpty();
        assertThat(erasing(person).rule()).isEmpty();
    }

    @Test
    void thePageOfOnesOwnDataOnlyCountsAndAllOfALongLifeIsTakenAway() {
        String login = "steward-140500";
        UUID person = id(login);
        Remarks remarks = PLATFORM.bean(Remarks.class);
        for (int number = 0; number < 1_005; number++) {
            remarks.write(new Region("140500"), person, "第" + number + "段", "");
        }
        story("一生核对电站");
        Visitor visitor = Visitor.signIn(PLATFORM.address(), login);

        JsonNode all = PLATFORM.as(login).get("/api/privacy/me");

        assertThat(all.get("acts").valueStream().map(act -> act.get("position").asLong()))
                .hasSize((int) PLATFORM.bean(LogReader.class).countOfActor(person))
                .isSorted()
                .doesNotHaveDuplicates()
                .isNotEmpty();
        assertThat(all.get("remarks").valueStream().map(one -> one.get("id").asString()))
                .hasSize((int) remarks.countBy(person))
                .hasSizeGreaterThan(1_004)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(visitor.get("/console/privacy/me/export").body()).contains("第1004段");
        transaction()
                .executeWithoutResult(
                        status -> {
                            status.setRollbackOnly();
                            jdbc.sql("lock table files.file in access exclusive mode").update();
                            assertThat(visitor.get("/console/privacy/me").body())
                                    .contains(
                                            "<dd>" + all.get("acts").size() + "</dd>",
                                            "<dd>" + all.get("matters").size() + "</dd>",
                                            "<dd>" + all.get("remarks").size() + "</dd>");
                        });
        remarks.remove(
                remarks.by(person, null, 2_000).stream()
                        .filter(one -> one.text().matches("第\\d+段"))
                        .map(Remarks.Written::id)
                        .toList());
    }

    private static Story story(String name) {
        Story story = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", name, "44");
        story.signMandate(PLATFORM.today().plusYears(1));
        return story;
    }

    /** Somebody new in a post at 140500. */
    private String official(Role role, @Nullable String department) {
        String login = Newcomers.add(PLATFORM);
        people.assign(post(id(login), role, department, PLATFORM.today()));
        return login;
    }

    private static Post post(UUID person, Role role, @Nullable String department, LocalDate from) {
        return new Post(
                UUID.randomUUID(),
                person,
                role,
                new Region("140500"),
                department,
                null,
                null,
                from,
                null);
    }

    private static UUID id(String login) {
        return Newcomers.id(PLATFORM, login);
    }

    private void leftLongAgo(String login) {
        jdbc.sql("update parties.post set from_day = ?, to_day = ? where person = ?")
                .params(LocalDate.of(2019, 1, 1), LocalDate.of(2020, 1, 1), id(login))
                .update();
    }

    private static String erased(String login) {
        return erasing(id(login)).rule();
    }

    private static Caller.Answer erasing(UUID person) {
        return PLATFORM.as("administrator")
                .tryPost(
                        "/api/privacy/people/" + person + "/erasure",
                        Map.of("ground", "REQUEST", "reason", "书面申请"));
    }

    private static String hold(String kind, String number) {
        return hold(PLATFORM.as("supervisor-140500"), kind, number);
    }

    private static String hold(Caller supervisor, String kind, String number) {
        return supervisor
                .post(HOLDS, Map.of("kind", kind, "number", number, "reason", "复议期间"))
                .get("id")
                .asString();
    }

    private static Caller.Answer placing(UUID person) {
        return PLATFORM.as("supervisor-140500")
                .tryPost(HOLDS, Map.of("kind", "PERSON", "number", person, "reason", "复议期间"));
    }

    private static void lift(String hold) {
        assertThat(lifting(PLATFORM.as("supervisor-140500"), hold).status()).isEqualTo(200);
    }

    private static Caller.Answer lifting(Caller supervisor, String hold) {
        return supervisor.tryPost(HOLDS + "/" + hold + "/lifting", Map.of("reason", "复议结束"));
    }

    private List<UUID> words(UUID application) {
        return jdbc.sql("select remark from intake.written where application = ? order by remark")
                .param(application)
                .query(UUID.class)
                .list();
    }

    private static List<String> texts(List<UUID> words) {
        return List.copyOf(PLATFORM.bean(Remarks.class).texts(words).values());
    }

    private long views(UUID person) {
        return jdbc.sql("select count(*) from privacy.full_view where person = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    /** The first statement of a script that begins so. */
    private static String statement(String script, String begin) throws java.io.IOException {
        try (var in = HeldPeopleJourneyTests.class.getResourceAsStream(script)) {
            String text =
                    new String(
                            java.util.Objects.requireNonNull(in).readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8);
            return text.substring(text.indexOf(begin)).split(";")[0];
        }
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(PLATFORM.bean(PlatformTransactionManager.class));
    }

    private static void begin(
            CompletableFuture<Caller.Answer> answer, Supplier<Caller.Answer> work) {
        Thread.ofVirtual().start(() -> answer.complete(work.get()));
    }

    /** Sessions of the database that wait for another. */
    private int waiting() {
        return jdbc.sql("select count(distinct pid) from pg_locks where not granted")
                .query(Integer.class)
                .single();
    }

    /** The latest run over a kind. */
    private static JsonNode run(String kind) {
        JsonNode runs = PLATFORM.as("administrator").get("/api/privacy/retention-runs?limit=200");
        return StreamSupport.stream(runs.get("items").spliterator(), false)
                .filter(run -> run.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}

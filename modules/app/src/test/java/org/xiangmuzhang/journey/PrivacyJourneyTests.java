package org.xiangmuzhang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.FilesHandedIn;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Masked;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.Holds;
import org.xiangmuzhang.parties.privacy.Retained;
import org.xiangmuzhang.timers.RecurringWork;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import javax.sql.DataSource;

/** Names masked and seen in full, what is kept taken away, holds, and what goes in time. */
class PrivacyJourneyTests {

    private static final Platform PLATFORM = Platform.shared();
    private static final String PEOPLE = "/api/privacy/people/";
    private static final String HOLDS = "/api/privacy/holds";
    private static final Map<String, String> ERASURE =
            Map.of("ground", "REQUEST", "reason", "本人申请");
    private static final Map<String, String> REASON = Map.of("reason", "核对来访登记");

    @Test
    void theApplicantIsMaskedToThoseWhoOnlyLookOn() {
        Story story = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "掩码核对电站", "44");
        story.signMandate(PLATFORM.today().plusYears(1));
        String name = name(story.as("applicant"));
        String steward = name(story.as("steward"));
        for (String role : List.of("steward", "applicant", "clerk", "land-officer")) {
            assertThat(actors(story, role)).as(role).contains(name, steward);
        }
        for (String role : List.of("supervisor", "leader")) {
            assertThat(actors(story, role))
                    .as(role)
                    .contains(Masked.name(name), steward)
                    .doesNotContain(name);
        }
    }

    @Test
    void whoSeesSomebodyInFullSaysWhyAndIsSeenDoingIt() {
        UUID person = PrivacySubjects.clerk(PLATFORM, "140500");
        Caller supervisor = PLATFORM.as("supervisor-140500");
        JsonNode masked = supervisor.get(PEOPLE + person);
        assertThat(masked.get("full").asBoolean()).isFalse();
        assertThat(masked.get("name").asString()).startsWith("司*").doesNotContain("文");
        assertThat(masked.get("phone").asString()).isEqualTo("137****1234");
        Caller.Answer without =
                supervisor.tryPost(PEOPLE + person + "/full-views", Map.of("reason", " "));
        assertThat(without.rule()).isEqualTo("full-view-reason");

        JsonNode full = supervisor.post(PEOPLE + person + "/full-views", REASON);

        assertThat(full.get("phone").asString()).isEqualTo("13700001234");
        JsonNode kept = PLATFORM.as("administrator").post(PEOPLE + person + "/export", REASON);
        assertThat(kept.get("views")).hasSize(2);
        assertThat(kept.get("views").get(0).get("kind").asString()).isEqualTo("EXPORT");
        JsonNode view = kept.get("views").get(1);
        assertThat(view.get("viewer").asString()).isEqualTo(name(supervisor));
        assertThat(view.get("reason").asString()).isEqualTo(REASON.get("reason"));
        JsonNode seen =
                StreamSupport.stream(
                                PLATFORM.as("auditor")
                                        .get("/api/privacy/full-views")
                                        .get("items")
                                        .spliterator(),
                                false)
                        .filter(it -> it.at("/view/person").asString().equals(person.toString()))
                        .filter(it -> it.at("/view/kind").asString().equals("VIEW"))
                        .findFirst()
                        .orElseThrow();
        assertThat(seen.get("viewer").asString()).isEqualTo(name(supervisor));
        assertThat(seen.get("reason").asString()).isEqualTo(REASON.get("reason"));
        assertThat(PLATFORM.as("supervisor-140500").tryGet("/api/privacy/full-views").rule())
                .isEqualTo("role-may-not");
    }

    @Test
    void nobodyOfAnotherPlaceOrEnterpriseKnowsThePerson() {
        UUID person = PrivacySubjects.clerk(PLATFORM, "140500");
        for (String login :
                List.of("supervisor-z370403gx", "clerk-z370403gx", "applicant-140500")) {
            assertThat(PLATFORM.as(login).tryGet(PEOPLE + person).rule())
                    .as(login)
                    .isEqualTo("person-not-known");
            assertThat(PLATFORM.as(login).tryPost(PEOPLE + person + "/full-views", REASON).rule())
                    .as(login)
                    .isEqualTo("person-not-known");
        }
        assertThat(PLATFORM.as("administrator").tryGet(PEOPLE + UUID.randomUUID()).rule())
                .isEqualTo("person-not-known");
    }

    @Test
    void whoAlsoStandsElsewhereIsNeitherErasedNorHandedOutHere() {
        UUID person = PrivacySubjects.clerk(PLATFORM, "140500");
        People people = PLATFORM.bean(People.class);
        people.assign(
                new Post(
                        UUID.randomUUID(),
                        person,
                        Role.INSPECTOR,
                        new Region("Z370403GX"),
                        "HURD",
                        null,
                        null,
                        PLATFORM.today(),
                        null));
        Caller administrator = PLATFORM.as("administrator-140500");
        assertThat(administrator.get(PEOPLE + person).get("erased").asBoolean()).isFalse();

        Caller.Answer erasure = administrator.tryPost(PEOPLE + person + "/erasure", ERASURE);
        Caller.Answer export = administrator.tryPost(PEOPLE + person + "/export", REASON);

        assertThat(List.of(erasure.rule(), export.rule())).containsOnly("person-of-another-place");
        assertThat(export.body().toString()).doesNotContain("subject-" + person);
        assertThat(people.byId(person)).isPresent();
        JsonNode kept = PLATFORM.as("administrator").post(PEOPLE + person + "/export", REASON);
        assertThat(kept.get("views")).as("none of what was refused").hasSize(1);
        assertThat(
                        PLATFORM.as("administrator")
                                .tryPost(PEOPLE + person + "/erasure", ERASURE)
                                .status())
                .isLessThan(300);
        assertThat(people.isErased(person)).isTrue();
    }

    @Test
    void whatAnErasedPersonNeverHandedInGoesAndTheRestStays() {
        String login = Newcomers.clerk(PLATFORM, "140500");
        UUID person = Newcomers.id(PLATFORM, login);
        Caller clerk = PLATFORM.as(login);
        UUID draft = Story.file(clerk);
        UUID handedIn = Story.file(clerk);
        PLATFORM.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> PLATFORM.bean(Files.class).use(List.of(handedIn)));

        PLATFORM.as("administrator").post(PEOPLE + person + "/erasure", ERASURE);

        assertThat(
                        PLATFORM.bean(JdbcClient.class)
                                .sql("select id from files.file where uploaded_by = ?")
                                .param(person)
                                .query(UUID.class)
                                .list())
                .containsExactly(handedIn)
                .doesNotContain(draft);
    }

    /** A node of an older version lets files be handed in and marks none of them. */
    @Test
    void whatANodeOfBeforeLetBeHandedInStays() {
        Turns turns = new Turns(PLATFORM, "140500");
        Story story = turns.entrusted();
        story.elsewhere("POWER-CONN", "供电-2026-1");
        story.milestone("JOINT-PREEXAM");
        UUID application = story.accept(story.submit(true, Map.of("SITE-PREEXAM", "FORMAL")));
        Turns.Turn decision = turns.next("POST /api/intake/tasks/{id}/decision");
        decision.caller().post(decision.path(), Objects.requireNonNull(decision.body()));
        UUID draft = Story.file(PLATFORM.as("clerk-140500"));
        JdbcClient jdbc = PLATFORM.bean(JdbcClient.class);
        Set<UUID> inProject =
                jdbc.sql(
                                """
                                select distinct cast(coalesce(payload ->> 'file',
                                           payload ->> 'proof') as uuid)
                                  from eventlog.event where project = ?
                                   and (payload ->> 'file' is not null or payload ->> 'proof' is not null)
                                """)
                        .param(story.project)
                        .query(UUID.class)
                        .set();
        Set<UUID> inApplications =
                jdbc.sql(
                                """
                                select file from intake.material where application = :id
                                union select owner_promise from intake.application where id = :id
                                union select design_promise from intake.application where id = :id
                                union select document from intake.task where id = :task
                                """)
                        .param("id", application)
                        .param("task", UUID.fromString(decision.path().split("/")[4]))
                        .query(UUID.class)
                        .set();
        assertThat(inProject).hasSize(3);
        assertThat(inApplications).hasSizeBetween(2, 3);
        Set<UUID> all = new HashSet<>(inProject);
        all.addAll(inApplications);
        jdbc.sql("update files.file set used = false where id = any(?)")
                .param(all.toArray(UUID[]::new))
                .update();
        List<Set<UUID>> named =
                PLATFORM.beans(FilesHandedIn.class).map(context -> context.among(all)).toList();
        assertThat(named).contains(inApplications, inProject);

        Retained uploads =
                PLATFORM.beans(Retained.class)
                        .filter(kind -> kind.term().kind().equals("uploads"))
                        .findFirst()
                        .orElseThrow();
        TransactionTemplate transaction = PLATFORM.bean(TransactionTemplate.class);
        for (UUID file : all) {
            assertThat(transaction.<Boolean>execute(status -> uploads.remove(file)))
                    .as("%s is still needed", file)
                    .isFalse();
        }
        assertThat(transaction.<Boolean>execute(status -> uploads.remove(draft))).isTrue();
        assertThat(
                        jdbc.sql("select count(*) from files.file where id = any(?) and used")
                                .param(all.toArray(UUID[]::new))
                                .query(Integer.class)
                                .single())
                .isEqualTo(all.size());
    }

    /** Things share a few locks; these two must not, or the one would wait for the other. */
    private static int lockOf(JdbcClient jdbc, UUID subject) {
        return jdbc.sql("select (hashtextextended('privacy.hold ' || ?::uuid, 0) & 63)::int")
                .param(subject)
                .query(Integer.class)
                .single();
    }

    @Test
    void aHoldThatComesWhileARemovalRunsIsHonoured() throws Exception {
        JdbcClient jdbc = PLATFORM.bean(JdbcClient.class);
        List<UUID> both;
        do {
            both =
                    Stream.generate(
                                    () ->
                                            PrivacySubjects.clerk(
                                                    PLATFORM, "140500", day(2020), day(2021)))
                            .limit(2)
                            .sorted(Comparator.comparing(UUID::toString))
                            .toList();
        } while (lockOf(jdbc, both.getFirst()) == lockOf(jdbc, both.getLast()));
        UUID removed = both.getFirst();
        UUID held = both.getLast();
        Caller supervisor = PLATFORM.as("supervisor-140500");
        People people = PLATFORM.bean(People.class);
        jdbc.sql("update privacy.retention_run set day = day - 1 where kind = 'people'").update();
        RecurringWork removal =
                PLATFORM.beans(RecurringWork.class)
                        .filter(work -> work.name().equals("privacy.retention"))
                        .findFirst()
                        .orElseThrow();
        try (ExecutorService night = Executors.newSingleThreadExecutor();
                Connection other = PLATFORM.bean(DataSource.class).getConnection()) {
            other.setAutoCommit(false);
            try (PreparedStatement lock =
                    other.prepareStatement(
                            "select pg_backend_pid() from parties.person where id = ? for update")) {
                lock.setObject(1, removed);
                lock.executeQuery().close();
            }
            Future<?> run = night.submit(removal.run());
            Platform.await(
                    "the removal has begun and waits for the first of the two",
                    () ->
                            jdbc.sql(
                                            "select exists (select from pg_stat_activity"
                                                    + " where wait_event_type = 'Lock'"
                                                    + " and query like '%parties.person%')")
                                    .query(Boolean.class)
                                    .single());
            UUID hold = hold(supervisor, held);
            other.rollback();
            run.get(1, TimeUnit.MINUTES);

            assertThat(people.isErased(removed)).isTrue();
            assertThat(people.isErased(held)).isFalse();
            assertThat(run("people").get("held").asLong()).isPositive();
            supervisor.post(HOLDS + "/" + hold + "/lifting", REASON);
        }
    }

    @Test
    void whoNeverHadAPostGoesInTimeUnlessOneIsProposed() {
        UUID pushed = addedLongAgo();
        UUID proposed = addedLongAgo();
        UUID fresh = Newcomers.id(PLATFORM, Newcomers.add(PLATFORM));
        People people = PLATFORM.bean(People.class);
        Caller system = PLATFORM.as("administrator");
        String proposal =
                system.post(
                                "/api/parties/proposals",
                                Map.of(
                                        "login", people.byId(proposed).orElseThrow().login(),
                                        "role", "CLERK",
                                        "region", "140500",
                                        "from", PLATFORM.today(),
                                        "reason", "工作需要"))
                        .get("id")
                        .asString();
        assertThat(withoutPostLongSince()).isPositive();

        removeInTime("people");

        assertThat(people.isErased(pushed)).isTrue();
        assertThat(people.isErased(proposed)).isFalse();
        assertThat(people.isErased(fresh)).isFalse();
        assertThat(withoutPostLongSince()).isZero();

        system.post(
                "/api/parties/proposals/" + proposal + "/decision",
                Map.of("outcome", "WITHDRAWN", "reason", "不再需要"));
        removeInTime("people");

        assertThat(people.isErased(proposed)).isTrue();
    }

    private static UUID addedLongAgo() {
        UUID id = Newcomers.id(PLATFORM, Newcomers.add(PLATFORM));
        PLATFORM.bean(JdbcClient.class)
                .sql("update parties.person set added_at = '2020-01-01' where id = ?")
                .param(id)
                .update();
        return id;
    }

    private static long withoutPostLongSince() {
        return PLATFORM.beans(Retained.class)
                .filter(kind -> kind.term().kind().equals("people"))
                .findFirst()
                .orElseThrow()
                .count(day(2021).atStartOfDay(WorkingDays.ZONE).toInstant())
                .getOrDefault(Region.TEMPLATE, 0L);
    }

    @Test
    void draftsThatNobodyGoesOnWithGoInTimeButForThoseInReview() {
        String items = "/api/catalog/own-items/";
        String guides = "/api/catalog/guides/";
        String here = "?region=140524";
        Caller editor = PLATFORM.as("catalog-editor-000000");
        for (String code : List.of("140524OLDD01", "140524OLDD02", "140524NEWW01")) {
            editor.tryPost(
                    items + code + "/draft" + here,
                    OwnItemDeeds.body(),
                    UUID.randomUUID().toString(),
                    "\"0\"");
        }
        editor.post(
                items + "140524OLDD02/draft/review" + here,
                Map.of("from", PLATFORM.today(), "reason", "请复核"));
        for (String code : List.of("OLD-GUIDE", "NEW-GUIDE")) {
            editor.tryPut(guides + code + "/draft" + here, GuideDeeds.guide(), "*");
        }
        JdbcClient jdbc = PLATFORM.bean(JdbcClient.class);
        jdbc.sql("update catalog.item_draft set edited_at = '2020-01-01' where code ~ '^140524OLD'")
                .update();
        jdbc.sql("update catalog.guide_draft set changed_at = '2020-01-01' where code ~ '^OLD-'")
                .update();

        removeInTime("drafts");

        assertThat(drafts()).containsExactly("140524NEWW01", "140524OLDD02", "NEW-GUIDE");
        assertThat(run("drafts").get("removed").asLong()).isEqualTo(2);
        assertThat(run("drafts").get("needed").asLong()).isEqualTo(1);
        editor.post(
                items + "140524OLDD02/draft/review/decision" + here,
                Map.of("outcome", "WITHDRAWN", "reason", "不再需要"));

        removeInTime("drafts");

        assertThat(drafts()).containsExactly("140524NEWW01", "NEW-GUIDE");
        jdbc.sql("delete from catalog.item_draft where region = '140524'").update();
        jdbc.sql("delete from catalog.guide_draft where region = '140524'").update();
    }

    private static List<String> drafts() {
        return PLATFORM.bean(JdbcClient.class)
                .sql(
                        """
                        select code from catalog.item_draft where region = '140524'
                        union all
                        select code from catalog.guide_draft where region = '140524' order by 1
                        """)
                .query(String.class)
                .list();
    }

    /** As in a night, once more. */
    private static void removeInTime(String kind) {
        PLATFORM.bean(JdbcClient.class)
                .sql("update privacy.retention_run set day = day - 1 where kind = ?")
                .param(kind)
                .update();
        PLATFORM.beans(RecurringWork.class)
                .filter(work -> work.name().equals("privacy.retention"))
                .findFirst()
                .orElseThrow()
                .run()
                .run();
    }

    @Test
    void whatIsBeingRemovedIsHeldBeforeOrNotAtAll() throws Exception {
        UUID person = PrivacySubjects.clerk(PLATFORM, "140500", day(2020), day(2021));
        Holds holds = PLATFORM.bean(Holds.class);
        Caller supervisor = PLATFORM.as("supervisor-140500");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Caller.Answer> placed =
                    Objects.requireNonNull(
                            PLATFORM.bean(TransactionTemplate.class)
                                    .execute(
                                            status -> {
                                                holds.still(List.of(person));
                                                Future<Caller.Answer> asked =
                                                        other.submit(
                                                                () ->
                                                                        supervisor.tryPost(
                                                                                HOLDS,
                                                                                Map.of(
                                                                                        "kind",
                                                                                        "PERSON",
                                                                                        "number",
                                                                                        person,
                                                                                        "reason",
                                                                                        "复议期间")));
                                                Platform.await(
                                                        "the hold waits for the removal",
                                                        () ->
                                                                PLATFORM.bean(JdbcClient.class)
                                                                        .sql(
                                                                                "select exists"
                                                                                        + " (select from pg_locks where"
                                                                                        + " locktype = 'advisory' and not"
                                                                                        + " granted)")
                                                                        .query(Boolean.class)
                                                                        .single());
                                                assertThat(
                                                                holds.held(
                                                                        HeldKind.PERSON,
                                                                        List.of(person)))
                                                        .isEmpty();
                                                PLATFORM.bean(People.class).erase(person);
                                                return asked;
                                            }));
            assertThat(placed.get(1, TimeUnit.MINUTES).rule()).isEqualTo("held-unknown");
        }
    }

    @Test
    void aMandateIsReasonEnoughForBothSidesUntilItIsTakenBack() {
        Turns turns = new Turns(PLATFORM, "140502");
        Story story = turns.begun();
        UUID steward = Story.uuid(story.as("steward").get("/api/me"), "person", "id");
        UUID applicant = Story.uuid(story.as("applicant").get("/api/me"), "person", "id");
        revokeAll(steward);
        assertThat(story.as("applicant").tryGet(PEOPLE + steward).rule())
                .isEqualTo("person-not-known");

        story.signMandate(PLATFORM.today().plusMonths(1));

        for (Map.Entry<String, UUID> side :
                Map.of("applicant", steward, "steward", applicant).entrySet()) {
            Caller caller = story.as(side.getKey());
            String path = PEOPLE + side.getValue();
            assertThat(caller.get(path).get("mandate").asBoolean()).as(side.getKey()).isTrue();
            assertThat(caller.post(path + "/full-views", Map.of()).get("full").asBoolean())
                    .as(side.getKey())
                    .isTrue();
        }
        assertThat(own(story.as("steward")).get("views").get(0).get("mandate").isNull()).isFalse();
        revokeAll(steward);
        assertThat(story.as("applicant").tryGet(PEOPLE + steward).rule())
                .isEqualTo("person-not-known");
        assertThat(story.as("steward").tryPost(PEOPLE + applicant + "/full-views", Map.of()).rule())
                .isEqualTo("full-view-reason");
    }

    @Test
    void everybodyTakesAwayWhatIsKeptAboutThem() {
        Story story = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "取回核对电站", "44");
        story.signMandate(PLATFORM.today().plusYears(1));
        UUID application = story.submit(false, Map.of("SITE-PREEXAM", "FORMAL"));
        PLATFORM.settle();
        story.as("steward")
                .post(
                        Story.application(application) + "/withdrawal",
                        Map.of("reason", "企业调整了选址甲乙丙"));
        UUID proof = story.proof();
        Visitor visitor = Visitor.signIn(PLATFORM.address(), "steward-140500");
        PLATFORM.settle();

        JsonNode mine = own(story.as("steward"));

        assertThat(mine.at("/person/login").asString()).isEqualTo("steward-140500");
        assertThat(mine.get("posts")).isNotEmpty();
        assertThat(mine.get("remarks").toString()).contains("企业调整了选址甲乙丙");
        assertThat(mine.get("matters").toString())
                .contains(application.toString(), story.project.toString());
        assertThat(mine.at("/more/uploads").toString()).contains(proof.toString());
        assertThat(mine.at("/more/signIns")).isNotEmpty();
        assertThat(mine.get("acts"))
                .anySatisfy(
                        act -> {
                            assertThat(act.get("type").asString())
                                    .isEqualTo("intake.application-withdrawn");
                            assertThat(act.get("at").asString()).isNotEmpty();
                        });
        HttpResponse<String> file = visitor.get("/console/privacy/me/export");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
        assertThat(file.body()).contains("企业调整了选址甲乙丙", "steward-140500");
        assertThat(visitor.get("/console/privacy/me").body()).contains("steward-140500");
    }

    @Test
    void whatNobodyUsesGoesInTimeUnlessItIsHeld() {
        Caller clerk = PLATFORM.as("clerk-140500");
        Caller other = PLATFORM.as("land-officer-140500");
        UUID draft = Story.file(clerk);
        UUID held = Story.file(other);
        Story story = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "到期核对电站", "44");
        story.signMandate(PLATFORM.today().plusYears(1));
        UUID used = story.paper();
        UUID gone = PrivacySubjects.clerk(PLATFORM, "140500", day(2020), day(2021));
        UUID kept = PrivacySubjects.clerk(PLATFORM, "140500", day(2020), day(2021));
        UUID holder = Story.uuid(other.get("/api/me"), "person", "id");
        Caller supervisor = PLATFORM.as("supervisor-140500");
        UUID first = hold(supervisor, kept);
        UUID second = hold(supervisor, holder);
        assertThat(
                        supervisor
                                .tryPost(
                                        HOLDS,
                                        Map.of("kind", "PERSON", "number", kept, "reason", "再次"))
                                .rule())
                .isEqualTo("hold-stands-already");
        assertThat(
                        PLATFORM.as("administrator")
                                .tryPost(
                                        PEOPLE + kept + "/erasure",
                                        Map.of("ground", "REQUEST", "reason", "申请"))
                                .rule())
                .isEqualTo("person-held");

        PLATFORM.forwardTo(PLATFORM.today().plusDays(32));

        assertThat(clerk().tryGet("/api/files/" + draft).status()).isEqualTo(404);
        assertThat(PLATFORM.as("land-officer-140500").tryGet("/api/files/" + held).status())
                .isEqualTo(200);
        assertThat(PLATFORM.as("applicant-140500").tryGet("/api/files/" + used).status())
                .isEqualTo(200);
        People people = PLATFORM.bean(People.class);
        assertThat(people.isErased(gone)).isTrue();
        assertThat(people.isErased(kept)).isFalse();
        assertThat(run("uploads").get("removed").asLong()).isPositive();
        assertThat(run("uploads").get("held").asLong()).isPositive();
        assertThat(run("people").get("removed").asLong()).isPositive();
        assertThat(run("people").get("held").asLong()).isPositive();
        assertThat(run("people").get("finishedAt").isNull()).isFalse();

        for (UUID hold : List.of(first, second)) {
            PLATFORM.as("supervisor-140500").post(HOLDS + "/" + hold + "/lifting", REASON);
            assertThat(
                            PLATFORM.as("supervisor-140500")
                                    .tryPost(HOLDS + "/" + hold + "/lifting", REASON)
                                    .rule())
                    .isEqualTo("hold-lifted-already");
        }
        PLATFORM.forwardTo(PLATFORM.today().plusDays(1));
        assertThat(people.isErased(kept)).isTrue();
        assertThat(PLATFORM.as("land-officer-140500").tryGet("/api/files/" + held).status())
                .isEqualTo(404);
    }

    @Test
    void textsOfAClosedApplicationGoTenYearsLater() {
        Story story = Story.begin(PLATFORM, "140500", "PT-PV-GROUND", "十年核对电站", "44");
        story.signMandate(PLATFORM.today().plusYears(1));
        UUID application = story.submit(false, Map.of("SITE-PREEXAM", "FORMAL"));
        PLATFORM.settle();
        story.as("steward")
                .post(Story.application(application) + "/withdrawal", Map.of("reason", "不再建设"));
        PLATFORM.settle();
        JdbcClient jdbc = PLATFORM.bean(JdbcClient.class);
        UUID remark =
                jdbc.sql("select remark from intake.application where id = ?")
                        .param(application)
                        .query(UUID.class)
                        .single();
        jdbc.sql("update intake.application set closed_on = ? where id = ?")
                .params(PLATFORM.today().minusYears(11), application)
                .update();

        PLATFORM.forwardTo(PLATFORM.today().plusDays(1));

        assertThat(run("remarks").get("removed").asLong()).isPositive();
        assertThat(
                        jdbc.sql("select sealed is null from parties.remark where id = ?")
                                .param(remark)
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    private static LocalDate day(int year) {
        return LocalDate.of(year, 1, 1);
    }

    private static Caller clerk() {
        return PLATFORM.as("clerk-140500");
    }

    private static UUID hold(Caller supervisor, UUID person) {
        return Story.uuid(
                supervisor.post(
                        HOLDS, Map.of("kind", "PERSON", "number", person, "reason", "复议期间")),
                "id");
    }

    /** The latest run over a kind. */
    private static JsonNode run(String kind) {
        JsonNode runs = PLATFORM.as("administrator").get("/api/privacy/retention-runs?limit=200");
        return StreamSupport.stream(runs.get("items").spliterator(), false)
                .filter(run -> run.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static void revokeAll(UUID steward) {
        PLATFORM.bean(JdbcClient.class)
                .sql("update steward.mandate set revoked_on = ? where steward = ?")
                .params(PLATFORM.today(), steward)
                .update();
    }

    private static JsonNode own(Caller caller) {
        return caller.get("/api/privacy/me");
    }

    private static String name(Caller caller) {
        return caller.get("/api/me").at("/person/name").asString();
    }

    private static List<String> actors(Story story, String role) {
        return StreamSupport.stream(
                        story.as(role)
                                .get(story.path("/timeline?limit=200"))
                                .get("items")
                                .spliterator(),
                        false)
                .map(JsonNode::toString)
                .flatMap(
                        text ->
                                Stream.of(
                                                name(story.as("applicant")),
                                                Masked.name(name(story.as("applicant"))),
                                                name(story.as("steward")))
                                        .filter(text::contains))
                .distinct()
                .toList();
    }
}

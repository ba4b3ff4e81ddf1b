package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.spi.Dependents;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogEntry;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.eventlog.ReadModelProof;
import org.xiangmuzhang.eventlog.ReadModelProof.Projection;
import org.xiangmuzhang.eventlog.Rebuilds;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.ItemClock;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.intake.events.ClockPaused;
import org.xiangmuzhang.intake.events.ItemDecided;
import org.xiangmuzhang.intake.spi.Mandates;
import org.xiangmuzhang.intake.spi.Mandates.Act;
import org.xiangmuzhang.intake.spi.Preconditions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.land.api.ParcelView;
import org.xiangmuzhang.land.events.LandDelivered;
import org.xiangmuzhang.land.events.LandRightEstablished;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.port.in.BoardKeeping;
import org.xiangmuzhang.steward.port.in.BoardLine;
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.in.Fetching;
import org.xiangmuzhang.steward.port.in.Happening;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.PlanSheet.Step;
import org.xiangmuzhang.steward.port.in.Recording;
import org.xiangmuzhang.steward.port.in.Registering;
import org.xiangmuzhang.steward.port.in.Watching;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

@SpringBootTest(
        classes = StewardApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class StewardScenarioTests {

    private static final Region REGION = new Region("140500");
    private static final AtomicInteger SERIAL = new AtomicInteger(100_000);
    private static final SocialCreditCode CODE = new SocialCreditCode("91350100M000100Y43");
    private static final PlanDrawing.Wishes PLAIN =
            new PlanDrawing.Wishes(null, null, Set.of(), Set.of(), Set.of(), Set.of(), false);

    @Autowired StewardApplication application;
    @Autowired StewardApplication.MovableClock clock;
    @Autowired StewardApplication.ToldApplications applications;
    @Autowired StewardApplication.ToldParcels parcels;
    @Autowired Registering registering;
    @Autowired Entrusting entrusting;
    @Autowired PlanDrawing planDrawing;
    @Autowired Recording recording;
    @Autowired Watching watching;
    @Autowired Mandates mandates;
    @Autowired Dependents dependents;
    @Autowired Preconditions preconditions;
    @Autowired People people;
    @Autowired Enterprises enterprises;
    @Autowired Files files;
    @Autowired Fetching fetching;
    @Autowired Remarks remarks;
    @Autowired LogReader log;
    @Autowired Rebuilds rebuilds;
    @Autowired BoardKeeping board;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;

    @Autowired
    @Qualifier("boardFollower")
    Object follower;

    private UUID enterprise;
    private Actor steward;
    private Actor applicant;

    StewardScenarioTests() {
        this.enterprise = UUID.randomUUID();
        this.steward = actor(Role.STEWARD, null);
        this.applicant = actor(Role.APPLICANT, enterprise);
    }

    private static Actor actor(Role role, @Nullable UUID enterprise) {
        return new Actor(UUID.randomUUID(), role, REGION, null, enterprise);
    }

    @BeforeEach
    void people() {
        enterprise =
                enterprises
                        .byCode(CODE)
                        .map(Enterprise::id)
                        .orElseGet(
                                () -> {
                                    enterprises.add(
                                            new Enterprise(enterprise, REGION, CODE, "沁水新能源有限公司"));
                                    return enterprise;
                                });
        applicant = actor(Role.APPLICANT, enterprise);
        steward = hired(Role.STEWARD, "李项目");
        as(steward);
    }

    private Actor hired(Role role, String name) {
        UUID id = UUID.randomUUID();
        people.add(new Person(id, "u" + id.toString().substring(0, 8), name, null), null);
        Post post =
                new Post(
                        UUID.randomUUID(),
                        id,
                        role,
                        REGION,
                        null,
                        null,
                        null,
                        LocalDate.of(2026, 1, 1),
                        null);
        people.assign(post);
        return post.actor();
    }

    private void as(Actor actor) {
        application.actor = actor;
    }

    @Test
    void registeredProjectIsFoundByNameAndItsNameStaysOutOfTheLog() {
        UUID project = registered("PT-PV-GROUND");

        assertThat(watching.project(steward, project, null))
                .satisfies(
                        sheet -> {
                            assertThat(sheet.name()).isEqualTo("沁水光伏 100 MW");
                            assertThat(sheet.regionName()).isEqualTo("晋城市");
                            assertThat(sheet.enterpriseName()).isEqualTo("沁水新能源有限公司");
                            assertThat(sheet.steward()).isNull();
                        });
        assertThat(log.ofProject(project, 0, 10))
                .extracting(LogEntry::type)
                .containsExactly("steward.project-registered", "steward.milestone-reached");
        assertThat(log.ofProject(project, 0, 10))
                .allSatisfy(entry -> assertThat(entry.payloadJson()).doesNotContain("光伏"))
                .allSatisfy(
                        entry ->
                                assertThat(entry.metadata())
                                        .containsEntry("actor", steward.person().toString()));
    }

    @Test
    void projectWithoutACodeGetsATestCode() {
        UUID project = UUID.randomUUID();
        registering.register(steward, registration(project, null, "PT-PV-GROUND"));

        assertThat(watching.project(steward, project, null).code()).startsWith("2611-999999-");
    }

    @Test
    void codesThatThePlatformMakesFollowOnePastAnotherAndPassWhatIsTaken() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        registering.register(steward, registration(first, null, "PT-PV-GROUND"));
        int serial = serial(first);
        String taken = "2611-999999-99-99-%06d".formatted(serial + 1);
        registering.register(steward, registration(UUID.randomUUID(), taken, "PT-PV-GROUND"));

        registering.register(steward, registration(second, null, "PT-PV-GROUND"));

        assertThat(serial(second)).isEqualTo(serial + 2);
        refused(
                () -> registering.register(steward, registration(first, null, "PT-PV-GROUND")),
                "project-id-taken");
    }

    private int serial(UUID project) {
        return Integer.parseInt(watching.project(steward, project, null).code().substring(18));
    }

    @Test
    void registeringWaitsForNobodyWhoIsRegistering() {
        transaction.executeWithoutResult(
                status -> {
                    registering.register(
                            steward, registration(UUID.randomUUID(), null, "PT-PV-GROUND"));
                    UUID other = UUID.randomUUID();
                    CompletableFuture.runAsync(
                                    () ->
                                            registering.register(
                                                    steward,
                                                    registration(other, null, "PT-PV-GROUND")))
                            .orTimeout(30, TimeUnit.SECONDS)
                            .join();
                    assertThat(
                                    jdbc.sql("select code from steward.project where id = ?")
                                            .param(other)
                                            .query(String.class)
                                            .single())
                            .contains("-999999-");
                    status.setRollbackOnly();
                });
    }

    @Test
    void refusesRegistrationsThatCannotBe() {
        String taken = code();
        registering.register(steward, registration(UUID.randomUUID(), taken, "PT-PV-GROUND"));
        long before = log.head();

        refused(() -> register(taken, "PT-PV-GROUND"), "project-code-taken");
        refused(() -> register("2613-140500", "PT-PV-GROUND"), "project-code-form");
        refused(() -> register(code(), "PT-NOWHERE"), "project-type-unknown");
        refused(
                () ->
                        registering.register(
                                steward,
                                new Registering.Registration(
                                        UUID.randomUUID(),
                                        REGION,
                                        code(),
                                        "无主项目",
                                        "PT-PV-GROUND",
                                        UUID.randomUUID(),
                                        null,
                                        null)),
                "enterprise-unknown");
        refused(
                () ->
                        registering.register(
                                steward,
                                new Registering.Registration(
                                        UUID.randomUUID(),
                                        new Region("310000"),
                                        code(),
                                        "外地项目",
                                        "PT-PV-GROUND",
                                        enterprise,
                                        null,
                                        null)),
                "region-unknown");
        refused(
                () ->
                        registering.register(
                                applicant,
                                new Registering.Registration(
                                        UUID.randomUUID(),
                                        Region.TEMPLATE,
                                        code(),
                                        "无处项目",
                                        "PT-PV-GROUND",
                                        enterprise,
                                        null,
                                        null)),
                "region-unknown");
        refused(
                () ->
                        registering.register(
                                actor(Role.APPLICANT, UUID.randomUUID()),
                                registration(UUID.randomUUID(), code(), "PT-PV-GROUND")),
                "enterprise-not-yours");
        refused(
                () ->
                        registering.register(
                                actor(Role.CLERK, null),
                                registration(UUID.randomUUID(), code(), "PT-PV-GROUND")),
                "role-may-not");
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void oneStewardAnswersForTheProjectAndAnotherTakesOver() {
        UUID project = registered("PT-PV-GROUND");
        Actor successor = hired(Role.STEWARD, "王接手");
        Actor clerk = hired(Role.CLERK, "张窗口");

        refused(
                () -> registering.appoint(steward, project, version(project), clerk.person(), null),
                "not-a-steward");
        appoint(project, steward);
        appoint(project, successor);

        assertThat(watching.project(steward, project, null).stewardName()).isEqualTo("王接手");
        settle();
        assertThat(boardOf(successor)).extracting(BoardLine::project).contains(project);
        assertThat(boardOf(steward)).extracting(BoardLine::project).doesNotContain(project);
        refused(
                () -> planDrawing.draw(steward, project, version(project), PLAIN),
                "not-the-projects-steward");

        UUID other = registered("PT-PV-GROUND");
        appoint(other, successor);
        planDrawing.draw(successor, project, version(project), PLAIN);
        settle();
        long open =
                plan(project).steps().stream()
                        .filter(step -> step.state().equals("PLANNED"))
                        .count();
        assertThat(watching.totals(successor, of(successor)))
                .satisfies(
                        load -> {
                            assertThat(load.projects()).isEqualTo(2);
                            assertThat(load.open()).isPositive().isEqualTo((int) open);
                            assertThat(load.running()).isZero();
                            assertThat(load.more()).isFalse();
                        });
        assertThat(watching.totals(steward, of(steward)).projects()).isZero();
    }

    private static Watching.BoardFilter of(Actor steward) {
        return new Watching.BoardFilter(null, steward.person(), null, null, null, 50);
    }

    @Test
    void noStewardTakesOverWhatAnotherCarriesButTheLeaderAppoints() {
        UUID project = registered("PT-PV-GROUND");
        appoint(project, steward);
        Actor rival = hired(Role.STEWARD, "赵竞争");

        refused(
                () -> registering.appoint(rival, project, version(project), rival.person(), null),
                "not-the-projects-steward");
        refused(
                () -> registering.appoint(rival, project, -1, rival.person(), null),
                "not-the-projects-steward");

        registering.appoint(hired(Role.LEADER, "周主任"), project, -1, rival.person(), null);
        assertThat(watching.project(steward, project, null).steward()).isEqualTo(rival.person());
    }

    @Test
    @Practice("PR-031")
    void mandateIsEnforcedByActByDayAndByPerson() {
        UUID project = registered("PT-PV-GROUND");
        appoint(project, steward);
        LocalDate today = today();
        assertThat(covers(steward, project, Act.SUBMIT, today)).isFalse();

        UUID mandate = UUID.randomUUID();
        entrusting.sign(
                applicant,
                project,
                version(project),
                new Entrusting.Paper(
                        mandate, List.of("SUBMIT", "SUPPLY"), today, today.plusDays(30), null));

        assertThat(covers(steward, project, Act.SUBMIT, today)).isTrue();
        assertThat(covers(steward, project, Act.SUBMIT, today.plusDays(30))).isTrue();
        assertThat(covers(steward, project, Act.SUBMIT, today.plusDays(31))).isFalse();
        assertThat(covers(steward, project, Act.SUBMIT, today.minusDays(1))).isFalse();
        assertThat(covers(steward, project, Act.RECEIVE, today)).isFalse();
        assertThat(covers(steward, UUID.randomUUID(), Act.SUBMIT, today)).isFalse();
        assertThat(mandates.covering(steward.person(), enterprise, null, Act.SUBMIT, today))
                .isEmpty();
        assertThat(covers(steward, registered("PT-PV-GROUND"), Act.SUBMIT, today)).isFalse();
        assertThat(watching.project(applicant, project, null).mandates())
                .singleElement()
                .satisfies(it -> assertThat(it.acts()).containsExactly("SUBMIT", "SUPPLY"));

        entrusting.revoke(applicant, project, version(project), mandate, "改由本企业自行办理");
        assertThat(covers(steward, project, Act.SUBMIT, today)).isFalse();
        assertThat(timeline(project, null))
                .filteredOn(it -> it.event().equals("steward.mandate-revoked"))
                .singleElement()
                .satisfies(it -> assertThat(it.why()).isEqualTo("改由本企业自行办理"));
    }

    @Test
    void mandateEndsWithTheStewardItNames() {
        UUID project = entrusted("PT-PV-GROUND");
        assertThat(covers(steward, project, Act.SUBMIT, today())).isTrue();

        Actor successor = hired(Role.STEWARD, "王接手");
        appoint(project, successor);

        assertThat(covers(steward, project, Act.SUBMIT, today())).isFalse();
        assertThat(covers(successor, project, Act.SUBMIT, today())).isFalse();
    }

    @Test
    void onlyTheEnterpriseItselfSignsAndSeesItsProject() {
        UUID project = registered("PT-PV-GROUND");
        appoint(project, steward);
        Actor stranger = actor(Role.APPLICANT, UUID.randomUUID());
        var paper =
                new Entrusting.Paper(UUID.randomUUID(), List.of("SUBMIT"), today(), today(), null);

        refused(() -> watching.project(stranger, project, null), "project-unknown");
        refused(
                () -> watching.timeline(stranger, project, null, 0, 10, Locale.ENGLISH),
                "project-unknown");
        refused(
                () -> entrusting.sign(stranger, project, version(project), paper),
                "project-unknown");
        refused(() -> entrusting.sign(steward, project, version(project), paper), "role-may-not");
        assertThat(
                        watching.project(
                                        new Actor(
                                                UUID.randomUUID(),
                                                Role.LEADER,
                                                new Region("140000"),
                                                null,
                                                null),
                                        project,
                                        null)
                                .id())
                .isEqualTo(project);
        refused(
                () ->
                        watching.project(
                                new Actor(
                                        UUID.randomUUID(),
                                        Role.LEADER,
                                        new Region("350100"),
                                        null,
                                        null),
                                project,
                                null),
                "project-unknown");
    }

    @Test
    void projectOfAZoneIsSeenFromAboveAndFromNowhereElse() {
        Region zone = new Region("Z370403GX");
        Actor there = new Actor(UUID.randomUUID(), Role.STEWARD, zone, null, null);
        UUID project = UUID.randomUUID();
        registering.register(there, registration(project, zone, code(), "PT-IND-MOCK"));
        settle();
        Region city = new Region("370400");
        Actor auditor = at(Region.TEMPLATE, Role.AUDITOR);

        for (Actor above :
                List.of(
                        auditor,
                        at(city, Role.LEADER),
                        at(new Region("370403"), Role.SUPERVISOR),
                        at(zone, Role.CLERK))) {
            assertThat(watching.project(above, project, null).id()).isEqualTo(project);
            assertThat(board(above, null)).contains(project);
            assertThat(board(above, zone)).contains(project);
        }
        for (Actor beside :
                List.of(
                        at(city, Role.CLERK),
                        at(new Region("370403"), Role.LAND_OFFICER),
                        at(REGION, Role.LEADER))) {
            refused(() -> watching.project(beside, project, null), "project-unknown");
            assertThat(board(beside, null)).doesNotContain(project);
            refused(() -> board(beside, zone), "region-not-yours");
        }
        refused(
                () -> registering.appoint(auditor, project, -1, there.person(), null),
                "role-may-not");
        refused(() -> planDrawing.draw(auditor, project, -1, PLAIN), "role-may-not");
    }

    private static Actor at(Region place, Role role) {
        return new Actor(UUID.randomUUID(), role, place, null, null);
    }

    private List<UUID> board(Actor actor, @Nullable Region region) {
        return watching
                .board(actor, new Watching.BoardFilter(region, null, null, null, null, 200))
                .lines()
                .stream()
                .map(BoardLine::project)
                .toList();
    }

    @Test
    void planIsMadeFromTheProjectTypeAndCountsBackFromTheTarget() {
        UUID project = entrusted("PT-PV-GROUND");
        LocalDate target = LocalDate.of(2026, 12, 31);
        draw(project, wishes(target, Set.of(), Set.of()));

        PlanSheet plan = plan(project);
        assertThat(step(plan, "STEWARD-ENTRUST").state()).isEqualTo("DONE");
        assertThat(step(plan, "STEWARD-STUDY").state()).isEqualTo("DONE");
        assertThat(step(plan, "FOREST-USE").state()).isEqualTo("DROPPED");
        assertThat(plan.feasible()).isTrue();
        Step last = step(plan, "LAND-PLAN-PERMIT");
        assertThat(last.latestFinish()).isEqualTo(target);
        assertThat(last.critical()).isTrue();
        Step preExam = step(plan, "SITE-PREEXAM");
        Step approval = step(plan, "ENT-APPROVAL");
        assertThat(preExam.days()).isEqualTo(10);
        assertThat(approval.earliestStart()).isEqualTo(preExam.earliestFinish());
        assertThat(preExam.latestFinish()).isEqualTo(approval.latestStart());
        assertThat(preExam.slack()).isEqualTo(last.slack());

        draw(project, wishes(target, Set.of("FOREST-USE"), Set.of()));
        assertThat(step(plan(project), "FOREST-USE").state()).isEqualTo("PLANNED");
        assertThat(plan(project).revision()).isGreaterThan(plan.revision());
    }

    @Test
    @Practice("PR-170")
    void shortestPlanIsFoundByItsCriticalPathAndByComparingCourses() {
        UUID project = entrusted("PT-IND-MOCK");
        PlanSheet serial = drawn(project, PLAIN);
        PlanSheet parallel =
                drawn(
                        project,
                        new PlanDrawing.Wishes(
                                null, null, Set.of(), Set.of(), Set.of(), Set.of(), true));
        PlanSheet simulated =
                drawn(
                        project,
                        wishes(
                                null,
                                Set.of(),
                                Set.of(
                                        "LAND-PLAN-PERMIT",
                                        "ENG-PLAN-PERMIT",
                                        "CONSTRUCTION-PERMIT",
                                        "DRAWING-REVIEW")));

        assertThat(List.of(serial.finish(), parallel.finish(), simulated.finish()))
                .containsExactly(
                        LocalDate.of(2027, 1, 14),
                        LocalDate.of(2027, 1, 14),
                        LocalDate.of(2027, 1, 5));
        List<String> path =
                List.of(
                        "PLANNING-CONDITIONS",
                        "DESIGN-SCHEME",
                        "DRAWING-REVIEW",
                        "CONSTRUCTION-PERMIT",
                        "JOINT-SURVEY",
                        "LAND-VERIFY",
                        "PLAN-VERIFY",
                        "JOINT-ACCEPT",
                        "COMPLETION-FILING",
                        "REALESTATE-REG");
        assertThat(criticalPath(serial)).isEqualTo(path);
        assertThat(criticalPath(simulated)).isEqualTo(path);
        Step grant = step(simulated, "LAND-GRANT");
        Step permit = step(simulated, "LAND-PLAN-PERMIT");
        assertThat(permit.earliestStart()).isBefore(grant.earliestFinish());
        assertThat(permit.earliestFinish()).isAfterOrEqualTo(grant.earliestFinish());
    }

    private PlanSheet drawn(UUID project, PlanDrawing.Wishes wishes) {
        draw(project, wishes);
        return plan(project);
    }

    /** Open items that may not slip, in their order; each but the first waits for one of them. */
    private static List<String> criticalPath(PlanSheet plan) {
        List<Step> critical =
                plan.steps().stream()
                        .filter(Step::critical)
                        .sorted(
                                Comparator.comparing(Step::earliestFinish)
                                        .thenComparing(Step::itemCode))
                        .toList();
        assertThat(critical.getLast().earliestFinish()).isEqualTo(plan.finish());
        return critical.stream().map(Step::itemCode).toList();
    }

    @Test
    void mergedDecisionStandsForWhatItReplacesAndKeepsItVisible() {
        UUID project = entrusted("PT-GOV-ROAD");
        draw(
                project,
                new PlanDrawing.Wishes(
                        null,
                        null,
                        Set.of(),
                        Set.of(),
                        Set.of("GOV-FEAS-COMBINED"),
                        Set.of(),
                        false));

        PlanSheet plan = plan(project);
        assertThat(plan.steps())
                .filteredOn(line -> "GOV-FEAS-COMBINED".equals(line.replacedBy()))
                .extracting(line -> line.itemCode())
                .contains("GOV-PROPOSAL", "GOV-FEASIBILITY");
        assertThat(step(plan, "GOV-PROPOSAL").state()).isEqualTo("REPLACED");
        assertThat(step(plan, "GOV-PROPOSAL").earliestFinish())
                .isEqualTo(step(plan, "GOV-FEAS-COMBINED").earliestFinish());
    }

    @Test
    void refusesCoursesThatTheCatalogDoesNotAllow() {
        UUID project = entrusted("PT-PV-GROUND");
        LocalDate early = LocalDate.of(2026, 10, 1);

        refused(() -> draw(project, wishes(early, Set.of(), Set.of())), "plan-target-before-start");
        refused(
                () -> draw(project, wishes(null, Set.of("ENT-APPROVAL"), Set.of())),
                "plan-item-not-conditional");
        refused(
                () -> draw(project, wishes(null, Set.of("NO-SUCH"), Set.of())),
                "plan-item-unknown");
        refused(
                () -> draw(project, wishes(null, Set.of(), Set.of("LAND-ALLOCATION"))),
                "plan-item-not-simulatable");
        refused(
                () -> draw(project, wishes(null, Set.of(), Set.of("EIA-RADIATION"))),
                "plan-nothing-to-simulate");
        refused(
                () ->
                        draw(
                                project,
                                new PlanDrawing.Wishes(
                                        null,
                                        null,
                                        Set.of(),
                                        Set.of(),
                                        Set.of("EIA-TABLE"),
                                        Set.of(),
                                        false)),
                "plan-item-not-merged");
        refused(
                () ->
                        draw(
                                project,
                                new PlanDrawing.Wishes(
                                        null,
                                        null,
                                        Set.of(),
                                        Set.of(),
                                        Set.of(),
                                        Set.of("STEWARD-STUDY"),
                                        false)),
                "plan-item-not-tolerant");
        assertThat(log.ofProject(project, 0, 100))
                .noneMatch(entry -> entry.type().equals("steward.plan-drawn"));
    }

    @Test
    void planGoesOnWhileTheClockOfTheSiteOpinionStandsStillForPublicity() {
        UUID project = entrusted("PT-PV-GROUND");
        draw(project, wishes(null, Set.of(), Set.of("ENT-APPROVAL")));
        settle();
        LocalDate start = today();
        UUID application = UUID.randomUUID();
        UUID task = UUID.randomUUID();
        tell(
                project,
                application,
                task(
                        task,
                        application,
                        "SITE-PREEXAM",
                        Mode.FORMAL,
                        "PAUSED",
                        start,
                        start.plusDays(14),
                        null));
        applications.clocks.put(
                task,
                new ItemClock(
                        task,
                        start,
                        null,
                        TimeLimit.workingDays(10),
                        List.of(),
                        start.plusDays(1),
                        null));
        publish(
                new ClockPaused(
                        application,
                        REGION,
                        project,
                        task,
                        "SITE-PREEXAM",
                        "NR",
                        "PUBLICITY",
                        start.plusDays(1),
                        start.plusDays(11)));
        settle();

        PlanSheet plan = plan(project);
        assertThat(plan.cause()).isEqualTo("intake.clock-paused");
        assertThat(step(plan, "SITE-PREEXAM").state()).isEqualTo("PAUSED");
        Step approval = step(plan, "ENT-APPROVAL");
        assertThat(approval.earliestStart()).isBefore(step(plan, "SITE-PREEXAM").earliestFinish());
        assertThat(approval.earliestFinish())
                .isEqualTo(step(plan, "SITE-PREEXAM").earliestFinish());
    }

    @Test
    void decidedItemMovesThePlanAndThePastStaysAsItWasKnown() {
        UUID project = entrusted("PT-PV-GROUND");
        draw(project, PLAIN);
        settle();
        PlanSheet before = plan(project);
        Instant then = clock.instant();
        clock.forward(Duration.ofHours(1));

        UUID application = UUID.randomUUID();
        UUID task = UUID.randomUUID();
        LocalDate today = today();
        tell(
                project,
                application,
                task(
                        task,
                        application,
                        "SITE-PREEXAM",
                        Mode.FORMAL,
                        "APPROVED",
                        today,
                        today,
                        today));
        publish(decided(application, project, task, "SITE-PREEXAM", today));
        settle();

        PlanSheet after = plan(project);
        assertThat(after.revision()).isEqualTo(before.revision() + 1);
        assertThat(after.cause()).isEqualTo("intake.item-decided");
        assertThat(step(after, "SITE-PREEXAM").actualFinish()).isEqualTo(today);
        assertThat(after.finish()).isBefore(before.finish());
        assertThat(watching.plan(steward, project, then)).isEqualTo(before);

        publish(decided(application, project, task, "SITE-PREEXAM", today));
        settle();
        assertThat(plan(project).revision()).isEqualTo(after.revision());
        assertThat(watching.plan(steward, project, then)).isEqualTo(before);
        refused(
                () -> watching.plan(steward, project, then.minus(Duration.ofDays(1))),
                "project-unknown");
    }

    @Test
    void externalDecisionCountsInThePlanIsMarkedAndIntakeIsTold() {
        UUID project = entrusted("PT-PV-GROUND");
        draw(project, PLAIN);
        settle();
        UUID file = proof();
        LocalDate decided = today().minusDays(10);
        var decision =
                new Recording.ExternalDecision(
                        "SITE-PREEXAM", "晋自然预〔2026〕8号", decided, file, today());

        refused(
                () ->
                        recording.decidedElsewhere(
                                steward,
                                project,
                                version(project),
                                new Recording.ExternalDecision(
                                        "SITE-PREEXAM", "8号", decided, UUID.randomUUID(), today())),
                "file-unknown");
        refused(
                () ->
                        recording.decidedElsewhere(
                                steward,
                                project,
                                version(project),
                                new Recording.ExternalDecision(
                                        "NO-SUCH", "8号", decided, file, today())),
                "item-unknown");
        recording.decidedElsewhere(steward, project, version(project), decision);
        settle();

        PlanSheet plan = plan(project);
        assertThat(plan.cause()).isEqualTo("steward.decided-elsewhere");
        assertThat(plan.steps())
                .filteredOn(Step::decidedElsewhere)
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.itemCode()).isEqualTo("SITE-PREEXAM");
                            assertThat(line.actualFinish()).isEqualTo(decided);
                        });
        assertThat(watching.project(steward, project, null).decidedElsewhere())
                .singleElement()
                .satisfies(it -> assertThat(it.verifiedOn()).isEqualTo(today()));
        assertThat(applications.told).contains(project + " elsewhere ITEM:SITE-PREEXAM");
        assertThat(timeline(project, null))
                .filteredOn(it -> it.event().equals("steward.decided-elsewhere"))
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it.text())
                                        .contains("平台外办理", "建设项目用地预审与选址意见书核发", "晋自然预〔2026〕8号"));
    }

    @Test
    void refusesExternalDecisionOfWhatWasDecidedOrIsUnderWayHere() {
        UUID project = entrusted("PT-PV-GROUND");
        Map<String, String> rules =
                Map.of(
                        "APPROVED", "item-decided-here",
                        "RECEIVED", "item-under-way-here",
                        "IN_DEPARTMENT", "item-under-way-here",
                        "PAUSED", "item-under-way-here",
                        "PRE_APPROVED", "item-under-way-here",
                        "REJECTED", "item-rejected-here");
        rules.forEach(
                (state, rule) -> {
                    stands(project, "SITE-PREEXAM", state);
                    refused(() -> elsewhere(project, "SITE-PREEXAM", today()), rule);
                });
        stands(project, "SITE-PREEXAM", "WITHDRAWN");

        elsewhere(project, "SITE-PREEXAM", today());

        assertThat(watching.project(steward, project, null).decidedElsewhere()).hasSize(1);
    }

    private void stands(UUID project, String item, String state) {
        UUID application = UUID.randomUUID();
        boolean decided = state.equals("APPROVED") || state.equals("REJECTED");
        tell(
                project,
                application,
                task(
                        UUID.randomUUID(),
                        application,
                        item,
                        Mode.FORMAL,
                        state,
                        today(),
                        today(),
                        decided ? today() : null));
    }

    private void elsewhere(UUID project, String item, @Nullable LocalDate verified) {
        recording.decidedElsewhere(
                steward,
                project,
                version(project),
                new Recording.ExternalDecision(item, "8号", today(), proof(), verified));
    }

    @Test
    void nobodyReachesByHandWhatThePlatformSeesHappen() {
        UUID project = entrusted("PT-IND-MOCK");
        UUID proof = proof();

        for (String milestone :
                List.of(
                        "STEWARD-ENTRUST",
                        "STEWARD-STUDY",
                        "LAND-GRANT",
                        "LAND-ALLOCATION",
                        "LAND-DELIVERY")) {
            refused(
                    () ->
                            recording.milestone(
                                    steward, project, version(project), milestone, today(), proof),
                    "milestone-not-by-hand");
        }
        refused(() -> elsewhere(project, "STEWARD-STUDY", today()), "milestone-not-by-hand");
        assertThat(preconditions.unmet(project, "LAND-PLAN-PERMIT"))
                .contains(new Preconditions.Unmet("LAND_RIGHT", true));
    }

    @Test
    void landGrantedElsewhereIsALandRightWhoseConditionsNobodyKnows() {
        UUID project = entrusted("PT-IND-MOCK");
        draw(project, PLAIN);

        elsewhere(project, "LAND-GRANT", null);
        settle();

        assertThat(applications.told)
                .contains(
                        project + " elsewhere LAND_RIGHT", project + " elsewhere ITEM:LAND-GRANT");
        assertThat(preconditions.unmet(project, "LAND-PLAN-PERMIT"))
                .doesNotContain(new Preconditions.Unmet("LAND_RIGHT", true));
        assertThat(step(plan(project), "LAND-GRANT"))
                .satisfies(
                        step -> {
                            assertThat(step.state()).isEqualTo("ELSEWHERE");
                            assertThat(step.decidedElsewhere()).isTrue();
                            assertThat(step.verifiedOn()).isNull();
                        });
    }

    @Test
    void landOfAParcelThatLandKeepsIsNotDecidedElsewhere() {
        UUID project = entrusted("PT-IND-MOCK");
        parcels.ofProject.put(project, List.of(parcel(project, "PREPARED", 1)));

        refused(() -> elsewhere(project, "LAND-GRANT", today()), "land-is-recorded-here");
    }

    @Test
    void theLandRightOfAProjectStandsWithThatOfItsLastParcel() {
        UUID project = entrusted("PT-IND-MOCK");
        ParcelView first = parcel(project, "PREPARED", 2);
        ParcelView second = parcel(project, "PAID", 1);
        parcels.ofProject.put(project, List.of(first, second));
        publish(established(project, second));
        settle();

        assertThat(applications.told).noneMatch(told -> told.startsWith(project + " LAND_RIGHT"));
        assertThat(preconditions.unmet(project, "LAND-PLAN-PERMIT"))
                .contains(new Preconditions.Unmet("LAND_RIGHT", true));
        assertThat(preconditions.planningConditions(project))
                .isEqualTo(Map.of(first.id(), 2, second.id(), 1));

        publish(established(project, first));
        settle();

        assertThat(applications.told).contains(project + " LAND_RIGHT 2");
    }

    private LandRightEstablished established(UUID project, ParcelView parcel) {
        return new LandRightEstablished(
                parcel.id(),
                REGION,
                project,
                enterprise,
                "GRANT",
                today(),
                parcel.planningConditions());
    }

    private static ParcelView parcel(UUID project, String state, int conditions) {
        return new ParcelView(
                UUID.randomUUID(),
                REGION,
                "140502001001GB00001",
                new BigDecimal("66666.67"),
                state,
                project,
                conditions);
    }

    @Test
    void aDecisionElsewhereStaysUnverifiedUntilSomeoneVerifiesIt() {
        UUID project = entrusted("PT-PV-GROUND");
        UUID proof = proof();
        draw(project, PLAIN);
        var unverified = new Recording.ExternalDecision("SITE-PREEXAM", "8号", today(), proof, null);
        recording.decidedElsewhere(steward, project, version(project), unverified);

        assertThat(watching.project(steward, project, null).decidedElsewhere())
                .singleElement()
                .satisfies(it -> assertThat(it.verifiedOn()).isNull());
        assertThat(told(project)).endsWith("核验日期：尚未核验");
        refused(
                () -> recording.decidedElsewhere(steward, project, version(project), unverified),
                "elsewhere-recorded-already");
        recording.decidedElsewhere(
                steward,
                project,
                version(project),
                new Recording.ExternalDecision("SITE-PREEXAM", "8号", today(), proof, today()));
        settle();

        assertThat(step(plan(project), "SITE-PREEXAM").verifiedOn()).isEqualTo(today());
        assertThat(told(project)).endsWith("核验日期：" + today());
    }

    @Test
    void aWrongRecordOfADecisionElsewhereIsPutRightAndTheTimelineKeepsBoth() {
        UUID project = entrusted("PT-PV-GROUND");
        draw(project, PLAIN);
        UUID proof = proof();
        var right = new Recording.ExternalDecision("SITE-PREEXAM", "9号", today(), proof, today());
        refused(
                () -> recording.correct(steward, project, version(project), right, "录入有误"),
                "elsewhere-unknown");
        recording.decidedElsewhere(
                steward,
                project,
                version(project),
                new Recording.ExternalDecision(
                        "SITE-PREEXAM", "8号", today().minusDays(1), proof, null));
        settle();
        refused(
                () -> recording.correct(steward, project, version(project), right, " "),
                "remark-length");
        refused(
                () ->
                        recording.correct(
                                actor(Role.LEADER, null), project, version(project), right, "录入有误"),
                "role-may-not");

        recording.correct(steward, project, version(project), right, "录入有误");
        settle();

        refused(
                () -> recording.correct(steward, project, version(project), right, "录入有误"),
                "elsewhere-corrects-nothing");
        assertThat(watching.project(steward, project, null).decidedElsewhere())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.documentNumber()).isEqualTo("9号");
                            assertThat(it.decidedOn()).isEqualTo(today());
                            assertThat(it.verifiedOn()).isEqualTo(today());
                        });
        assertThat(step(plan(project), "SITE-PREEXAM").actualFinish()).isEqualTo(today());
        assertThat(plan(project).cause()).isEqualTo("steward.decided-elsewhere-corrected");
        List<Happening> told =
                timeline(project, null).stream()
                        .filter(it -> it.event().startsWith("steward.decided-elsewhere"))
                        .toList();
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().text()).contains("8号");
        assertThat(told.getLast().text()).startsWith("更正").contains("9号");
        assertThat(told.getLast().why()).isEqualTo("录入有误");
    }

    /** The last sentence of the timeline about a decision made elsewhere. */
    private String told(UUID project) {
        return watching.timeline(steward, project, null, 0, 200, Locale.SIMPLIFIED_CHINESE).stream()
                .filter(it -> it.event().equals("steward.decided-elsewhere"))
                .toList()
                .getLast()
                .text();
    }

    @Test
    void itemsWaitForTheLandRightAndIntakeIsToldWhenItStands() {
        UUID project = entrusted("PT-IND-MOCK");
        draw(project, PLAIN);

        assertThat(preconditions.unmet(project, "LAND-PLAN-PERMIT"))
                .contains(new Preconditions.Unmet("LAND_RIGHT", true));
        assertThat(preconditions.unmet(project, "ENG-PLAN-PERMIT"))
                .contains(new Preconditions.Unmet("ITEM:LAND-PLAN-PERMIT", true));
        assertThat(preconditions.unmet(project, "ENT-FILING")).isEmpty();
        assertThat(preconditions.planningConditions(project)).isEmpty();

        UUID parcel = UUID.randomUUID();
        parcels.ofProject.put(
                project,
                List.of(
                        new ParcelView(
                                parcel,
                                REGION,
                                "140502001001GB00001",
                                new BigDecimal("66666.67"),
                                "PAID",
                                project,
                                3)));
        publish(new LandRightEstablished(parcel, REGION, project, enterprise, "GRANT", today(), 3));
        publish(new LandRightEstablished(parcel, REGION, project, enterprise, "GRANT", today(), 3));
        publish(new LandDelivered(parcel, REGION, project, today()));
        settle();

        assertThat(preconditions.unmet(project, "LAND-PLAN-PERMIT"))
                .doesNotContain(new Preconditions.Unmet("LAND_RIGHT", true));
        assertThat(preconditions.planningConditions(project)).isEqualTo(Map.of(parcel, 3));
        assertThat(applications.told).contains(project + " LAND_RIGHT 3");
        assertThat(step(plan(project), "LAND-GRANT").actualFinish()).isEqualTo(today());
        assertThat(step(plan(project), "LAND-DELIVERY").state()).isEqualTo("DONE");
        assertThat(watching.project(steward, project, null).milestones())
                .extracting(it -> it.itemCode())
                .contains("LAND-GRANT", "LAND-DELIVERY");
    }

    @Test
    void landRightOfAnotherEnterpriseOrPlaceChangesNothing() {
        UUID project = entrusted("PT-IND-MOCK");
        draw(project, PLAIN);
        UUID parcel = UUID.randomUUID();

        publish(
                new LandRightEstablished(
                        parcel, REGION, project, UUID.randomUUID(), "GRANT", today(), 1));
        publish(
                new LandRightEstablished(
                        parcel, new Region("370403"), project, enterprise, "GRANT", today(), 1));
        publish(new LandDelivered(parcel, new Region("370403"), project, today()));
        settle();

        assertThat(applications.told).noneMatch(told -> told.startsWith(project + " LAND_RIGHT"));
        assertThat(watching.project(steward, project, null).milestones())
                .extracting(it -> it.itemCode())
                .doesNotContain("LAND-GRANT", "LAND-DELIVERY");
    }

    @Test
    void withoutAPlanTheCatalogSaysWhatAnItemWaitsFor() {
        UUID road = entrusted("PT-GOV-ROAD");

        assertThat(preconditions.unmet(road, "SITE-PREEXAM")).isEmpty();
        assertThat(preconditions.unmet(road, "ENERGY-COMMIT")).isEmpty();
        assertThat(preconditions.unmet(road, "FOREIGN-INVEST")).isEmpty();
        assertThat(preconditions.unmet(road, "TENDER-RECORD"))
                .containsExactly(new Preconditions.Unmet("ITEM:BID-SCHEME", false));
        assertThat(preconditions.unmet(road, "LAND-PLAN-PERMIT"))
                .contains(new Preconditions.Unmet("LAND_RIGHT", true));
        assertThat(preconditions.unmet(road, "GOV-FEAS-COMBINED"))
                .containsExactly(new Preconditions.Unmet("ITEM:SITE-PREEXAM", true));
        assertThat(preconditions.placeOf(road)).contains(REGION);

        recording.decidedElsewhere(
                steward,
                road,
                version(road),
                new Recording.ExternalDecision(
                        "BID-SCHEME", "招标方案-2026-1", today(), proof(), today()));

        assertThat(preconditions.unmet(road, "TENDER-RECORD")).isEmpty();
    }

    @Test
    void anItemThatTheTypeDoesNotAskForWaitsForAllThatTheLawPutsBeforeIt() {
        UUID plant = entrusted("PT-PV-GROUND");

        for (boolean planned : new boolean[] {false, true}) {
            if (planned) {
                draw(plant, PLAIN);
            }
            assertThat(preconditions.unmet(plant, "CONSTRUCTION-PERMIT"))
                    .contains(
                            new Preconditions.Unmet("ITEM:ENG-PLAN-PERMIT", true),
                            new Preconditions.Unmet("ITEM:EIA-RADIATION", false));
            assertThat(preconditions.unmet(plant, "WATER-CERT"))
                    .containsExactly(new Preconditions.Unmet("ITEM:WATER-INTAKE", false));
        }
    }

    @Test
    void papersAreTheEnterprisesOrTheRecordersOwn() {
        UUID project = entrusted("PT-PV-GROUND");
        Actor other = actor(Role.APPLICANT, UUID.randomUUID());
        UUID foreign = paper(other);
        UUID colleagues = paper(hired(Role.STEWARD, "王同事"));
        UUID ours = paper(applicant);

        for (UUID file : List.of(foreign, colleagues)) {
            refused(
                    () ->
                            recording.decidedElsewhere(
                                    steward,
                                    project,
                                    version(project),
                                    new Recording.ExternalDecision(
                                            "SITE-PREEXAM", "8号", today(), file, today())),
                    "file-unknown");
            refused(
                    () ->
                            recording.milestone(
                                    steward,
                                    project,
                                    version(project),
                                    "JOINT-PREEXAM",
                                    today(),
                                    file),
                    "file-unknown");
            refused(() -> sign(project, file), "file-unknown");
        }

        UUID own = proof();
        recording.milestone(steward, project, version(project), "JOINT-PREEXAM", today(), own);
        sign(project, ours);

        Actor approver = new Actor(UUID.randomUUID(), Role.APPROVER, REGION, "NR", null);
        assertThat(fetching.paper(approver, project, own).name()).isEqualTo("批复.pdf");
        assertThat(fetching.paper(applicant, project, ours).name()).isEqualTo("批复.pdf");
        refused(() -> fetching.paper(approver, project, ours), "file-unknown");
        Actor anothers = actor(Role.STEWARD, null);
        refused(() -> fetching.paper(anothers, project, ours), "file-unknown");
        assertThat(fetching.paper(steward, project, ours).name()).isEqualTo("批复.pdf");
        refused(() -> fetching.paper(steward, project, foreign), "file-unknown");
        refused(() -> fetching.paper(other, project, own), "project-unknown");
    }

    private void sign(UUID project, UUID file) {
        entrusting.sign(
                applicant,
                project,
                version(project),
                new Entrusting.Paper(
                        UUID.randomUUID(), List.of("SUPPLY"), today(), today().plusDays(9), file));
    }

    @Test
    void reasonsAreForTheDepartmentThatGaveThemAndForThoseWhoCarryTheProject() {
        UUID project = entrusted("PT-PV-GROUND");
        UUID remark = remarks.write(REGION, steward.person(), "选址压覆文物", "/reason");
        as(new Actor(UUID.randomUUID(), Role.APPROVER, REGION, "NR", null));
        publish(
                new ItemDecided(
                        UUID.randomUUID(),
                        REGION,
                        project,
                        UUID.randomUUID(),
                        "SITE-PREEXAM",
                        "NR",
                        "FORMAL",
                        "REJECTED",
                        today(),
                        null,
                        null,
                        0,
                        "c",
                        remark));
        settle();

        for (Actor reader :
                List.of(steward, applicant, actor(Role.CLERK, null), department("NR"))) {
            assertThat(decision(reader, project).why()).isEqualTo("选址压覆文物");
            assertThat(decision(reader, project).data()).containsKey("itemCode");
        }
        for (Actor reader :
                List.of(
                        department("EE"),
                        actor(Role.LAND_OFFICER, null),
                        actor(Role.STEWARD, null))) {
            assertThat(decision(reader, project).why()).isNull();
            assertThat(decision(reader, project).data()).isEmpty();
        }
        Actor intermediary = actor(Role.INTERMEDIARY, null);
        refused(() -> decision(intermediary, project), "project-unknown");
        refused(() -> watching.project(intermediary, project, null), "project-unknown");
        refused(
                () ->
                        watching.board(
                                intermediary,
                                new Watching.BoardFilter(null, null, null, null, null, 50)),
                "role-may-not");
    }

    private static Actor department(String code) {
        return new Actor(UUID.randomUUID(), Role.HEAD, REGION, code, null);
    }

    private Happening decision(Actor reader, UUID project) {
        return watching.timeline(reader, project, null, 0, 200, Locale.SIMPLIFIED_CHINESE).stream()
                .filter(it -> it.event().equals("intake.item-decided"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void timelineTellsWhatHappenedInLogOrderWithWhoAndAsOfAnyMoment() {
        UUID project = registered("PT-PV-GROUND");
        Instant then = clock.instant();
        clock.forward(Duration.ofMinutes(5));
        appoint(project, steward);
        as(applicant);
        sign(project);
        as(steward);
        draw(project, PLAIN);
        settle();

        List<Happening> all = timeline(project, null);
        assertThat(all).extracting(Happening::position).isSorted();
        assertThat(all)
                .extracting(Happening::event)
                .startsWith(
                        "steward.project-registered",
                        "steward.milestone-reached",
                        "steward.steward-appointed",
                        "steward.mandate-signed",
                        "steward.milestone-reached",
                        "steward.courses-chosen",
                        "steward.milestone-reached",
                        "steward.plan-drawn");
        assertThat(all.get(2).actorName()).isEqualTo("李项目");
        assertThat(all.get(2).text()).isEqualTo("指定 李项目 为项目长");
        assertThat(all)
                .allSatisfy(
                        it -> assertThat(it.text()).doesNotContain("{").isNotEqualTo(it.event()));
        assertThat(timeline(project, then))
                .extracting(Happening::event)
                .containsExactly("steward.project-registered", "steward.milestone-reached");
        List<Happening> inPages = new ArrayList<>();
        for (long after = 0; ; after = inPages.getLast().position()) {
            List<Happening> page =
                    watching.timeline(steward, project, null, after, 3, Locale.SIMPLIFIED_CHINESE);
            inPages.addAll(page);
            if (page.size() < 3) {
                break;
            }
        }
        assertThat(inPages).isEqualTo(all);
        assertThat(
                        watching.timeline(steward, project, null, 0, 3, Locale.ENGLISH)
                                .getFirst()
                                .text())
                .startsWith("Project registered with code");
        assertThat(watching.project(steward, project, then).steward()).isNull();
        refused(() -> watching.plan(steward, project, then), "plan-unknown");
    }

    @Test
    void boardRebuiltFromTheFirstEventEqualsTheLiveOne() {
        UUID project = entrusted("PT-PV-GROUND");
        draw(project, wishes(LocalDate.of(2026, 12, 31), Set.of(), Set.of()));
        registered("PT-GOV-ROAD");
        settle();
        List<String> live = boardRows();
        assertThat(live).isNotEmpty();

        rebuilds.fromFirstEvent("steward.board", board::begin);
        settle();

        assertThat(boardRows()).isEqualTo(live);
    }

    @Test
    void boardRebuiltWhileWritesGoOnEqualsTheLiveOneAtItsPosition() throws Exception {
        registered("PT-PV-GROUND");
        settle();
        Thread writer =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 0; i < 30; i++) {
                                        entrusted("PT-PV-GROUND");
                                    }
                                });
        ReadModelProof proof = new ReadModelProof(transaction, jdbc, rebuilds);

        for (int i = 0; i < 5; i++) {
            assertThat(proof.of("steward.board", follower, Projection.of("steward.board")))
                    .isNotEmpty();
        }
        writer.join();
    }

    @Test
    void boardShowsNextStepAndFinishAgainstTargetTheMostUrgentFirst() {
        UUID late = entrusted("PT-PV-GROUND");
        draw(late, wishes(LocalDate.of(2026, 12, 4), Set.of(), Set.of()));
        UUID application = UUID.randomUUID();
        tell(
                late,
                application,
                task(
                        UUID.randomUUID(),
                        application,
                        "SITE-PREEXAM",
                        Mode.FORMAL,
                        "IN_DEPARTMENT",
                        today(),
                        LocalDate.of(2026, 12, 11),
                        null));
        planDrawing.redraw(late, "intake.application-accepted");
        UUID easy = entrusted("PT-PV-GROUND");
        draw(easy, wishes(LocalDate.of(2026, 12, 31), Set.of(), Set.of()));
        UUID unplanned = entrusted("PT-PV-GROUND");
        settle();

        List<BoardLine> lines = boardOf(steward);
        assertThat(lines).extracting(BoardLine::project).containsExactly(late, easy, unplanned);
        BoardLine first = lines.getFirst();
        assertThat(first.leastSlack()).isNegative();
        assertThat(first.finish()).isAfter(first.target());
        assertThat(first.nextItem()).isNotNull();
        assertThat(first.nextItemName()).isNotEqualTo(first.nextItem());
        assertThat(first.done()).isEqualTo(3);
        assertThat(first.items()).isGreaterThan(first.done());
        assertThat(first.light()).isEqualTo("GREEN");
        assertThat(lines.getLast().leastSlack()).isNull();

        Watching.BoardPage one =
                watching.board(
                        steward,
                        new Watching.BoardFilter(null, steward.person(), null, null, null, 2));
        Watching.BoardPage two =
                watching.board(
                        steward,
                        new Watching.BoardFilter(
                                null,
                                steward.person(),
                                null,
                                one.lastUrgency(),
                                one.lastProject(),
                                2));
        assertThat(one.lines()).extracting(BoardLine::project).containsExactly(late, easy);
        assertThat(two.lines()).extracting(BoardLine::project).containsExactly(unplanned);
        assertThat(two.lastProject()).isNull();
        refused(
                () ->
                        watching.board(
                                steward,
                                new Watching.BoardFilter(null, null, "BLUE", null, null, 2)),
                "light-unknown");
    }

    @Test
    void saysOfAnItemHowManyRunningPlansHaveItBeforeThem() {
        UUID project = entrusted("PT-PV-GROUND");
        entrusted("PT-PV-GROUND");
        settle();
        String next = "SITE-PREEXAM";
        String later = "LAND-PLAN-PERMIT";
        long plansWithNext = touched(next).getFirst();
        long plansWithLater = touched(later).getFirst();
        long projectsNextToIt = touched(later).getLast();

        draw(project, PLAIN);
        settle();
        assertThat(touched(next).getFirst()).isEqualTo(plansWithNext + 1);
        assertThat(touched(later))
                .as("far down the plan")
                .containsExactly(plansWithLater + 1, projectsNextToIt);
        assertThat(touched("NO-SUCH")).containsExactly(0L, 0L);

        UUID application = UUID.randomUUID();
        UUID task = UUID.randomUUID();
        LocalDate today = today();
        tell(
                project,
                application,
                task(task, application, next, Mode.FORMAL, "APPROVED", today, today, today));
        publish(decided(application, project, task, next, today));
        settle();
        assertThat(step(plan(project), next).state()).isEqualTo("DONE");
        assertThat(touched(next).getFirst()).as("done there").isEqualTo(plansWithNext);
        assertThat(touched(later).getFirst()).isEqualTo(plansWithLater + 1);
    }

    private List<Long> touched(String item) {
        return dependents.of(Set.of(REGION), "items", item, Set.of(item)).stream()
                .map(Dependents.Line::count)
                .toList();
    }

    @Test
    void boardOfAnOlderVersionIsToldWhatIsOpenInItsPlans() throws IOException {
        UUID project = entrusted("PT-PV-GROUND");
        draw(project, PLAIN);
        draw(project, wishes(LocalDate.of(2026, 12, 31), Set.of(), Set.of()));
        registered("PT-GOV-ROAD");
        settle();
        List<String> live = boardRows();
        String script =
                new ClassPathResource("db/migration/steward/V56__open_items.sql")
                        .getContentAsString(StandardCharsets.UTF_8);

        jdbc.sql("update steward.board set open_items = '{}'").update();
        assertThat(boardRows()).isNotEqualTo(live);
        jdbc.sql(script.substring(script.indexOf("update"))).update();

        assertThat(boardRows()).isEqualTo(live);
    }

    @Test
    void ofTwoWhoDrawThePlanAtOnceOneWins() throws Exception {
        UUID project = entrusted("PT-PV-GROUND");
        draw(project, PLAIN);
        settle();
        long version = version(project);
        var ready = new CountDownLatch(2);
        List<Callable<String>> both =
                List.of(LocalDate.of(2026, 12, 30), LocalDate.of(2026, 12, 31)).stream()
                        .<Callable<String>>map(
                                target ->
                                        () -> {
                                            ready.countDown();
                                            ready.await();
                                            try {
                                                planDrawing.draw(
                                                        steward,
                                                        project,
                                                        version,
                                                        wishes(target, Set.of(), Set.of()));
                                                return "won";
                                            } catch (Refusal lost) {
                                                return lost.kind() + " " + lost.rule();
                                            }
                                        })
                        .toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<String> results = new ArrayList<>();
            for (var result : threads.invokeAll(both)) {
                results.add(result.get());
            }
            assertThat(results)
                    .containsExactlyInAnyOrder("won", "CONFLICT project-changed-meanwhile");
        }
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWins() throws Exception {
        UUID project = registered("PT-PV-GROUND");
        long version = version(project);
        List<UUID> candidates = List.of(steward.person(), hired(Role.STEWARD, "赵竞争").person());
        var ready = new CountDownLatch(2);
        List<Callable<String>> both =
                candidates.stream()
                        .<Callable<String>>map(
                                person ->
                                        () -> {
                                            ready.countDown();
                                            ready.await();
                                            try {
                                                registering.appoint(
                                                        steward, project, version, person, null);
                                                return "won";
                                            } catch (Refusal lost) {
                                                return lost.rule();
                                            }
                                        })
                        .toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<String> results = new ArrayList<>();
            for (var result : threads.invokeAll(both)) {
                results.add(result.get());
            }
            assertThat(results).containsExactlyInAnyOrder("won", "project-changed-meanwhile");
        }
        assertThat(log.ofProject(project, 0, 100))
                .filteredOn(entry -> entry.type().equals("steward.steward-appointed"))
                .hasSize(1);
    }

    private UUID registered(String type) {
        UUID project = UUID.randomUUID();
        registering.register(steward, registration(project, code(), type));
        return project;
    }

    private void register(String code, String type) {
        registering.register(steward, registration(UUID.randomUUID(), code, type));
    }

    private Registering.Registration registration(
            UUID project, @Nullable String code, String type) {
        return registration(project, REGION, code, type);
    }

    private Registering.Registration registration(
            UUID project, Region region, @Nullable String code, String type) {
        return new Registering.Registration(
                project,
                region,
                code,
                "沁水光伏 100 MW",
                type,
                enterprise,
                "D",
                new BigDecimal("52000"));
    }

    private static String code() {
        return "2610-140500-04-01-" + SERIAL.incrementAndGet();
    }

    private UUID entrusted(String type) {
        UUID project = registered(type);
        appoint(project, steward);
        sign(project);
        return project;
    }

    private void appoint(UUID project, Actor person) {
        registering.appoint(steward, project, version(project), person.person(), null);
    }

    private void sign(UUID project) {
        entrusting.sign(
                applicant,
                project,
                version(project),
                new Entrusting.Paper(
                        UUID.randomUUID(), List.of("SUBMIT"), today(), today().plusYears(1), null));
    }

    private void draw(UUID project, PlanDrawing.Wishes wishes) {
        planDrawing.draw(steward, project, version(project), wishes);
    }

    private static PlanDrawing.Wishes wishes(
            @Nullable LocalDate target, Set<String> conditional, Set<String> simulated) {
        return new PlanDrawing.Wishes(
                null, target, conditional, simulated, Set.of(), Set.of(), false);
    }

    private long version(UUID project) {
        return watching.project(
                        new Actor(UUID.randomUUID(), Role.AUDITOR, REGION, null, null),
                        project,
                        null)
                .version();
    }

    private PlanSheet plan(UUID project) {
        return watching.plan(steward, project, null);
    }

    private static Step step(PlanSheet plan, String code) {
        return plan.steps().stream()
                .filter(step -> step.itemCode().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<Happening> timeline(UUID project, @Nullable Instant asOf) {
        return watching.timeline(steward, project, asOf, 0, 200, Locale.SIMPLIFIED_CHINESE);
    }

    private List<BoardLine> boardOf(Actor person) {
        return watching.board(
                        steward,
                        new Watching.BoardFilter(null, person.person(), null, null, null, 50))
                .lines();
    }

    private List<String> boardRows() {
        return jdbc.sql("select row::text from steward.board row order by project")
                .query(String.class)
                .list();
    }

    private boolean covers(Actor person, UUID project, Act act, LocalDate on) {
        return mandates.covering(person.person(), enterprise, project, act, on).isPresent();
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }

    private UUID proof() {
        return paper(steward);
    }

    private UUID paper(Actor by) {
        byte[] pdf =
                "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
                        .getBytes(StandardCharsets.US_ASCII);
        return files.store(REGION, by, "批复.pdf", new ByteArrayInputStream(pdf)).id();
    }

    private void tell(UUID project, UUID application, TaskView... tasks) {
        applications.ofProject.put(
                project,
                List.of(
                        new ApplicationView(
                                application,
                                "140500-20261102-0001",
                                REGION,
                                project,
                                enterprise,
                                "ACCEPTED",
                                8,
                                today(),
                                List.of(tasks),
                                1)));
    }

    private static TaskView task(
            UUID id,
            UUID application,
            String item,
            Mode mode,
            String state,
            LocalDate accepted,
            LocalDate due,
            @Nullable LocalDate decided) {
        return new TaskView(
                id,
                application,
                item,
                "1",
                "NR",
                mode,
                state,
                accepted,
                null,
                due,
                decided,
                null,
                List.of(),
                null);
    }

    private static ItemDecided decided(
            UUID application, UUID project, UUID task, String item, LocalDate on) {
        return new ItemDecided(
                application,
                REGION,
                project,
                task,
                item,
                "NR",
                "FORMAL",
                "APPROVED",
                on,
                "8号",
                null,
                0,
                "c");
    }

    private void publish(LoggedEvent event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    /** Until every consumer, and what it caused, is through. */
    private void settle() {
        Await.settled(log);
    }

    private static void refused(ThrowingCallable act, String rule) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}

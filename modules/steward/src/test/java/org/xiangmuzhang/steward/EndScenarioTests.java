package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.eventlog.Await;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.OwedMaterials.Owed;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.intake.spi.Mandates;
import org.xiangmuzhang.intake.spi.Preconditions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.land.events.LandDelivered;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.WorkOfDepartments;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.port.in.Closing;
import org.xiangmuzhang.steward.port.in.Convening;
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.in.KeepingBooks;
import org.xiangmuzhang.steward.port.in.KeepingDiary;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.in.ProjectSheet;
import org.xiangmuzhang.steward.port.in.Recording;
import org.xiangmuzhang.steward.port.in.SeeingActs;
import org.xiangmuzhang.steward.port.in.Staffing;
import org.xiangmuzhang.steward.port.in.TeamSheet;
import org.xiangmuzhang.steward.spi.OpenPromises.Promise;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What is written down of a project beside its approvals, and how it ends. */
@SpringBootTest(
        classes = StewardApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "a.context.of.its.own=it moves the clock")
class EndScenarioTests extends CarriedProjects {

    @Autowired StewardApplication.ToldApplications applications;
    @Autowired StewardApplication.ToldPromises promises;
    @Autowired Called called;
    @Autowired Staffing staffing;
    @Autowired Entrusting entrusting;
    @Autowired Recording recording;
    @Autowired PlanDrawing planDrawing;
    @Autowired Closing closing;
    @Autowired Convening convening;
    @Autowired KeepingBooks keeping;
    @Autowired List<WorkOfDepartments> work;
    @Autowired KeepingDiary diary;
    @Autowired SeeingActs acts;
    @Autowired Mandates mandates;
    @Autowired Preconditions preconditions;
    @Autowired Remarks remarks;
    @Autowired LogReader log;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;

    @Test
    void whatAClosedProjectLeftOpenIsNoDepartmentsWork() {
        UUID project = begun();
        Actor unit = hired(Role.APPROVER, "孙自然", "NR");
        long before = desks();
        UUID session = UUID.randomUUID();
        convening.call(
                steward,
                new Convening.Request(
                        session,
                        project,
                        Convening.Kind.SURVEY,
                        false,
                        Convening.Extent.WHOLE,
                        null,
                        null,
                        null,
                        List.of("NR", "EE"),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null));
        UUID book = UUID.randomUUID();
        keeping.open(
                steward, book, project, "PKG-ONE-BOOK-5", List.of("EIA-TABLE", "SOILWATER-REPORT"));
        assertThat(desks()).isEqualTo(before + 1);
        assertThat(sessions(unit)).contains(session);
        assertThat(books()).contains(book);

        close(project, "ABANDONED");

        assertThat(desks()).isEqualTo(before);
        assertThat(sessions(unit)).doesNotContain(session);
        assertThat(books()).doesNotContain(book);
    }

    private long desks() {
        return work.stream().mapToLong(one -> one.open(REGION, List.of("NR"))).sum();
    }

    private List<UUID> sessions(Actor actor) {
        return convening
                .list(actor, new Convening.Filter(true, null, null, 50), Locale.CHINESE)
                .stream()
                .map(Convening.Sheet::id)
                .toList();
    }

    private List<UUID> books() {
        return keeping
                .list(steward, new KeepingBooks.Shelf(true, null, null, 50), Locale.CHINESE)
                .stream()
                .map(KeepingBooks.Volume::id)
                .toList();
    }

    @Test
    void projectIsClosedOnlyWhenNothingIsOpenAndWhatIsOpenIsNamed() {
        UUID project = begun();
        drawn(project);
        UUID task = running(project, "IN_DEPARTMENT", 8);

        assertThat(closing.prospect(steward, project))
                .satisfies(
                        it -> {
                            assertThat(it.open())
                                    .contains(
                                            new TeamSheet.Obligation(
                                                    "ITEM", ITEM, task, today().plusDays(20)));
                            assertThat(it.open()).extracting("kind").contains("PLANNED");
                            assertThat(it.stopping())
                                    .extracting(TeamSheet.Obligation::kind)
                                    .containsExactly("ITEM");
                            assertThat(it.closedOn()).isNull();
                        });
        assertThatThrownBy(() -> close(project, "ABANDONED"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.rule()).isEqualTo("closing-open");
                            assertThat(refusal.arguments()).containsExactly(1, "ITEM " + ITEM);
                        });
        owed(project, running(project, "APPROVED", 13));
        assertThatThrownBy(() -> close(project, "ABANDONED"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.arguments()).containsExactly(1, "OWED " + ITEM));
        promises.open.put(
                project, List.of(new Promise(UUID.randomUUID(), REGION, project, today(), true)));
        refused(() -> close(project, "ABANDONED", ITEM), "closing-open");
        promises.open.put(
                project, List.of(new Promise(UUID.randomUUID(), REGION, project, today(), false)));
        refused(() -> close(project, "FINISHED", ITEM), "closing-open");
        refused(() -> close(project, "FORGOTTEN", ITEM), "closing-outcome");
        refused(() -> close(project, "ABANDONED", "EIA-TABLE"), "closing-received-unknown");
        assertThat(closing.prospect(steward, project).closedOn()).isNull();

        close(project, "ABANDONED", ITEM, ITEM);

        assertThat(closing.prospect(applicant, project))
                .satisfies(
                        it -> {
                            assertThat(it.closedOn()).isEqualTo(today());
                            assertThat(it.outcome()).isEqualTo("ABANDONED");
                            assertThat(it.open()).isEmpty();
                        });
        assertThat(timeline(project))
                .last()
                .satisfies(
                        it -> {
                            assertThat(it.text()).contains("项目终止");
                            assertThat(it.data())
                                    .extractingByKey("received")
                                    .hasToString("[" + ITEM + "]");
                            assertThat(it.why()).isEqualTo("企业另行选址");
                        });
    }

    @Test
    void onlyItemsThatOweStandInTheWayAndInThePackWhateverTheirApplicationCameTo() {
        UUID settled = begun();
        running(settled, "APPROVED", 12);
        assertThat(closing.prospect(steward, settled).stopping()).isEmpty();
        UUID project = begun();
        UUID task = running(project, "APPROVED", 13);
        owed(project, task);
        Actor next = hired(Role.STEWARD, "王接手", null);

        assertThat(closing.prospect(steward, project).stopping())
                .containsExactly(new TeamSheet.Obligation("OWED", ITEM, task, today()));
        registering.appoint(steward, project, -1, next.person(), null);
        registering.appoint(steward, settled, -1, next.person(), null);

        assertThat(packed(project, next)).contains("OWED");
        assertThat(packed(settled, next)).doesNotContain("OWED");
        refused(
                () -> closing.close(next, settled, -1, "FINISHED", List.of(ITEM), "了结"),
                "closing-received-unknown");
    }

    private List<String> packed(UUID project, Actor reader) {
        return Objects.requireNonNull(staffing.team(reader, project).handover())
                .obligations()
                .stream()
                .map(TeamSheet.Obligation::kind)
                .toList();
    }

    @Test
    void closedProjectIsReadAndNothingMoreIsAccepted() {
        UUID project = begun();
        signed(project);
        close(project, "FINISHED");
        Actor other = hired(Role.STEWARD, "王接手", null);

        refused(() -> close(project, "FINISHED"), "project-closed");
        refused(() -> drawn(project), "project-closed");
        refused(() -> signed(project), "project-closed");
        refused(
                () -> registering.appoint(steward, project, -1, other.person(), null),
                "project-closed");
        refused(
                () ->
                        staffing.join(
                                steward,
                                project,
                                -1,
                                new Staffing.Joining(
                                        login(other), "MEMBER", List.of(), List.of(), today())),
                "project-closed");
        refused(() -> write(steward, project, "VISIT", "OFFICE", null, false), "project-closed");
        refused(() -> use(project), "project-closed");
        refused(() -> preconditions.ties(project, enterprise, List.of(ITEM)), "project-closed");
        assertThat(acts.acts(applicant, project, null, 5))
                .singleElement()
                .satisfies(it -> assertThat(it.refused()).isEqualTo("project-closed"));
        assertThat(watching.project(applicant, project, null).id()).isEqualTo(project);
        assertThat(watching.latest(applicant, project, null, null, 5, Locale.ENGLISH)).isNotEmpty();
    }

    @Test
    void eventForAClosedProjectIsOnItsTimelineAndMovesNothing() {
        UUID project = begun();
        running(project, "APPROVED", 11);
        drawn(project);
        close(project, "ABANDONED");
        long version = watching.project(leader, project, null).version();
        int revision = watching.plan(leader, project, null).revision();
        clock.forward(Duration.ofDays(1));

        transaction.executeWithoutResult(
                status ->
                        events.publishEvent(
                                new LandDelivered(UUID.randomUUID(), REGION, project, today())));
        recording.milestone(project, "LAND-DELIVERY", today());
        Await.settled(log);

        assertThat(timeline(project))
                .last()
                .satisfies(it -> assertThat(it.event()).isEqualTo("land.delivered"));
        assertThat(watching.project(leader, project, null))
                .satisfies(
                        it -> {
                            assertThat(it.version()).isEqualTo(version);
                            assertThat(it.milestones())
                                    .extracting(ProjectSheet.Milestone::itemCode)
                                    .doesNotContain("LAND-DELIVERY");
                        });
        assertThat(watching.plan(leader, project, null).revision()).isEqualTo(revision);
        assertThat(jdbc.sql("select count(*) from eventlog.parked").query(Long.class).single())
                .isZero();
    }

    @Test
    void nobodySubmitsForAProjectWhileItIsBeingClosed() throws Exception {
        UUID project = begun();
        CompletableFuture<Object> submission = new CompletableFuture<>();

        transaction.executeWithoutResult(
                status -> {
                    close(project, "FINISHED");
                    CompletableFuture.runAsync(
                            () -> {
                                try {
                                    submission.complete(
                                            transaction.execute(
                                                    inner ->
                                                            preconditions.ties(
                                                                    project,
                                                                    enterprise,
                                                                    List.of(ITEM))));
                                } catch (Refusal refused) {
                                    submission.complete(refused.rule());
                                }
                            });
                    Await.until(
                            () ->
                                    jdbc.sql(
                                                    "select exists (select from pg_locks"
                                                            + " where not granted and locktype"
                                                            + " in ('tuple', 'transactionid'))")
                                            .query(Boolean.class)
                                            .single());
                });

        assertThat(submission.get(30, TimeUnit.SECONDS)).isEqualTo("project-closed");
    }

    @Test
    @Practice({"PR-265", "PR-274"})
    void visitsAdviceAndEarlyInterventionAreWrittenDownAndStandOnTheTimelineById() {
        UUID project = begun();
        Actor land = hired(Role.APPROVER, "赵用地", "NR");
        Actor clerk = hired(Role.CLERK, "张窗口", null);

        write(steward, project, "VISIT", "ENTERPRISE", null, false);
        write(clerk, project, "RECEPTION", "HALL", null, false);
        UUID advice = write(land, project, "EARLY", "SITE", ITEM, true);

        assertThat(diary.diary(applicant, project, null, null, 10))
                .hasSize(3)
                .first()
                .isEqualTo(
                        new KeepingDiary.Entry(
                                advice,
                                project,
                                "EARLY",
                                "SITE",
                                ITEM,
                                true,
                                today(),
                                land.person(),
                                nameFor(applicant, project),
                                "先办压覆矿产查询"));
        assertThat(diary.diary(steward, project, ITEM, null, 10)).hasSize(1);
        assertThat(diary.diary(steward, project, null, advice, 1))
                .singleElement()
                .satisfies(it -> assertThat(it.kind()).isEqualTo("RECEPTION"));
        assertThat(timeline(project))
                .last()
                .satisfies(
                        it -> {
                            assertThat(it.event()).isEqualTo("steward.service-rendered");
                            assertThat(it.text()).contains("提前介入");
                            assertThat(it.why()).isEqualTo("先办压覆矿产查询");
                            assertThat(it.data().toString()).doesNotContain("压覆");
                        });

        refused(() -> write(steward, project, "CHAT", "SITE", null, false), "diary-kind");
        refused(() -> write(steward, project, "VISIT", "MOON", null, false), "diary-place");
        refused(() -> write(steward, project, "VISIT", "SITE", null, true), "diary-condition");
        refused(() -> write(steward, project, "VISIT", "SITE", "NONE", true), "item-unknown");
        refused(() -> write(applicant, project, "VISIT", "SITE", null, false), "role-may-not");
        Actor other = hired(Role.STEWARD, "钱旁人", null);
        refused(
                () -> write(other, project, "VISIT", "SITE", null, false),
                "not-the-projects-steward");
        refused(() -> diary.diary(other, project, null, null, 5), "not-the-projects-steward");
        staffing.join(
                steward,
                project,
                -1,
                new Staffing.Joining(login(other), "DEPUTY", List.of(), List.of(), today()));
        write(other, project, "CLOUD", "ONLINE", null, false);
        assertThat(diary.diary(other, project, null, null, 5)).hasSize(4);

        remarks.remove(
                jdbc.sql("select remark from steward.diary where project = ?")
                        .param(project)
                        .query(UUID.class)
                        .list());
        assertThat(diary.diary(steward, project, null, null, 5))
                .hasSize(4)
                .allSatisfy(it -> assertThat(it.text()).isNull());
    }

    private @Nullable String nameFor(Actor reader, UUID project) {
        return diary.diary(reader, project, null, null, 1).getFirst().personName();
    }

    private UUID write(
            Actor by,
            UUID project,
            String kind,
            String place,
            @Nullable String item,
            boolean condition) {
        UUID id = Ids.next(clock);
        application.actor = by;
        diary.write(
                by,
                project,
                new KeepingDiary.Note(id, kind, place, item, condition, today(), "先办压覆矿产查询"));
        return id;
    }

    private void close(UUID project, String outcome, String... received) {
        closing.close(steward, project, -1, outcome, List.of(received), "企业另行选址");
    }

    private void drawn(UUID project) {
        planDrawing.draw(
                steward,
                project,
                -1,
                new PlanDrawing.Wishes(null, null, Set.of(), Set.of(), Set.of(), Set.of(), false));
    }

    private void signed(UUID project) {
        entrusting.sign(
                applicant,
                project,
                -1,
                new Entrusting.Paper(
                        UUID.randomUUID(), List.of("SUBMIT"), today(), today().plusDays(90), null));
    }

    private UUID use(UUID project) {
        return mandates.use(
                new Mandates.Deed(
                        steward,
                        enterprise,
                        project,
                        Mandates.Act.SUBMIT,
                        Set.of(ITEM),
                        UUID.randomUUID(),
                        today()));
    }

    private String login(Actor actor) {
        return people.byId(actor.person()).orElseThrow().login();
    }

    private void owed(UUID project, UUID task) {
        called.owed.add(
                new Owed(task, UUID.randomUUID(), REGION, project, ITEM, today(), today(), 1));
    }

    private UUID running(UUID project, String state, int exchangeState) {
        UUID task = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        applications.ofProject.put(
                project,
                List.of(
                        new ApplicationView(
                                id,
                                "140500-20261102-0001",
                                REGION,
                                project,
                                enterprise,
                                "ACCEPTED",
                                exchangeState,
                                today(),
                                List.of(
                                        new TaskView(
                                                task,
                                                id,
                                                ITEM,
                                                "1",
                                                "NR",
                                                Mode.FORMAL,
                                                state,
                                                today(),
                                                null,
                                                today().plusDays(20),
                                                null,
                                                null,
                                                List.of(),
                                                null)),
                                1)));
        return task;
    }
}

package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.port.in.Choosing;
import org.xiangmuzhang.steward.port.in.Choosing.Candidate;
import org.xiangmuzhang.steward.port.in.Entrusting;
import org.xiangmuzhang.steward.port.in.Happening;
import org.xiangmuzhang.steward.port.in.PlanDrawing;
import org.xiangmuzhang.steward.port.in.Recording;
import org.xiangmuzhang.steward.port.in.Staffing;
import org.xiangmuzhang.steward.port.in.TeamSheet;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Who is chosen to carry a project, with whom, and what passes on when that changes. */
@SpringBootTest(
        classes = StewardApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "a.context.of.its.own=it weighs its stewards")
class TeamScenarioTests extends CarriedProjects {

    @Autowired StewardApplication.ToldApplications applications;
    @Autowired Choosing choosing;
    @Autowired Staffing staffing;
    @Autowired Entrusting entrusting;
    @Autowired Recording recording;
    @Autowired PlanDrawing planDrawing;
    @Autowired Files files;

    @Test
    void candidatesAreWeighedByWhatTheyCarryAndKnowAndADistantOneNeedsAReason() {
        Actor busy = hired(Role.STEWARD, "忙不停", null);
        Actor fresh = hired(Role.STEWARD, "新来的", null);
        for (int i = 0; i < 13; i++) {
            UUID carried = registered();
            registering.appoint(steward, carried, -1, busy.person(), "能者多劳");
        }
        UUID project = registered();

        List<Candidate> found = choosing.candidates(leader, project);
        assertThat(found).isSortedAccordingTo((one, other) -> one.score() - other.score());
        assertThat(of(busy, found))
                .satisfies(
                        it -> {
                            assertThat(it.projects()).isEqualTo(13);
                            assertThat(it.sameType()).isEqualTo(13);
                            assertThat(it.parts())
                                    .isEqualTo(Map.of("projects", 130, "type", -15, "trade", -10));
                            assertThat(it.score()).isEqualTo(105);
                            assertThat(it.full()).isFalse();
                        });
        assertThat(of(fresh, found).score()).isZero();

        refused(() -> appoint(project, busy, null), "appointment-reason");
        assertThat(watching.project(leader, project, null).steward()).isNull();
        appoint(project, busy, "同类项目经验最多");
        assertThat(timeline(project))
                .filteredOn(it -> it.event().equals("steward.steward-appointed"))
                .singleElement()
                .satisfies(it -> assertThat(it.why()).isEqualTo("同类项目经验最多"));
        appoint(project, fresh, null);
        refused(() -> choosing.candidates(applicant, project), "role-may-not");
    }

    @Test
    void stewardOfAPlaceAboveIsWeighedLikeThoseOfThePlaceAndHasTheSameLimit() {
        Region county = new Region("140502");
        Actor city = hired(Role.STEWARD, "市里的", null);
        Actor near = hired(Role.STEWARD, county, "区里的", null);
        Actor elsewhere = hired(Role.STEWARD, new Region("140521"), "外县的", null);
        for (int i = 0; i < 30; i++) {
            registering.appoint(leader, registered(), -1, city.person(), "能者多劳");
        }
        UUID project = registered(county);

        List<Candidate> found = choosing.candidates(leader, project);

        assertThat(of(city, found))
                .satisfies(
                        it -> {
                            assertThat(it.projects()).isEqualTo(30);
                            assertThat(it.full()).isTrue();
                        });
        assertThat(of(near, found).projects()).isZero();
        assertThat(found).extracting(Candidate::person).doesNotContain(elsewhere.person());
        refused(() -> appoint(project, city, null), "appointment-reason");
        refused(() -> appoint(project, elsewhere, "外县也行"), "not-a-steward");
        appoint(project, near, null);
    }

    private static Candidate of(Actor steward, List<Candidate> found) {
        return found.stream()
                .filter(it -> it.person().equals(steward.person()))
                .findFirst()
                .orElseThrow();
    }

    private void appoint(UUID project, Actor chosen, @Nullable String reason) {
        registering.appoint(leader, project, -1, chosen.person(), reason);
    }

    @Test
    @Practice({"PR-029", "PR-034"})
    void teamFollowsTheProjectThroughItsPhasesAndEveryChangeIsOnTheTimeline() {
        UUID project = begun();
        Actor land = hired(Role.APPROVER, "赵用地", "NR");
        Actor deputy = hired(Role.STEWARD, "钱副手", null);

        join(project, land, "MEMBER", List.of("BUILDING"), List.of(ITEM));
        join(project, deputy, "DEPUTY", List.of(), List.of());

        assertThat(staffing.team(applicant, project).members())
                .extracting(
                        TeamSheet.Member::name,
                        TeamSheet.Member::part,
                        TeamSheet.Member::phases,
                        TeamSheet.Member::items,
                        TeamSheet.Member::department)
                .satisfiesExactly(
                        it ->
                                assertThat(it.toList().subList(1, 5))
                                        .containsExactly(
                                                "MEMBER", List.of("BUILDING"), List.of(ITEM), "NR"),
                        it -> assertThat(it.toList()).contains("DEPUTY", List.of()));
        refused(() -> join(project, land, "MEMBER", List.of(), List.of()), "team-joined-already");
        refused(() -> join(project, steward, "DEPUTY", List.of(), List.of()), "team-is-steward");
        refused(() -> join(project, leader, "BOSS", List.of(), List.of()), "team-part");
        refused(() -> join(project, leader, "MEMBER", List.of("LATER"), List.of()), "team-phases");
        refused(() -> join(project, leader, "MEMBER", List.of(), List.of("NONE")), "item-unknown");
        refused(
                () ->
                        staffing.join(
                                steward,
                                project,
                                -1,
                                new Staffing.Joining(
                                        "nobody", "MEMBER", List.of(), List.of(), today())),
                "team-not-official");
        for (Role role : List.of(Role.CATALOG_EDITOR, Role.ADMINISTRATOR, Role.AUDITOR)) {
            refused(
                    () -> join(project, hired(role, "非经办", null), "MEMBER", List.of(), List.of()),
                    "team-not-official");
        }
        refused(
                () -> staffing.leave(steward, project, -1, land.person(), today().plusDays(1)),
                "team-day");
        refused(
                () -> staffing.leave(deputy, project, -1, land.person(), today()),
                "not-the-projects-steward");

        staffing.leave(leader, project, -1, land.person(), today());

        refused(
                () -> staffing.leave(steward, project, -1, land.person(), today()),
                "team-not-member");
        assertThat(staffing.team(steward, project).members())
                .extracting(TeamSheet.Member::left)
                .containsExactly(today(), null);
        assertThat(timeline(project))
                .extracting(Happening::event)
                .containsSubsequence(
                        "steward.team-joined", "steward.team-joined", "steward.team-left");
    }

    @Test
    @Practice({"PR-071", "PR-140", "PR-166", "PR-213", "PR-236", "PR-280"})
    void serviceIsChosenByKindAndWayForAReasonAndABackstopIsSomebody() {
        UUID project = begun();
        Actor last = hired(Role.LEADER, "孙兜底", null);
        Actor helper = hired(Role.CLERK, "陈帮办", null);

        serve(project, "KEY", "HELP", null);
        serve(project, "ON_SITE", "HELP", login(helper));
        assertThat(staffing.team(applicant, project).service())
                .satisfies(
                        it -> {
                            assertThat(it.kind()).isEqualTo("ON_SITE");
                            assertThat(it.helper()).isEqualTo(helper.person());
                        });
        refused(() -> serve(project, "ALL", "HELP", null), "service-kind");
        refused(() -> serve(project, "WHOLE", "RUN", null), "service-way");
        refused(() -> serve(project, "WHOLE", "BACKSTOP", null), "service-helper");
        for (String way : List.of("GUIDE", "ACT", "JOINT", "ACCOMPANY")) {
            serve(project, "PRECISE", way, null);
        }
        serve(project, "WHOLE", "BACKSTOP", login(last));

        assertThat(staffing.team(applicant, project).service())
                .satisfies(
                        it -> {
                            assertThat(it.kind()).isEqualTo("WHOLE");
                            assertThat(it.way()).isEqualTo("BACKSTOP");
                            assertThat(it.helper()).isEqualTo(last.person());
                            assertThat(it.reason()).isEqualTo("重大项目");
                        });
        assertThat(timeline(project))
                .filteredOn(it -> it.event().equals("steward.service-chosen"))
                .hasSize(7)
                .anySatisfy(it -> assertThat(it.text()).contains("、代办"))
                .anySatisfy(it -> assertThat(it.text()).contains("、陪办"))
                .anySatisfy(it -> assertThat(it.text()).contains("上门帮代办、帮办"))
                .last()
                .satisfies(it -> assertThat(it.text()).contains("全程帮代办", "兜办"));
    }

    @Test
    void whatIsOpenIsHandedOverAndTheNewStewardSignsForIt() {
        UUID project = begun();
        planDrawing.draw(
                steward,
                project,
                -1,
                new PlanDrawing.Wishes(null, null, Set.of(), Set.of(), Set.of(), Set.of(), false));
        UUID task = running(project);
        UUID mandate = UUID.randomUUID();
        entrusting.sign(
                applicant,
                project,
                -1,
                new Entrusting.Paper(
                        mandate, List.of("SUBMIT"), today(), today().plusDays(90), null));
        recording.decidedElsewhere(
                steward,
                project,
                -1,
                new Recording.ExternalDecision("POWER-CONN", "供电-2026-1", today(), paper(), null));
        assertThat(staffing.team(steward, project).handover()).isNull();
        Actor successor = hired(Role.STEWARD, "王接手", null);

        registering.appoint(steward, project, -1, successor.person(), null);

        TeamSheet.Handover pack = pack(project, successor);
        assertThat(pack.version()).isEqualTo(1);
        assertThat(pack.signed()).isNull();
        assertThat(pack.obligations())
                .contains(
                        new TeamSheet.Obligation("ITEM", ITEM, task, today().plusDays(20)),
                        new TeamSheet.Obligation("MANDATE", "", mandate, today().plusDays(90)),
                        new TeamSheet.Obligation("UNVERIFIED", "POWER-CONN", null, null));
        assertThat(pack.obligations())
                .filteredOn(it -> it.kind().equals("NEXT"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.due()).isNotNull());
        assertThat(pack(project, steward)).isEqualTo(pack);
        refused(
                () -> staffing.team(hired(Role.STEWARD, "赵旁人", null), project),
                "not-the-projects-steward");
        refused(() -> staffing.sign(steward, project, -1, pack.id(), 1), "handover-not-yours");
        refused(() -> staffing.sign(successor, project, -1, pack.id(), 2), "handover-version");
        refused(
                () -> staffing.sign(successor, project, -1, UUID.randomUUID(), 1),
                "handover-unknown");

        staffing.sign(successor, project, -1, pack.id(), 1);

        assertThat(pack(project, steward).signed()).isEqualTo(today());
        refused(
                () -> staffing.sign(successor, project, -1, pack.id(), 1),
                "handover-signed-already");
        assertThat(timeline(project))
                .extracting(Happening::event)
                .containsSubsequence(
                        "steward.steward-appointed",
                        "steward.handover-prepared",
                        "steward.handover-signed");
        registering.appoint(successor, project, -1, steward.person(), null);
        assertThat(pack(project, steward).version()).isEqualTo(2);
    }

    @Test
    void deputyReadsTheTeamAndOnlyThoseConcernedReadTheHandoverAndTheReason() {
        UUID project = begun();
        Actor deputy = hired(Role.STEWARD, "钱副手", null);
        Actor member = hired(Role.STEWARD, "孙成员", null);
        Actor clerk = hired(Role.CLERK, "张窗口", null);
        serve(project, "KEY", "HELP", null);
        join(project, deputy, "DEPUTY", List.of(), List.of());
        join(project, member, "MEMBER", List.of(), List.of());
        join(project, clerk, "MEMBER", List.of(), List.of());
        Actor successor = hired(Role.STEWARD, "王接手", null);
        registering.appoint(steward, project, -1, successor.person(), null);

        for (Actor concerned :
                List.of(
                        steward,
                        successor,
                        applicant,
                        leader,
                        hired(Role.ADMINISTRATOR, "吴管理", null))) {
            assertThat(pack(project, concerned).to()).isEqualTo(successor.person());
            assertThat(reason(project, concerned)).isEqualTo("重大项目");
        }
        for (Actor reader : List.of(deputy, clerk, hired(Role.AUDITOR, "郑审计", null))) {
            TeamSheet seen = staffing.team(reader, project);
            assertThat(seen.members()).hasSize(3);
            assertThat(seen.handover()).isNull();
            assertThat(reason(project, reader)).isNull();
        }
        refused(() -> staffing.team(member, project), "not-the-projects-steward");
        staffing.leave(successor, project, -1, deputy.person(), today());
        refused(() -> staffing.team(deputy, project), "not-the-projects-steward");
    }

    private @Nullable String reason(UUID project, Actor reader) {
        return Objects.requireNonNull(staffing.team(reader, project).service()).reason();
    }

    private TeamSheet.Handover pack(UUID project, Actor reader) {
        return Objects.requireNonNull(staffing.team(reader, project).handover());
    }

    private void join(
            UUID project, Actor member, String part, List<String> phases, List<String> items) {
        staffing.join(
                steward,
                project,
                -1,
                new Staffing.Joining(login(member), part, phases, items, today()));
    }

    private void serve(UUID project, String kind, String way, @Nullable String helper) {
        staffing.serve(steward, project, -1, kind, way, helper, "重大项目");
    }

    private String login(Actor actor) {
        return people.byId(actor.person()).orElseThrow().login();
    }

    private UUID running(UUID project) {
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
                                8,
                                today(),
                                List.of(
                                        new TaskView(
                                                task,
                                                id,
                                                ITEM,
                                                "1",
                                                "NR",
                                                Mode.FORMAL,
                                                "IN_DEPARTMENT",
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

    private UUID paper() {
        byte[] pdf =
                "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
                        .getBytes(StandardCharsets.US_ASCII);
        return files.store(REGION, steward, "批复.pdf", new ByteArrayInputStream(pdf)).id();
    }
}

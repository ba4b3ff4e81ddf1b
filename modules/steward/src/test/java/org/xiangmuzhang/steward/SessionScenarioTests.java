package org.xiangmuzhang.steward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiangmuzhang.steward.Town.COUNTY;
import static org.xiangmuzhang.steward.Town.ZH;
import static org.xiangmuzhang.steward.Town.refused;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.xiangmuzhang.eventlog.LogEntry;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.WorkOfDepartments;
import org.xiangmuzhang.parties.privacy.Retained;
import org.xiangmuzhang.practices.Practice;
import org.xiangmuzhang.steward.port.in.Closing;
import org.xiangmuzhang.steward.port.in.Convening;
import org.xiangmuzhang.steward.port.in.Convening.Act;
import org.xiangmuzhang.steward.port.in.Convening.Defect;
import org.xiangmuzhang.steward.port.in.Convening.Extent;
import org.xiangmuzhang.steward.port.in.Convening.Kind;
import org.xiangmuzhang.steward.port.in.Convening.Move;
import org.xiangmuzhang.steward.port.in.Convening.Opinion;
import org.xiangmuzhang.steward.port.in.Convening.Sheet;
import org.xiangmuzhang.steward.port.in.Convening.Step;
import org.xiangmuzhang.steward.port.in.Convening.Use;
import org.xiangmuzhang.steward.port.in.Dispatching;
import org.xiangmuzhang.steward.port.in.Happening;
import org.xiangmuzhang.steward.port.in.SeeingActs;
import org.xiangmuzhang.steward.port.in.TeamSheet;
import org.xiangmuzhang.steward.port.in.Watching;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** Joint sessions from the call to the last point that is closed. */
@SpringBootTest(
        classes = StewardApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class SessionScenarioTests {

    private static final LocalDateTime WEDNESDAY = LocalDateTime.of(2026, 11, 4, 9, 0);
    private static final LocalDateTime THURSDAY = LocalDateTime.of(2026, 11, 5, 9, 0);
    private static final LocalDateTime FRIDAY = LocalDateTime.of(2026, 11, 6, 13, 0);

    @Autowired ApplicationContext context;
    @Autowired Convening convening;
    @Autowired Watching watching;
    @Autowired SeeingActs acts;
    @Autowired Closing closing;
    @Autowired Dispatching dispatching;
    @Autowired LogReader log;
    @Autowired StewardApplication.MovableClock clock;
    @Autowired List<Retained> retained;
    @Autowired List<WorkOfDepartments> work;

    private Town town;
    private UUID project;
    private Duration gone = Duration.ZERO;

    @BeforeEach
    void begin() {
        gone = Duration.between(clock.instant(), StewardApplication.MONDAY);
        clock.forward(gone); // whatever the time of day to which others went
        town = new Town(context);
        project = town.project();
    }

    @AfterEach
    void back() {
        clock.forward(gone.negated());
        gone = Duration.ZERO;
    }

    @Test
    @Practice("PR-027")
    void aTimeIsFoundFromWhatDepartmentsAnswerAndOneRecordComesOfIt() {
        UUID session =
                call(Kind.PREEXAM, List.of("NR", "EE"), List.of(WEDNESDAY, THURSDAY, FRIDAY));

        assertThat(running(town.unit)).extracting(Sheet::id).contains(session);
        assertThat(seen(town.unit, session).open()).containsExactly(Step.ANSWER);
        answer(town.unit, session, List.of(THURSDAY, FRIDAY));
        assertThat(seen(town.steward, session).state()).isEqualTo("CALLED");
        answer(town.otherUnit, session, List.of(WEDNESDAY, THURSDAY, FRIDAY));

        Sheet fixed = seen(town.applicant, session);
        assertThat(fixed.at()).isEqualTo(THURSDAY);
        assertThat(fixed.opinionsBy()).isEqualTo(LocalDate.of(2026, 11, 10));
        refused(() -> judge(town.unit, session, Opinion.PASSED, List.of()), "session-not-begun");
        forward(3);
        judge(town.unit, session, Opinion.PASSED, List.of());
        refused(() -> conclude(session), "session-verdict-missing");
        judge(town.otherUnit, session, Opinion.PASSED, List.of());
        conclude(session);

        Sheet record = seen(town.applicant, session);
        assertThat(record.outcome()).isEqualTo("PASSED");
        assertThat(record.conclusion()).isEqualTo("同意按此办理");
        assertThat(record.days()).isEqualTo(3);
        assertThat(record.late()).isFalse();
        assertThat(record.units())
                .extracting(Convening.Unit::department, Convening.Unit::verdict)
                .containsExactly(tuple("EE", "PASSED"), tuple("NR", "PASSED"));
        assertThat(
                        watching.timeline(town.steward, project, null, 0, 90, ZH).stream()
                                .map(Happening::text))
                .anyMatch(text -> text.startsWith("召集联合预审"))
                .anyMatch(text -> text.contains("2026-11-05 09:00（各部门都适合）"))
                .anyMatch(text -> text.contains("形成结论：通过"));
        assertThat(log.ofProject(project, 0, 90))
                .extracting(LogEntry::payloadJson)
                .noneMatch(payload -> payload.contains("同意") || payload.contains("现场"));
    }

    @Test
    void timesAreProposedWithinTheHoursOfTheHallAndNothingElseIsTaken() {
        UUID session = call(Kind.SURVEY, List.of("NR", "EE"), List.of());
        assertThat(seen(town.steward, session).times())
                .extracting(Convening.Time::at)
                .containsExactly(THURSDAY, THURSDAY.withHour(13), FRIDAY.withHour(9), FRIDAY);
        for (LocalDateTime closed :
                List.of(
                        THURSDAY.withHour(11),
                        LocalDateTime.of(2026, 11, 7, 9, 0),
                        THURSDAY.withHour(20))) {
            refused(
                    () -> call(Kind.SURVEY, List.of("NR", "EE"), List.of(closed)),
                    "session-outside-hours");
        }
        refused(
                () -> call(Kind.SURVEY, List.of("NR", "EE"), List.of(WEDNESDAY.minusDays(7))),
                "session-time-far");
    }

    @Test
    void whereNoTimeIsCommonADepartmentProposesOneOrTheHostSetsItForAReason() {
        UUID session = call(Kind.REVIEW, List.of("NR", "EE"), List.of(WEDNESDAY, THURSDAY));
        answer(town.unit, session, List.of(WEDNESDAY));
        convening.act(
                town.otherUnit,
                session,
                -1,
                new Act(
                        Step.ANSWER,
                        List.of(),
                        List.of(FRIDAY),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null));
        assertThat(seen(town.steward, session).state()).isEqualTo("CALLED");
        refused(
                () -> answer(town.unit, session, List.of(FRIDAY.plusHours(1))),
                "session-time-unknown");
        answer(town.unit, session, List.of(WEDNESDAY, FRIDAY));
        assertThat(seen(town.steward, session).at()).isEqualTo(FRIDAY);

        refused(() -> time(session, THURSDAY, ""), "remark-length");
        time(session, THURSDAY, "企业周五停产");
        assertThat(seen(town.steward, session).at()).isEqualTo(THURSDAY);
        assertThat(watching.timeline(town.steward, project, null, 0, 90, ZH))
                .anyMatch(it -> "企业周五停产".equals(it.why()));
    }

    @Test
    void theHostSetsATimeForThoseWhoAreSilentOnlyWhenTheirDayIsOver() {
        UUID session = call(Kind.SURVEY, List.of("NR", "EE"), List.of(THURSDAY, FRIDAY));
        answer(town.unit, session, List.of(FRIDAY));
        assertThat(seen(town.steward, session).open()).containsExactly(Step.CANCEL);
        refused(() -> time(session, FRIDAY, "等不及"), "session-answers-awaited");
        forward(2);
        refused(() -> time(session, FRIDAY, "等不及"), "session-answers-awaited");
        forward(1);
        assertThat(seen(town.steward, session).open()).contains(Step.TIME);
        time(session, FRIDAY, "答复期限已过");
        assertThat(seen(town.steward, session).at()).isEqualTo(FRIDAY);
        forward(2);
        absent(session, "EE");
        refused(() -> absent(session, "NR"), "session-opinion-awaited");
    }

    @Test
    void whoWasAbsentCannotObjectLater() {
        UUID session = fixed(Kind.SURVEY);
        forward(3);
        judge(town.unit, session, Opinion.PASSED, List.of());
        refused(() -> absent(session, "EE"), "session-not-over");
        forward(5);
        refused(() -> absent(session, "EE"), "session-opinion-awaited");
        assertThat(seen(town.steward, session).open()).containsExactly(Step.CANCEL);
        forward(1);
        assertThat(seen(town.steward, session).open()).contains(Step.ABSENT);
        absent(session, "EE");
        refused(
                () ->
                        judge(
                                town.otherUnit,
                                session,
                                Opinion.POINTS,
                                List.of(new Defect("还有意见", null))),
                "session-absent-cannot-object");
        conclude(session);
        assertThat(seen(town.steward, session).outcome()).isEqualTo("PASSED");
        refused(
                () -> judge(town.otherUnit, session, Opinion.REFUSED, List.of()),
                "session-absent-cannot-object");
    }

    @Test
    @Practice("PR-261")
    void aRehearsalListsDefectsThatAreClosedBeforeTheAcceptanceInEarnest() {
        UUID mock = fixed(true, Extent.WHOLE, null, null);
        forward(4);
        judge(
                town.unit,
                mock,
                Opinion.POINTS,
                List.of(new Defect("围墙退线不足", null), new Defect("绿化未完", LocalDate.of(2026, 12, 1))));
        judge(town.otherUnit, mock, Opinion.PASSED, List.of());
        refused(() -> acceptance(false, Extent.WHOLE, null, null), "session-mock-open");
        conclude(mock);
        Sheet record = seen(town.steward, mock);
        assertThat(record.outcome()).isEqualTo("POINTS");
        assertThat(record.points())
                .extracting(Convening.OpenPoint::text)
                .containsExactlyInAnyOrder("围墙退线不足", "绿化未完");
        refused(() -> acceptance(false, Extent.WHOLE, null, null), "session-mock-open");

        UUID wall = point(record, "围墙退线不足");
        refused(() -> move(town.steward, mock, wall, Move.MEND, null), "session-evidence-missing");
        move(town.applicant, mock, wall, Move.MEND, town.file(town.applicant));
        refused(
                () -> move(town.applicant, mock, wall, Move.CLOSE, null),
                "session-point-not-yours");
        move(town.unit, mock, wall, Move.RETURN, null);
        move(town.applicant, mock, wall, Move.MEND, town.file(town.applicant));
        move(town.unit, mock, wall, Move.CLOSE, null);
        refused(() -> move(town.unit, mock, wall, Move.CLOSE, null), "session-point-closed");
        refused(() -> acceptance(false, Extent.WHOLE, null, null), "session-mock-open");
        move(town.unit, mock, point(record, "绿化未完"), Move.CLOSE, null);

        UUID earnest = acceptance(false, Extent.WHOLE, null, null);
        assertThat(seen(town.steward, earnest).mock()).isFalse();
        agree(earnest);
        forward(7);
        judge(town.unit, earnest, Opinion.PASSED, List.of());
        judge(town.otherUnit, earnest, Opinion.PASSED, List.of());
        conclude(earnest);
        assertThat(seen(town.applicant, earnest).outcome()).isEqualTo("PASSED");
    }

    @Test
    @Practice("PR-181")
    void aStageIsRehearsedAndAcceptedInEarnestOnlyOnceItsDefectsAreCorrected() {
        UUID mock = fixed(true, Extent.FOUNDATION, null, null);
        forward(4);
        judge(town.unit, mock, Opinion.POINTS, List.of(new Defect("桩顶标高不足", null)));
        judge(town.otherUnit, mock, Opinion.PASSED, List.of());
        conclude(mock);
        Sheet record = seen(town.steward, mock);
        assertThat(record.mock()).isTrue();
        assertThat(record.part()).isEqualTo("FOUNDATION");
        UUID pile = point(record, "桩顶标高不足");
        refused(() -> acceptance(false, Extent.FOUNDATION, null, null), "session-mock-open");

        UUID proof = town.file(town.applicant);
        move(town.applicant, mock, pile, Move.MEND, proof);
        assertThat(seen(town.unit, mock).points())
                .singleElement()
                .satisfies(
                        mended -> {
                            assertThat(mended.state()).isEqualTo("MENDED");
                            assertThat(mended.file()).isEqualTo(proof);
                        });
        refused(() -> acceptance(false, Extent.FOUNDATION, null, null), "session-mock-open");
        move(town.unit, mock, pile, Move.CLOSE, null);

        UUID earnest = acceptance(false, Extent.FOUNDATION, null, null);
        agree(earnest);
        forward(7);
        judge(town.unit, earnest, Opinion.PASSED, List.of());
        judge(town.otherUnit, earnest, Opinion.PASSED, List.of());
        conclude(earnest);
        assertThat(seen(town.applicant, earnest))
                .satisfies(
                        accepted -> {
                            assertThat(accepted.mock()).isFalse();
                            assertThat(accepted.part()).isEqualTo("FOUNDATION");
                            assertThat(accepted.outcome()).isEqualTo("PASSED");
                        });
    }

    @Test
    @Practice("PR-262")
    void onlyOpenPointsComeToTheNextSessionAndOnlyThoseWhoRaisedThem() {
        UUID first = fixed(Kind.SURVEY);
        forward(4);
        judge(
                town.unit,
                first,
                Opinion.POINTS,
                List.of(new Defect("边界不清", null), new Defect("标高不符", null)));
        judge(town.otherUnit, first, Opinion.PASSED, List.of());
        conclude(first);
        assertThat(seen(town.steward, first))
                .satisfies(
                        visit -> {
                            assertThat(visit.place()).isEqualTo("项目现场");
                            assertThat(visit.at()).isEqualTo(THURSDAY);
                            assertThat(visit.conclusion()).isEqualTo("同意按此办理");
                        });
        refused(() -> call(Kind.SURVEY, List.of("NR", "EE"), List.of()), "session-points-left");
        call(Kind.REVIEW, List.of("NR", "EE"), List.of());
        UUID next = again(first);
        refused(() -> again(first), "session-follow-up-running");

        Sheet sheet = seen(town.unit, next);
        assertThat(sheet.kind()).isEqualTo("SURVEY");
        assertThat(sheet.units()).extracting(Convening.Unit::department).containsExactly("NR");
        assertThat(sheet.points()).hasSize(2);
        answer(town.unit, next, List.of(sheet.times().getFirst().at()));
        forward(7);
        refused(
                () -> judge(town.unit, next, Opinion.POINTS, List.of(new Defect("又一个问题", null))),
                "session-only-open-points");
        convening.act(
                town.unit,
                next,
                -1,
                new Act(
                        Step.JUDGE,
                        List.of(),
                        List.of(),
                        null,
                        Opinion.POINTS,
                        List.of(),
                        List.of(point(sheet, "标高不符")),
                        null,
                        null));
        conclude(next);
        assertThat(seen(town.unit, next).points())
                .filteredOn(it -> !it.state().equals("CLOSED"))
                .extracting(Convening.OpenPoint::text)
                .containsExactly("标高不符");
        UUID last = again(next);
        answer(town.unit, last, List.of(seen(town.unit, last).times().getFirst().at()));
        forward(7);
        judge(town.unit, last, Opinion.PASSED, List.of());
        conclude(last);
        assertThat(seen(town.unit, last).points())
                .extracting(Convening.OpenPoint::state)
                .containsOnly("CLOSED");
        refused(() -> again(last), "session-nothing-open");
        call(Kind.SURVEY, List.of("NR", "EE"), List.of());
    }

    @Test
    void theStewardBringsEvidenceUnderAMandateAloneAndTheEnterpriseSeesWhatIsToBeMended() {
        UUID session = fixed(Kind.SURVEY);
        forward(4);
        judge(town.unit, session, Opinion.POINTS, List.of(new Defect("边界不清", null)));
        judge(town.otherUnit, session, Opinion.PASSED, List.of());
        conclude(session);
        UUID point = seen(town.steward, session).points().getFirst().id();
        assertThat(toMend()).contains(session);
        UUID evidence = town.file(town.steward);
        refused(() -> move(town.steward, session, point, Move.MEND, evidence), "mandate-missing");
        town.entrust(project);
        move(town.steward, session, point, Move.MEND, evidence);
        assertThat(toMend()).doesNotContain(session);
        assertThat(acts.acts(town.applicant, project, null, 10))
                .extracting(SeeingActs.Act::act, SeeingActs.Act::refused)
                .containsExactlyInAnyOrder(
                        tuple("SUPPLY", "mandate-missing"), tuple("SUPPLY", null));
    }

    private List<UUID> toMend() {
        return convening.toMend(town.applicant, 100, ZH).stream().map(Sheet::id).toList();
    }

    @Test
    void whoDoesNotComeToSeeWhatWasPutRightDoesNotObjectToIt() {
        UUID first = fixed(Kind.SURVEY);
        forward(4);
        judge(
                town.unit,
                first,
                Opinion.POINTS,
                List.of(new Defect("边界不清", null), new Defect("标高不符", null)));
        judge(town.otherUnit, first, Opinion.PASSED, List.of());
        conclude(first);
        UUID border = point(seen(town.steward, first), "边界不清");
        UUID level = point(seen(town.steward, first), "标高不符");
        move(town.applicant, first, border, Move.MEND, town.file(town.applicant));

        UUID next = missed(first);
        assertThat(seen(town.steward, next).outcome()).isEqualTo("POINTS");
        assertThat(seen(town.steward, next).points())
                .extracting(Convening.OpenPoint::id, Convening.OpenPoint::state)
                .containsExactlyInAnyOrder(tuple(border, "CLOSED"), tuple(level, "OPEN"));

        move(town.applicant, first, level, Move.MEND, town.file(town.applicant));
        UUID last = missed(next);
        assertThat(seen(town.steward, last).outcome()).isEqualTo("PASSED");
        assertThat(seen(town.steward, last).points())
                .extracting(Convening.OpenPoint::state)
                .containsOnly("CLOSED");
        refused(() -> again(last), "session-nothing-open");
    }

    /** Called again, and nobody answers or comes. */
    private UUID missed(UUID before) {
        UUID session = again(before);
        forward(5);
        time(session, seen(town.steward, session).times().getLast().at(), "没有答复");
        forward(3);
        absent(session, "NR");
        conclude(session);
        return session;
    }

    @Test
    @Practice({"PR-260", "PR-276"})
    void aBuildingIsAcceptedBeforeTheWholeAndItsResultIsTakenIntoIt() {
        UUID building = fixed(false, Extent.BUILDING, "3#", Use.PRODUCTION);
        refused(() -> acceptance(false, Extent.WHOLE, null, null), "session-part-open");
        forward(4);
        judge(town.unit, building, Opinion.PASSED, List.of());
        judge(town.otherUnit, building, Opinion.PASSED, List.of());
        conclude(building);
        assertThat(seen(town.applicant, building))
                .satisfies(
                        partial -> {
                            assertThat(partial.building()).isEqualTo("3#");
                            assertThat(partial.use()).isEqualTo("PRODUCTION");
                            assertThat(partial.outcome()).isEqualTo("PASSED");
                            assertThat(partial.conclusion()).isEqualTo("同意按此办理");
                        });

        UUID whole = acceptance(false, Extent.WHOLE, null, null);
        assertThat(seen(town.applicant, whole).stages())
                .containsExactly(
                        new Convening.PartResult(
                                building, "BUILDING", "3#", "PRODUCTION", "PASSED", 0));
        refused(() -> acceptance(false, Extent.BUILDING, null, Use.OFFICE), "session-part");
        refused(() -> acceptance(false, Extent.FOUNDATION, null, Use.OFFICE), "session-part");
        refused(() -> acceptance(false, Extent.WHOLE, "3#", null), "session-part");
    }

    @Test
    void anOpenPointIsCalledUpAtTheDispatchAndRefusesClosing() {
        UUID session = fixed(Kind.PREEXAM);
        assertThat(blocking()).contains("SESSION");
        long before = desks();
        forward(4);
        judge(town.unit, session, Opinion.POINTS, List.of(new Defect("边界不清", today(4))));
        assertThat(desks()).isEqualTo(before + 1);
        judge(town.otherUnit, session, Opinion.PASSED, List.of());
        conclude(session);
        assertThat(seen(town.applicant, session).kind()).isEqualTo("PREEXAM");
        assertThat(seen(town.applicant, session).points())
                .as("what to correct before applying")
                .extracting(Convening.OpenPoint::department, Convening.OpenPoint::text)
                .containsExactly(tuple("NR", "边界不清"));
        UUID point = seen(town.steward, session).points().getFirst().id();

        assertThat(dispatching.agenda(town.leader, ZH))
                .filteredOn(line -> line.about().equals(point))
                .singleElement()
                .satisfies(line -> assertThat(line.kind()).isEqualTo("POINT"));
        assertThat(blocking()).contains("POINT").doesNotContain("SESSION");
        move(town.unit, session, point, Move.CLOSE, null);
        assertThat(blocking()).doesNotContain("POINT");
        assertThat(dispatching.agenda(town.leader, ZH))
                .noneMatch(line -> line.about().equals(point));
    }

    @Test
    @Practice({"PR-057", "PR-221"})
    void draftingEvaluationReviewSurveyAndAcceptanceAreEachOneTaskWithALimitThatIsMeasured() {
        for (Kind kind :
                List.of(
                        Kind.DRAFTING,
                        Kind.EVALUATION,
                        Kind.REVIEW,
                        Kind.SURVEY,
                        Kind.ACCEPTANCE)) {
            UUID drawings = town.file(town.steward);
            UUID session = UUID.randomUUID();
            convening.call(
                    town.steward,
                    request(
                            session,
                            kind,
                            false,
                            Extent.WHOLE,
                            null,
                            null,
                            null,
                            List.of("NR", "EE"),
                            drawings,
                            List.of()));
            assertThat(seen(town.unit, session).file()).isEqualTo(drawings);
            assertThat(convening.paper(town.unit, session, drawings).name()).isEqualTo("reply.pdf");
            agree(session);
            forward(14);
            judge(town.unit, session, Opinion.PASSED, List.of());
            judge(town.otherUnit, session, Opinion.PASSED, List.of());
            conclude(session);
            assertThat(seen(town.applicant, session))
                    .satisfies(
                            one -> {
                                assertThat(one.outcome()).isEqualTo("PASSED");
                                assertThat(one.days()).isBetween(8, 10);
                                assertThat(one.late()).isTrue();
                            });
        }
    }

    @Test
    @Practice({"PR-189", "PR-268"})
    void drawingsAreReviewedOnceForBuildingFireAirDefenceAndLightning() {
        UUID drawings = town.file(town.steward);
        UUID session = UUID.randomUUID();
        convening.call(
                town.steward,
                new Convening.Request(
                        session,
                        project,
                        Kind.DRAWINGS,
                        false,
                        Extent.WHOLE,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of("DRAWING-REVIEW", "FIRE-DESIGN", "CAD-BUILD", "LIGHTNING-DESIGN"),
                        null,
                        null,
                        drawings,
                        60,
                        List.of(),
                        null));
        Sheet called = seen(town.steward, session);
        assertThat(called.units())
                .extracting(Convening.Unit::department, Convening.Unit::items)
                .containsExactly(
                        tuple("CAD", List.of("CAD-BUILD")),
                        tuple("HURD", List.of("DRAWING-REVIEW", "FIRE-DESIGN")),
                        tuple("MET", List.of("LIGHTNING-DESIGN")));
        assertThat(called.place()).as("online").isNull();
        List<Actor> units =
                List.of("HURD", "CAD", "MET").stream()
                        .map(department -> town.hired(Role.HEAD, COUNTY, department, null))
                        .toList();
        units.forEach(unit -> answer(unit, session, List.of(called.times().getFirst().at())));
        forward(4);
        for (Actor unit : units) {
            assertThat(convening.paper(unit, session, drawings).name()).isEqualTo("reply.pdf");
            judge(unit, session, Opinion.PASSED, List.of());
        }
        conclude(session);
        assertThat(seen(town.applicant, session))
                .satisfies(
                        one -> {
                            assertThat(one.outcome()).isEqualTo("PASSED");
                            assertThat(one.conclusion()).isEqualTo("同意按此办理");
                            assertThat(one.file()).isEqualTo(drawings);
                            assertThat(one.units())
                                    .extracting(Convening.Unit::department, Convening.Unit::verdict)
                                    .containsExactly(
                                            tuple("CAD", "PASSED"),
                                            tuple("HURD", "PASSED"),
                                            tuple("MET", "PASSED"));
                        });
    }

    @Test
    void othersSeeNothingAndMayDoNothing() {
        UUID session = call(Kind.SURVEY, List.of("NR", "EE"), List.of(THURSDAY));
        Town other = new Town(context);
        Actor third = town.hired(Role.APPROVER, COUNTY, "WATER", null);
        Actor stranger = town.hired(Role.APPLICANT, COUNTY, null, UUID.randomUUID());

        for (Actor nobody : List.of(other.steward, third, stranger)) {
            refused(() -> seen(nobody, session), "joint-session-unknown");
            refused(() -> answer(nobody, session, List.of(THURSDAY)), "joint-session-unknown");
        }
        refused(() -> answer(town.steward, session, List.of(THURSDAY)), "session-not-invited");
        refused(
                () -> convening.act(town.applicant, session, -1, text(Step.CANCEL, "不去了")),
                "role-may-not");
        town.as(town.applicant);
        refused(
                () ->
                        convening.call(
                                town.applicant,
                                request(
                                        UUID.randomUUID(),
                                        Kind.SURVEY,
                                        false,
                                        Extent.WHOLE,
                                        null,
                                        null,
                                        null,
                                        List.of("NR", "EE"),
                                        null,
                                        List.of())),
                "role-may-not");
        convening.act(town.steward, session, -1, text(Step.CANCEL, "改期"));
        refused(() -> answer(town.unit, session, List.of(THURSDAY)), "session-over");
        refused(() -> call(Kind.SURVEY, List.of("NR"), List.of()), "session-departments");
        refused(() -> call(Kind.SURVEY, List.of("NR", "NOBODY"), List.of()), "unit-unknown");
    }

    @Test
    void theSameAnswerTwiceAndTwoWhoDecideOnOneVersion() {
        UUID session = call(Kind.SURVEY, List.of("NR", "EE"), List.of(WEDNESDAY, THURSDAY));
        long version = seen(town.unit, session).version();
        Act act =
                new Act(
                        Step.ANSWER,
                        List.of(THURSDAY),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null);
        convening.act(town.unit, session, version, act);
        refused(
                () -> convening.act(town.otherUnit, session, version, act),
                "session-changed-meanwhile");
        convening.act(town.unit, session, -1, act);
        assertThat(seen(town.unit, session).state()).isEqualTo("CALLED");
    }

    @Test
    void whatWasWrittenGoesWithTheTextsOfAnOldProject() {
        UUID session = fixed(Kind.SURVEY);
        forward(4);
        judge(town.unit, session, Opinion.POINTS, List.of(new Defect("边界不清", null)));
        judge(town.otherUnit, session, Opinion.PASSED, List.of());
        conclude(session);
        assertThat(seen(town.steward, session).place()).isEqualTo("项目现场");
        retained.stream()
                .filter(it -> it.term().kind().equals("projects"))
                .forEach(it -> it.remove(project));
        Sheet bare = seen(town.steward, session);
        assertThat(bare.place()).isNull();
        assertThat(bare.conclusion()).isNull();
        assertThat(bare.points().getFirst().text()).isNull();
        assertThat(bare.outcome()).isEqualTo("POINTS");
    }

    private LocalDate today(int days) {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE).plusDays(days);
    }

    private void forward(int days) {
        clock.forward(Duration.ofDays(days));
        gone = gone.plusDays(days);
    }

    private long desks() {
        return work.stream().mapToLong(one -> one.open(COUNTY, List.of("NR"))).sum();
    }

    private List<String> blocking() {
        return closing.prospect(town.steward, project).open().stream()
                .map(TeamSheet.Obligation::kind)
                .toList();
    }

    private List<Sheet> running(Actor actor) {
        return convening.list(actor, new Convening.Filter(true, null, null, 50), ZH);
    }

    private Sheet seen(Actor actor, UUID session) {
        return convening.session(actor, session, ZH);
    }

    private static UUID point(Sheet sheet, String text) {
        return sheet.points().stream()
                .filter(it -> text.equals(it.text()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private UUID call(Kind kind, List<String> units, List<LocalDateTime> times) {
        UUID id = UUID.randomUUID();
        town.as(town.steward);
        convening.call(
                town.steward,
                request(id, kind, false, Extent.WHOLE, null, null, null, units, null, times));
        return id;
    }

    private UUID acceptance(
            boolean mock, Extent extent, @Nullable String building, @Nullable Use use) {
        UUID id = Ids.next(clock);
        town.as(town.steward);
        convening.call(
                town.steward,
                request(
                        id,
                        Kind.ACCEPTANCE,
                        mock,
                        extent,
                        building,
                        use,
                        null,
                        List.of("NR", "EE"),
                        null,
                        List.of()));
        return id;
    }

    private UUID again(UUID previous) {
        UUID id = Ids.next(clock);
        town.as(town.steward);
        convening.call(
                town.steward,
                request(
                        id,
                        Kind.REVIEW,
                        false,
                        Extent.WHOLE,
                        null,
                        null,
                        previous,
                        List.of(),
                        null,
                        List.of()));
        return id;
    }

    private Convening.Request request(
            UUID id,
            Kind kind,
            boolean mock,
            Extent extent,
            @Nullable String building,
            @Nullable Use use,
            @Nullable UUID previous,
            List<String> units,
            @Nullable UUID file,
            List<LocalDateTime> times) {
        return new Convening.Request(
                id, project, kind, mock, extent, building, use, previous, units, List.of(), "项目现场",
                null, file, null, times, null);
    }

    private UUID fixed(Kind kind) {
        UUID session = call(kind, List.of("NR", "EE"), List.of(THURSDAY));
        answer(town.unit, session, List.of(THURSDAY));
        answer(town.otherUnit, session, List.of(THURSDAY));
        return session;
    }

    private UUID fixed(boolean mock, Extent extent, @Nullable String building, @Nullable Use use) {
        UUID session = acceptance(mock, extent, building, use);
        answer(town.unit, session, List.of(THURSDAY));
        answer(town.otherUnit, session, List.of(THURSDAY));
        return session;
    }

    /** Both take the first of the times. */
    private void agree(UUID session) {
        LocalDateTime first = seen(town.steward, session).times().getFirst().at();
        answer(town.unit, session, List.of(first));
        answer(town.otherUnit, session, List.of(first));
    }

    private void answer(Actor unit, UUID session, List<LocalDateTime> suits) {
        convening.act(
                unit,
                session,
                -1,
                new Act(
                        Step.ANSWER,
                        suits,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    private void time(UUID session, LocalDateTime at, String reason) {
        convening.act(
                town.steward,
                session,
                -1,
                new Act(
                        Step.TIME, List.of(), List.of(), at, null, List.of(), List.of(), null,
                        reason));
    }

    private void judge(Actor unit, UUID session, Opinion opinion, List<Defect> points) {
        convening.act(
                unit,
                session,
                -1,
                new Act(
                        Step.JUDGE,
                        List.of(),
                        List.of(),
                        null,
                        opinion,
                        points,
                        List.of(),
                        null,
                        opinion == Opinion.REFUSED ? "不符合规划" : null));
    }

    private void absent(UUID session, String department) {
        convening.act(
                town.steward,
                session,
                -1,
                new Act(
                        Step.ABSENT,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        department,
                        null));
    }

    private void conclude(UUID session) {
        convening.act(town.steward, session, -1, text(Step.CONCLUDE, "同意按此办理"));
    }

    private static Act text(Step step, String text) {
        return new Act(step, List.of(), List.of(), null, null, List.of(), List.of(), null, text);
    }

    private void move(Actor actor, UUID session, UUID point, Move move, @Nullable UUID file) {
        convening.move(
                actor,
                session,
                point,
                -1,
                new Convening.PointMove(move, file, null, move == Move.RETURN ? "尚未到位" : null));
    }
}

package org.xiangmuzhang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.xiangmuzhang.intake.Story.ANY;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.intake.api.DeemAccepted;
import org.xiangmuzhang.intake.api.ItemClock;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.api.TaskView;
import org.xiangmuzhang.intake.port.in.ApplicationFilter;
import org.xiangmuzhang.intake.port.in.ApplicationLine;
import org.xiangmuzhang.intake.port.in.ApplicationSheet;
import org.xiangmuzhang.intake.port.in.GivenMaterial;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.in.SubmitApplication.AskedItem;
import org.xiangmuzhang.intake.port.in.TaskFilter;
import org.xiangmuzhang.intake.port.in.TaskLine;
import org.xiangmuzhang.intake.port.in.TaskSheet;
import org.xiangmuzhang.intake.port.in.Verdict;
import org.xiangmuzhang.intake.spi.Mandates;
import org.xiangmuzhang.intake.spi.Mandates.Act;
import org.xiangmuzhang.intake.spi.Preconditions.Unmet;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.practices.Practice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

class IntakeScenarioTests {

    private static final Unmet LAND_RIGHT = new Unmet("LAND_RIGHT", true);
    private static final Unmet LAND_PERMIT = new Unmet("ITEM:LAND-PLAN-PERMIT", true);

    private static final UUID PARCEL = UUID.randomUUID();

    private static final ConfigurableApplicationContext CONTEXT = Story.start();

    private final Story story = new Story(CONTEXT);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void whatACommandAnswersIsWhatIsReadAfterwards() {
        UUID id = UUID.randomUUID();
        String[] items = {"SITE-PREEXAM", "ENT-APPROVAL"};
        List<GivenMaterial> materials = story.whole(story.applicant, items).reversed();

        assertThat(
                        story.submitting()
                                .submit(
                                        story.asking(id, materials, Mode.FORMAL, items),
                                        story.applicant))
                .isEqualTo(story.lookingUp().view(id, story.applicant));
        story.on("2026-11-04");
        assertThat(story.accepting().accept(id, ANY, story.clerk))
                .isEqualTo(story.lookingUp().view(id, story.clerk));
        Map<String, Actor> departments =
                Map.of("SITE-PREEXAM", story.land, "ENT-APPROVAL", story.development);
        departments.forEach(
                (item, approver) -> {
                    UUID task = story.task(id, item).id();
                    Verdict verdict = new Verdict(Outcome.APPROVED, null, null, null);
                    assertThat(story.examining().decide(task, verdict, ANY, approver))
                            .isEqualTo(story.lookingUp().task(task, approver));
                });
        assertThat(story.accepting().deliver(id, ANY, story.clerk))
                .isEqualTo(story.lookingUp().view(id, story.clerk));
    }

    @Test
    @Practice({"PR-048", "PR-067"})
    void carriesOneApplicationOfFourItemsFromReceiptToDelivery() {
        String[] items = {"SITE-PREEXAM", "ENT-APPROVAL", "SOILWATER-TABLE", "EIA-RADIATION"};
        UUID id =
                story.submit(
                        story.applicant,
                        story.whole(story.applicant, items).stream()
                                .filter(one -> !one.material().equals("SITE-PREEXAM-2"))
                                .toList(),
                        Mode.FORMAL,
                        items);
        assertThat(story.see(id).number()).matches(story.place + "-20261102-\\d{6}");
        assertThat(story.lookingUp().tasks(desk(), 10, story.land)).isEmpty();

        story.accepting().noticeCorrection(id, List.of("SITE-PREEXAM-2"), "缺选址图", ANY, story.clerk);
        ApplicationSheet told = story.lookingUp().application(id, story.applicant);
        assertThat(told.correctionMaterials()).containsExactly("SITE-PREEXAM-2");
        assertThat(told.correctionOn()).isEqualTo("2026-11-02");
        refuses(
                "second-correction-notice",
                () ->
                        story.accepting()
                                .noticeCorrection(
                                        id, List.of("SITE-PREEXAM-1"), "又缺", ANY, story.clerk));
        story.on("2026-11-04");
        story.submitting()
                .supply(
                        id,
                        List.of(story.material(story.applicant, "SITE-PREEXAM-2", "选址图")),
                        ANY,
                        story.applicant);
        story.accepting().accept(id, ANY, story.clerk);
        assertThat(story.task(id, "SITE-PREEXAM").promisedDue()).isEqualTo("2026-11-18");
        assertThat(story.lookingUp().tasks(desk(), 10, story.water)).hasSize(1);

        story.on("2026-11-06");
        UUID site = story.task(id, "SITE-PREEXAM").id();
        story.examining()
                .beginProcedure(
                        site,
                        SpecialProcedure.PUBLICITY,
                        LocalDate.of(2026, 11, 12),
                        ANY,
                        story.land);
        refuses("procedure-lasts", () -> story.approve(id, "SITE-PREEXAM", story.land));
        story.approve(id, "ENT-APPROVAL", story.development);
        story.approve(id, "SOILWATER-TABLE", story.water);
        refuses("results-outstanding", () -> story.accepting().deliver(id, ANY, story.clerk));
        story.on("2026-11-12");
        story.examining().endProcedure(site, null, ANY, story.land);
        assertThat(story.task(id, "SITE-PREEXAM").promisedDue()).isEqualTo("2026-11-25");
        story.approve(id, "EIA-RADIATION", story.environment);
        story.on("2026-11-13");
        story.approve(id, "SITE-PREEXAM", story.land);

        ItemClock clock = story.get(Applications.class).clock(site).orElseThrow();
        assertThat(clock.decidedOn()).isEqualTo("2026-11-13");
        assertThat(clock.pauses()).hasSize(1);
        TaskSheet decided = story.lookingUp().task(site, story.land);
        assertThat(Objects.requireNonNull(decided.clock()).promisedUsed()).isEqualTo(2);
        story.accepting().deliver(id, ANY, story.clerk);
        assertThat(story.see(id).state()).isEqualTo("DELIVERED");
        assertThat(story.see(id).exchangeState()).isEqualTo(11);
        assertThat(last(id))
                .contains(
                        Stream.of(items)
                                .map(item -> story.task(id, item).documentNumber())
                                .map(Objects::requireNonNull)
                                .toArray(CharSequence[]::new));
        assertThat(story.told(id))
                .containsExactly(
                        "intake.application-submitted",
                        "intake.correction-noticed",
                        "intake.correction-supplied",
                        "intake.application-accepted",
                        "intake.clock-paused",
                        "intake.item-decided",
                        "intake.item-decided",
                        "intake.clock-resumed",
                        "intake.item-decided",
                        "intake.item-decided",
                        "intake.application-delivered");
    }

    @Test
    @Practice("PR-025")
    void turnsUnchangedPreApprovalsFormalInAChainWhenTheLandRightStands() {
        simulatedPermits();
        UUID id = story.accepted(Mode.SIMULATED, "LAND-PLAN-PERMIT", "ENG-PLAN-PERMIT");
        assertThat(story.task(id, "ENG-PLAN-PERMIT").waitingFor())
                .containsExactly("ITEM:LAND-PLAN-PERMIT");
        assertThat(story.task(id, "LAND-PLAN-PERMIT").promisedDue()).isNull();
        story.preApprove(id, "LAND-PLAN-PERMIT", story.land);
        story.preApprove(id, "ENG-PLAN-PERMIT", story.land);
        assertThat(story.task(id, "ENG-PLAN-PERMIT").state()).isEqualTo("PRE_APPROVED");
        refuses("results-outstanding", () -> story.accepting().deliver(id, ANY, story.clerk));
        String opinion =
                story.lookingUp()
                        .application(id, story.applicant)
                        .application()
                        .tasks()
                        .getFirst()
                        .documentNumber();
        assertThat(opinion).endsWith("-PRE");

        story.on("2026-11-16");
        landRight(1);
        landRight(1);
        story.hear();

        for (TaskView task : story.see(id).tasks()) {
            assertThat(task.state()).isEqualTo("APPROVED");
            assertThat(task.decidedOn()).isEqualTo("2026-11-16");
            assertThat(task.documentNumber()).isNotEqualTo(opinion).contains("-2026-");
        }
        story.accepting().deliver(id, ANY, story.clerk);
        assertThat(story.told(id))
                .containsExactly(
                        "intake.application-submitted",
                        "intake.application-accepted",
                        "intake.simulation-pre-approved",
                        "intake.simulation-pre-approved",
                        "intake.simulation-formalised",
                        "intake.simulation-formalised",
                        "intake.application-delivered");
    }

    @Test
    @Practice({"PR-025"})
    void sendsAPreApprovalBackWhenPlanningConditionsChanged() {
        simulatedPermits();
        UUID id = story.accepted(Mode.SIMULATED, "LAND-PLAN-PERMIT");
        story.preApprove(id, "LAND-PLAN-PERMIT", story.land);

        story.on("2026-11-16");
        landRight(2);

        TaskView task = story.task(id, "LAND-PLAN-PERMIT");
        assertThat(task.state()).isEqualTo("IN_DEPARTMENT");
        assertThat(task.mode()).isEqualTo(Mode.FORMAL);
        assertThat(task.acceptedOn()).isEqualTo("2026-11-16");
        assertThat(task.promisedDue()).isEqualTo("2026-11-23");
        assertThat(task.documentNumber()).isNull();
        assertThat(story.told(id)).endsWith("intake.simulation-reopened");
        story.approve(id, "LAND-PLAN-PERMIT", story.land);
        assertThat(story.task(id, "LAND-PLAN-PERMIT").state()).isEqualTo("APPROVED");
    }

    @Test
    void theRightToASecondParcelDoesNotConvertAnOpinionGivenOnTheFirst() {
        simulatedPermits();
        UUID id = story.accepted(Mode.SIMULATED, "LAND-PLAN-PERMIT");
        story.preApprove(id, "LAND-PLAN-PERMIT", story.land);
        UUID task = story.task(id, "LAND-PLAN-PERMIT").id();
        assertThat(story.lookingUp().task(task, story.land).planningConditions())
                .isEqualTo(Map.of(PARCEL, 1));

        story.get(Applications.class)
                .landRightEstablished(story.project, UUID.randomUUID(), day(), 1);

        assertThat(story.task(id, "LAND-PLAN-PERMIT").state()).isEqualTo("IN_DEPARTMENT");
        assertThat(last(id)).contains("planning-conditions-changed");
    }

    @Test
    void sendsAPreApprovalBackWhenTheLandRightWasEstablishedElsewhere() {
        story.plan().waits(story.project, "LAND-PLAN-PERMIT", LAND_RIGHT);
        UUID id = story.accepted(Mode.SIMULATED, "LAND-PLAN-PERMIT");
        story.preApprove(id, "LAND-PLAN-PERMIT", story.land);
        refuses("pre-approval-waits", () -> story.approve(id, "LAND-PLAN-PERMIT", story.land));

        story.get(Applications.class)
                .decidedElsewhere(story.project, LAND_RIGHT.condition(), day());

        TaskView task = story.task(id, "LAND-PLAN-PERMIT");
        assertThat(task.state()).isEqualTo("IN_DEPARTMENT");
        assertThat(task.mode()).isEqualTo(Mode.FORMAL);
        assertThat(task.waitingFor()).isEmpty();
        assertThat(last(id)).contains("planning-conditions-unknown");
        story.approve(id, "LAND-PLAN-PERMIT", story.land);
    }

    @Test
    void whatTurnsFormalOnADecisionMadeElsewhereSaysSo() {
        simulatedPermits();
        UUID id = story.accepted(Mode.SIMULATED, "ENG-PLAN-PERMIT");
        story.preApprove(id, "ENG-PLAN-PERMIT", story.land);

        story.get(Applications.class)
                .decidedElsewhere(story.project, LAND_PERMIT.condition(), day());

        assertThat(story.task(id, "ENG-PLAN-PERMIT").state()).isEqualTo("APPROVED");
        assertThat(last(id)).contains("\"decidedElsewhere\": [\"LAND-PLAN-PERMIT\"]");
    }

    private String last(UUID application) {
        story.hear();
        return story.get(LogReader.class).ofSubject(application, 0, 1000).getLast().payloadJson();
    }

    @Test
    void sendsAPreApprovalBackWhenAMaterialWasReplaced() {
        simulatedPermits();
        UUID id =
                story.submit(
                        story.applicant,
                        List.of(story.material(story.applicant, "LAND-PLAN-PERMIT-1", "第一版")),
                        Mode.SIMULATED,
                        "LAND-PLAN-PERMIT");
        story.accepting().accept(id, ANY, story.clerk);
        story.preApprove(id, "LAND-PLAN-PERMIT", story.land);
        story.submitting()
                .supply(
                        id,
                        List.of(story.material(story.applicant, "LAND-PLAN-PERMIT-1", "第二版")),
                        ANY,
                        story.applicant);

        landRight(1);

        assertThat(story.task(id, "LAND-PLAN-PERMIT").state()).isEqualTo("IN_DEPARTMENT");
        assertThat(story.told(id)).endsWith("intake.simulation-reopened");
    }

    @Test
    void goesOnFormallyWhenTheConditionComesDuringTheReview() {
        simulatedPermits();
        UUID reviewed = story.accepted(Mode.SIMULATED, "LAND-PLAN-PERMIT");
        UUID received = story.submit(story.applicant, List.of(), Mode.SIMULATED, "ENG-PLAN-PERMIT");
        landRight(1);
        story.get(Applications.class).conditionMet(story.project, LAND_PERMIT.condition(), day());

        assertThat(story.task(reviewed, "LAND-PLAN-PERMIT").mode()).isEqualTo(Mode.FORMAL);
        assertThat(story.told(reviewed)).endsWith("intake.simulation-reopened");
        story.accepting().accept(received, ANY, story.clerk);
        assertThat(story.task(received, "ENG-PLAN-PERMIT").promisedDue()).isNotNull();
    }

    @Test
    void takesADecisionOnAMergedItemForEachThatItReplaces() {
        story.plan()
                .waits(story.project, "LAND-PLAN-PERMIT", new Unmet("ITEM:GOV-FEASIBILITY", true));
        UUID simulated = story.accepted(Mode.SIMULATED, "LAND-PLAN-PERMIT");
        story.preApprove(simulated, "LAND-PLAN-PERMIT", story.land);
        UUID merged = story.accepted(Mode.FORMAL, "GOV-FEAS-COMBINED");

        story.approve(merged, "GOV-FEAS-COMBINED", story.development);
        story.hear();

        assertThat(story.task(simulated, "LAND-PLAN-PERMIT").state()).isEqualTo("APPROVED");
    }

    @Test
    void acceptsBySilenceBackToTheDayOfReceipt() {
        UUID silent = story.submit(story.applicant, List.of(), Mode.FORMAL, "SITE-PREEXAM");
        UUID told = story.submit(story.applicant, List.of(), Mode.FORMAL, "SITE-PREEXAM");
        story.accepting()
                .noticeCorrection(told, List.of("SITE-PREEXAM-1"), "缺申请", ANY, story.clerk);
        DeemAccepted sweep = story.get(DeemAccepted.class);
        story.on("2026-11-09");
        sweep.run();
        assertThat(story.see(silent).state()).isEqualTo("RECEIVED");

        story.on("2026-11-10");
        assertThat(sweep.run()).isPositive();

        TaskView task = story.task(silent, "SITE-PREEXAM");
        assertThat(task.acceptedOn()).isEqualTo("2026-11-02");
        assertThat(task.promisedDue()).isEqualTo("2026-11-16");
        assertThat(story.see(told).state()).isEqualTo("CORRECTION_NOTICED");
        refuses("accepted-by-silence", () -> story.accepting().accept(silent, ANY, story.clerk));
    }

    @Test
    void acceptsBySilenceBackToTheDayOfTheCorrection() {
        UUID id = story.submit(story.applicant, List.of(), Mode.FORMAL, "SITE-PREEXAM");
        story.accepting().noticeCorrection(id, List.of("SITE-PREEXAM-1"), "缺申请", ANY, story.clerk);
        story.on("2026-11-12");
        story.submitting()
                .supply(
                        id,
                        List.of(story.material(story.applicant, "SITE-PREEXAM-1", "补正")),
                        ANY,
                        story.applicant);
        assertThat(story.lookingUp().application(id, story.applicant).noticeDue())
                .isEqualTo("2026-11-19");
        DeemAccepted sweep = story.get(DeemAccepted.class);
        story.on("2026-11-19");
        sweep.run();
        assertThat(story.see(id).state()).isEqualTo("CORRECTION_SUPPLIED");

        story.on("2026-11-20");
        assertThat(sweep.run()).isPositive();

        assertThat(story.see(id).state()).isEqualTo("ACCEPTED");
        assertThat(story.task(id, "SITE-PREEXAM").acceptedOn()).isEqualTo("2026-11-12");
        refuses("accepted-by-silence", () -> story.accepting().accept(id, ANY, story.clerk));
    }

    @Test
    void acceptsBySilenceWhenSomeoneActsBeforeTheSweep() {
        UUID id = story.submit(story.applicant, List.of(), Mode.FORMAL, "SITE-PREEXAM");
        story.on("2026-11-10");

        story.submitting()
                .supply(
                        id,
                        List.of(story.material(story.applicant, "SITE-PREEXAM-1", "补充")),
                        ANY,
                        story.applicant);

        assertThat(story.see(id).state()).isEqualTo("ACCEPTED");
        assertThat(story.task(id, "SITE-PREEXAM").acceptedOn()).isEqualTo("2026-11-02");
    }

    @Test
    @Practice({"PR-078", "PR-245"})
    void separatesAcceptanceFromDecisionByPersonAndDepartmentsFromEachOther() {
        UUID id = story.accepted(Mode.FORMAL, "SITE-PREEXAM", "EIA-RADIATION");
        Actor clerkWithAnotherPost =
                new Actor(story.clerk.person(), Role.APPROVER, story.place, "NR", null);
        Actor elsewhere =
                new Actor(UUID.randomUUID(), Role.APPROVER, new Region("370403"), "NR", null);

        refuses(
                "accepted-by-same-person",
                () -> story.approve(id, "SITE-PREEXAM", clerkWithAnotherPost));
        Actor applicantWithAnotherPost =
                new Actor(story.applicant.person(), Role.APPROVER, story.place, "NR", null);
        refuses(
                "submitted-by-same-person",
                () -> story.approve(id, "SITE-PREEXAM", applicantWithAnotherPost));
        UUID simulated = story.accepted(Mode.FORMAL, "LAND-PLAN-PERMIT");
        refuses(
                "submitted-by-same-person",
                () -> story.preApprove(simulated, "LAND-PLAN-PERMIT", applicantWithAnotherPost));
        refuses("task-unknown", () -> story.approve(id, "SITE-PREEXAM", story.environment));
        refuses("task-unknown", () -> story.approve(id, "SITE-PREEXAM", elsewhere));
        refuses("role-may-not", () -> story.approve(id, "SITE-PREEXAM", story.clerk));
        refuses("role-may-not", () -> story.accepting().accept(id, ANY, story.land));
        refuses("role-may-not", () -> story.accepting().deliver(id, ANY, story.land));
        assertThat(story.lookingUp().application(id, story.land).application().tasks())
                .extracting(TaskView::itemCode)
                .containsExactly("SITE-PREEXAM");
    }

    @Test
    void showsAnApplicationOnlyToThoseItConcerns() {
        UUID id = story.submit(story.applicant, List.of(), Mode.FORMAL, "SITE-PREEXAM");
        Actor competitor = story.actor(Role.APPLICANT, null, UUID.randomUUID());
        Actor clerkElsewhere =
                new Actor(UUID.randomUUID(), Role.CLERK, new Region("370403"), null, null);

        refuses("application-unknown", () -> story.lookingUp().application(id, competitor));
        refuses("application-unknown", () -> story.lookingUp().application(id, clerkElsewhere));
        refuses("application-unknown", () -> story.lookingUp().application(id, story.land));
        UUID withdrawn = story.submit(story.applicant, List.of(), Mode.FORMAL, "SITE-PREEXAM");
        story.submitting().withdraw(withdrawn, "不办了", ANY, story.applicant);
        refuses("application-unknown", () -> story.lookingUp().application(withdrawn, story.land));
        assertThat(story.lookingUp().tasks(new TaskFilter(null, "WITHDRAWN", null), 10, story.land))
                .isEmpty();
        UUID accepted = story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        story.submitting().withdraw(accepted, "不办了", ANY, story.applicant);
        assertThat(story.lookingUp().application(accepted, story.land)).isNotNull();
        assertThat(all(competitor)).isEmpty();
        assertThat(all(clerkElsewhere)).isEmpty();
        assertThat(all(story.clerk)).hasSize(3);
        assertThat(all(story.actor(Role.AUDITOR, null, null))).isNotEmpty();
        refuses("role-may-not", () -> all(story.actor(Role.INTERMEDIARY, null, null)));
    }

    @Test
    void showsWhatLiesBelowToThoseWhoLookDown() {
        Story zone = new Story(CONTEXT, new Region("Z370403GX"));
        UUID id = zone.accepted(Mode.FORMAL, "SITE-PREEXAM", "ENT-APPROVAL");
        UUID task = zone.task(id, "SITE-PREEXAM").id();
        Region city = new Region("370400");
        Actor auditor = at(Region.TEMPLATE, Role.AUDITOR, null);

        for (Actor above :
                List.of(
                        auditor,
                        at(city, Role.LEADER, null),
                        at(new Region("370403"), Role.SUPERVISOR, null))) {
            assertThat(zone.lookingUp().application(id, above).application().tasks()).hasSize(2);
            assertThat(all(above)).contains(id);
            assertThat(desk("NR", above)).contains(task);
        }
        Actor head = at(city, Role.HEAD, "NR");
        assertThat(zone.lookingUp().application(id, head).application().tasks()).hasSize(1);
        assertThat(desk("NR", head)).contains(task);
        for (Actor beside :
                List.of(
                        at(city, Role.CLERK, null),
                        at(city, Role.APPROVER, "NR"),
                        at(new Region("350100"), Role.LEADER, null))) {
            refuses("application-unknown", () -> zone.lookingUp().application(id, beside));
        }
        refuses("role-may-not", () -> zone.accepting().accept(id, Story.ANY, auditor));
        refuses("role-may-not", () -> zone.approve(id, "SITE-PREEXAM", auditor));
    }

    private static Actor at(Region place, Role role, @Nullable String department) {
        return new Actor(UUID.randomUUID(), role, place, department, null);
    }

    private List<UUID> desk(String department, Actor actor) {
        return story.lookingUp().tasks(new TaskFilter(department, null, null), 200, actor).stream()
                .map(line -> line.task().id())
                .toList();
    }

    @Test
    void letsAStewardActOnlyUnderAMandateThatCoversTheAct() {
        Actor steward = story.actor(Role.STEWARD, null, null);
        refuses(
                "mandate-missing",
                () -> story.submit(steward, List.of(), Mode.FORMAL, "SITE-PREEXAM"));
        Entrusted mandates = (Entrusted) story.get(Mandates.class);
        UUID mandate =
                mandates.sign(
                        steward.person(), story.enterprise, story.project, Act.SUBMIT, Act.SUPPLY);

        UUID id =
                story.submit(
                        steward, story.whole(steward, "SITE-PREEXAM"), Mode.FORMAL, "SITE-PREEXAM");

        assertThat(
                        story.get(JdbcClient.class)
                                .sql("select mandate from intake.application where id = ?")
                                .param(id)
                                .query(UUID.class)
                                .single())
                .isEqualTo(mandate);
        refuses("mandate-missing", () -> story.submitting().withdraw(id, "不办了", ANY, steward));
        story.accepting().accept(id, ANY, story.clerk);
        story.approve(id, "SITE-PREEXAM", story.land);
        refuses("mandate-missing", () -> story.accepting().deliver(id, ANY, steward));
        mandates.sign(steward.person(), story.enterprise, story.project, Act.RECEIVE);
        story.accepting().deliver(id, ANY, steward);
        assertThat(story.see(id).state()).isEqualTo("DELIVERED");
    }

    @Test
    void aMandateForOneProjectOpensNothingOfAnother() {
        Actor steward = story.actor(Role.STEWARD, null, null);
        ((Entrusted) story.get(Mandates.class))
                .sign(steward.person(), story.enterprise, story.project, Act.values());
        UUID alone = submitted(null, null, story.applicant, "SITE-PREEXAM");
        UUID other = submitted(UUID.randomUUID(), null, story.applicant, "SITE-PREEXAM");
        UUID own = story.submit(steward, List.of(), Mode.FORMAL, "SITE-PREEXAM");

        refuses("mandate-missing", () -> submitted(null, null, steward, "SITE-PREEXAM"));
        for (UUID closed : List.of(alone, other)) {
            refuses("application-unknown", () -> story.lookingUp().application(closed, steward));
            refuses(
                    "application-unknown",
                    () -> story.submitting().withdraw(closed, "不办了", ANY, steward));
            refuses("application-unknown", () -> story.accepting().deliver(closed, ANY, steward));
        }
        refuses("project-missing", () -> list(steward, null));
        refuses("mandate-missing", () -> list(steward, UUID.randomUUID()));
        assertThat(list(steward, story.project))
                .singleElement()
                .satisfies(line -> assertThat(line.application().id()).isEqualTo(own));
    }

    @Test
    void anApplicationLiesWhereItsProjectLies() {
        story.plan().lies(story.project, new Region("371302"));

        UUID id = submitted(story.project, null, story.applicant, "SITE-PREEXAM");

        assertThat(story.see(id).region()).isEqualTo(new Region("371302"));
        refuses(
                "region-of-another-project",
                () -> submitted(story.project, story.place, story.applicant, "SITE-PREEXAM"));
        refuses(
                "region-unknown",
                () -> submitted(null, Region.TEMPLATE, story.applicant, "SITE-PREEXAM"));
    }

    @Test
    void anItemThatWaitsByLawIsAppliedForWithinAProjectOnly() {
        refuses(
                "item-needs-project",
                () -> submitted(null, null, story.applicant, "ENG-PLAN-PERMIT"));

        UUID free = submitted(null, null, story.applicant, "SOILWATER-TABLE");

        assertThat(story.see(free).project()).isNull();
        assertThat(story.see(free).region()).isEqualTo(story.place);
    }

    private UUID submitted(@Nullable UUID project, @Nullable Region place, Actor by, String item) {
        UUID id = UUID.randomUUID();
        story.submitting()
                .submit(
                        new SubmitApplication(
                                id,
                                place,
                                story.enterprise,
                                project,
                                List.of(new AskedItem(item, Mode.FORMAL)),
                                List.of(),
                                null,
                                null),
                        by);
        return id;
    }

    private List<ApplicationLine> list(Actor actor, @Nullable UUID project) {
        return story.lookingUp()
                .applications(
                        new ApplicationFilter(story.enterprise, project, null), null, 50, actor);
    }

    @Test
    void waivesTheReviewOnBothPromisesOnly() {
        UUID owner = story.file(story.applicant, "建设单位承诺");
        UUID design = story.file(story.applicant, "设计单位承诺");
        refuses("waiver-needs-both-promises", () -> submitWaived(owner, null));
        refuses("waiver-needs-both-promises", () -> submitWaived(null, design));

        UUID id = submitWaived(owner, design);
        story.accepting().accept(id, ANY, story.clerk);

        UUID task = story.task(id, "GOV-FEAS-COMBINED").id();
        LocalDate until = LocalDate.of(2026, 11, 10);
        refuses(
                "review-was-waived",
                () ->
                        story.examining()
                                .beginProcedure(
                                        task,
                                        SpecialProcedure.EXPERT,
                                        until,
                                        ANY,
                                        story.development));
        assertThat(story.lookingUp().task(task, story.development).possibleProcedures()).isEmpty();
    }

    @Test
    void refusesWhatTheCatalogOrThePlanDoesNotAllowAndKeepsNothing() {
        story.plan()
                .waits(story.project, "ENG-PLAN-PERMIT", new Unmet("ITEM:GOV-FEASIBILITY", false));
        story.plan().waits(story.project, "LAND-PLAN-PERMIT", LAND_RIGHT);
        refuses("item-not-listed", () -> submit(Mode.FORMAL, "NO-SUCH"));
        refuses("item-twice", () -> submit(Mode.FORMAL, "SITE-PREEXAM", "SITE-PREEXAM"));
        refuses("items-count", () -> submit(Mode.FORMAL));
        refuses("milestone-is-no-application", () -> submit(Mode.FORMAL, "MANDATE"));
        refuses("commitment-not-allowed", () -> submit(Mode.COMMITMENT, "SITE-PREEXAM"));
        refuses("precondition-not-met", () -> submit(Mode.FORMAL, "LAND-PLAN-PERMIT"));
        refuses("precondition-not-met", () -> submit(Mode.SIMULATED, "ENG-PLAN-PERMIT"));
        refuses("simulation-not-allowed", () -> submit(Mode.SIMULATED, "SITE-PREEXAM"));
        Actor other = story.actor(Role.APPLICANT, null, UUID.randomUUID());
        refuses(
                "not-your-enterprise",
                () -> story.submit(other, List.of(), Mode.FORMAL, "SITE-PREEXAM"));
        UUID foreign = story.file(other, "别人的文件");
        refuses("file-not-yours", () -> submitWith("SITE-PREEXAM-1", foreign));
        refuses("file-not-yours", () -> submitWith("SITE-PREEXAM-1", UUID.randomUUID()));
        refuses(
                "material-unknown",
                () -> submitWith("EIA-RADIATION-1", story.file(story.applicant, "x")));

        assertThat(all(story.clerk)).isEmpty();
    }

    @Test
    void decidesACommitmentItemOnTheSpot() {
        UUID id = story.accepted(Mode.COMMITMENT, "ENT-APPROVAL");

        story.approve(id, "ENT-APPROVAL", story.development);

        assertThat(story.task(id, "ENT-APPROVAL").decidedOn()).isEqualTo("2026-11-02");
        assertThat(story.task(id, "ENT-APPROVAL").mode()).isEqualTo(Mode.COMMITMENT);
    }

    @Test
    void letsOneOfTwoWhoDecideAtOnceWin() throws Exception {
        UUID id = story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        UUID task = story.task(id, "SITE-PREEXAM").id();
        Actor colleague = story.actor(Role.APPROVER, "NR", null);
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);

        List<String> answers = new ArrayList<>();
        try (ExecutorService desks = Executors.newFixedThreadPool(2)) {
            List<Callable<String>> acts = new ArrayList<>();
            for (Actor approver : List.of(story.land, colleague)) {
                acts.add(
                        () -> {
                            try {
                                story.examining()
                                        .decide(
                                                task,
                                                new Verdict(Outcome.APPROVED, null, null, null),
                                                version -> await(bothHaveRead),
                                                approver);
                                return "decided";
                            } catch (Refusal refusal) {
                                return refusal.kind() + " " + refusal.rule();
                            }
                        });
            }
            for (Future<String> answer : desks.invokeAll(acts)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsExactlyInAnyOrder("decided", "CONFLICT changed-meanwhile");
        assertThat(story.told(id).stream().filter("intake.item-decided"::equals)).hasSize(1);
    }

    @Test
    void readsBackWhatItKeeps() {
        UUID id =
                story.submit(
                        story.applicant,
                        List.of(story.material(story.applicant, "SOILWATER-TABLE-1", "报告表")),
                        Mode.FORMAL,
                        "SITE-PREEXAM",
                        "SOILWATER-TABLE");
        story.accepting().accept(id, ANY, story.clerk);
        UUID site = story.task(id, "SITE-PREEXAM").id();
        story.examining()
                .beginProcedure(
                        site, SpecialProcedure.EXPERT, LocalDate.of(2026, 11, 10), ANY, story.land);
        UUID result = story.file(story.water, "批复");
        story.examining()
                .decide(
                        story.task(id, "SOILWATER-TABLE").id(),
                        new Verdict(Outcome.APPROVED_WITH_OWED, "晋水〔2026〕8号", result, "欠交一份"),
                        ANY,
                        story.water);

        TaskSheet paused = story.lookingUp().task(site, story.land);
        assertThat(paused.procedures()).hasSize(1);
        assertThat(paused.procedures().getFirst().until()).isNull();
        assertThat(paused.task().state()).isEqualTo("PAUSED");
        TaskSheet decided =
                story.lookingUp().task(story.task(id, "SOILWATER-TABLE").id(), story.applicant);
        assertThat(decided.task().documentNumber()).isEqualTo("晋水〔2026〕8号");
        assertThat(decided.document()).isEqualTo(result);
        assertThat(decided.reason()).isEqualTo("欠交一份");
        assertThat(story.lookingUp().document(id, result, story.applicant).name())
                .isEqualTo("材料.txt");
        refuses("file-unknown", () -> story.lookingUp().document(id, result, story.land));
    }

    @Test
    void pagesADepartmentsDeskByDueDate() {
        for (int i = 0; i < 3; i++) {
            story.accepted(Mode.FORMAL, "SITE-PREEXAM");
        }
        List<TaskLine> first = story.lookingUp().tasks(desk(), 2, story.land);
        TaskLine last = first.getLast();
        List<TaskLine> second =
                story.lookingUp()
                        .tasks(new TaskFilter(null, null, last.task().id()), 2, story.land);

        assertThat(first).hasSize(2);
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void withdrawsBeforeTheDecisionOnly() {
        UUID id = story.accepted(Mode.FORMAL, "SITE-PREEXAM", "EIA-RADIATION");
        UUID decided = story.accepted(Mode.FORMAL, "SITE-PREEXAM", "EIA-RADIATION");
        story.approve(decided, "SITE-PREEXAM", story.land);

        story.submitting().withdraw(id, "计划改变", ANY, story.applicant);

        assertThat(story.see(id).exchangeState()).isEqualTo(14);
        assertThat(story.lookingUp().application(id, story.applicant).reason()).isEqualTo("计划改变");
        refuses(
                "already-decided",
                () -> story.submitting().withdraw(decided, "晚了", ANY, story.applicant));
    }

    private void simulatedPermits() {
        story.plan().waits(story.project, "LAND-PLAN-PERMIT", LAND_RIGHT);
        story.plan().waits(story.project, "ENG-PLAN-PERMIT", LAND_PERMIT);
        story.plan().planningConditions(story.project, Map.of(PARCEL, 1));
    }

    private void landRight(int planningConditions) {
        story.get(Applications.class)
                .landRightEstablished(story.project, PARCEL, day(), planningConditions);
        story.hear();
    }

    private LocalDate day() {
        return LocalDate.ofInstant(story.get(TestClock.class).instant(), WorkingDays.ZONE);
    }

    private UUID submit(Mode mode, String... items) {
        return story.submit(story.applicant, List.of(), mode, items);
    }

    private UUID submitWith(String material, UUID file) {
        return story.submit(
                story.applicant,
                List.of(new GivenMaterial(material, file)),
                Mode.FORMAL,
                "SITE-PREEXAM");
    }

    private UUID submitWaived(@Nullable UUID owner, @Nullable UUID design) {
        UUID id = UUID.randomUUID();
        story.submitting()
                .submit(
                        new SubmitApplication(
                                id,
                                story.place,
                                story.enterprise,
                                story.project,
                                List.of(new AskedItem("GOV-FEAS-COMBINED", Mode.FORMAL)),
                                List.of(),
                                owner,
                                design),
                        story.applicant);
        return id;
    }

    private List<UUID> all(Actor actor) {
        return story
                .lookingUp()
                .applications(new ApplicationFilter(null, null, null), null, 1000, actor)
                .stream()
                .map(line -> line.application().id())
                .toList();
    }

    private static TaskFilter desk() {
        return new TaskFilter(null, null, null);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refuses(String rule, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}

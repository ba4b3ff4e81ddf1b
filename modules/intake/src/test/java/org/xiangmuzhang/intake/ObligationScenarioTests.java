package org.xiangmuzhang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.xiangmuzhang.intake.Story.ANY;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.xiangmuzhang.catalog.api.Exclusion;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Material;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.api.OwedMaterials;
import org.xiangmuzhang.intake.api.Settlement;
import org.xiangmuzhang.intake.port.in.ApplicationSheet;
import org.xiangmuzhang.intake.port.in.Attesting;
import org.xiangmuzhang.intake.port.in.FollowingUp;
import org.xiangmuzhang.intake.port.in.GivenMaterial;
import org.xiangmuzhang.intake.port.in.ObligationFilter;
import org.xiangmuzhang.intake.port.in.ObligationSheet;
import org.xiangmuzhang.intake.port.in.PointText;
import org.xiangmuzhang.intake.port.in.SubmitApplication;
import org.xiangmuzhang.intake.port.in.SubmitApplication.AskedItem;
import org.xiangmuzhang.intake.port.in.Verdict;
import org.xiangmuzhang.intake.port.in.WatchingTerms;
import org.xiangmuzhang.intake.spi.Preconditions.Unmet;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.practices.Practice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** 容缺 and 告知承诺: what is owed or promised, until it has come, was checked, or was said about. */
class ObligationScenarioTests {

    private static final String TABLE = "SOILWATER-TABLE";
    private static final LocalDate ALWAYS = LocalDate.of(2030, 1, 1);

    private static final ConfigurableApplicationContext CONTEXT = Story.start();

    private final Story story = new Story(CONTEXT);
    private final FollowingUp following = story.get(FollowingUp.class);
    private final OwedMaterials owed = story.get(OwedMaterials.class);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    @Practice("PR-015")
    void acceptsWithoutSecondaryMaterialsRemindsAndClosesWhenTheyHaveCome() {
        UUID id = submitted(TABLE, TABLE + "-1");
        story.accepting().acceptOwing(id, List.of(TABLE + "-2"), ANY, story.clerk);
        ObligationSheet later = only(id);
        assertThat(later.material()).isEqualTo(TABLE + "-2");
        assertThat(later.due()).isEqualTo("2026-11-30");
        assertThat(owed.of(story.place, ALWAYS, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.due()).isEqualTo("2026-11-30"));
        assertThat(owed.of(story.place, LocalDate.of(2026, 11, 29), 10)).isEmpty();

        refuses("materials-still-owed", () -> story.approve(id, TABLE, story.water));
        decide(id, Outcome.APPROVED_WITH_OWED);
        assertThat(story.see(id).exchangeState()).isEqualTo(12);
        assertThat(only(id).id()).isEqualTo(later.id());
        turnTo("2026-11-24");
        assertThat(only(id).remindedOn()).isNull();
        turnTo("2026-11-25");
        turnTo("2026-11-26");
        assertThat(only(id).remindedOn()).isEqualTo("2026-11-25");

        story.accepting().deliver(id, ANY, story.clerk);
        UUID file = story.file(story.applicant, "补交的图");
        assertThat(following.arrive(later.id(), file, ANY, story.applicant).state())
                .isEqualTo("FULFILLED");
        assertThat(story.lookingUp().document(id, file, story.water).name()).isEqualTo("材料.txt");
        assertThat(owed.of(story.place, ALWAYS, 10)).isEmpty();
        assertThat(owed.among(List.of(story.task(id, TABLE).id()))).isEmpty();
        refuses("obligation-over", () -> following.arrive(later.id(), file, ANY, story.applicant));
        turnTo("2026-12-02");
        assertThat(story.told(id))
                .containsSubsequence(
                        "intake.obligation-incurred",
                        "intake.item-decided",
                        "intake.obligation-reminded",
                        "intake.application-delivered",
                        "intake.obligation-fulfilled")
                .doesNotContain("intake.obligation-questioned");
    }

    @Test
    @Practice("PR-015")
    void whatIsLateIsPutBeforeAnApproverWhoExtendsOrRevokesWithAReason() {
        UUID id = submitted(TABLE, TABLE + "-1");
        story.accepting().accept(id, ANY, story.clerk);
        decide(id, Outcome.APPROVED_WITH_OWED);
        ObligationSheet open = only(id);
        turnTo("2026-12-01");
        ObligationSheet late = only(id);
        assertThat(late.state()).isEqualTo("IN_QUESTION");
        assertThat(late.cause()).isEqualTo("LATE");
        assertThat(story.task(id, TABLE).state()).isEqualTo("APPROVED");
        assertThat(standing(story.water)).containsExactly(open.id());
        assertThat(standing(story.land)).isEmpty();
        refuses("obligation-unknown", () -> following.obligation(open.id(), story.land));
        refuses("role-may-not", () -> settle(open.id(), Settlement.UPHELD, null, story.clerk));

        refuses(
                "extension-needs-later-day",
                () -> settle(open.id(), Settlement.EXTENDED, null, story.water));
        refuses(
                "extension-needs-later-day",
                () -> settle(open.id(), Settlement.UPHELD, ALWAYS, story.water));
        Actor atTheWindow = story.sameAs(story.clerk, "WATER");
        refuses(
                "accepted-by-same-person",
                () -> settle(open.id(), Settlement.REVOKED, null, atTheWindow));
        refuses(
                "submitted-by-same-person",
                () ->
                        settle(
                                open.id(),
                                Settlement.REVOKED,
                                null,
                                story.sameAs(story.applicant, "WATER")));
        settle(open.id(), Settlement.EXTENDED, LocalDate.of(2026, 12, 10), story.water);
        turnTo("2026-12-07");
        assertThat(only(id).remindedOn()).isEqualTo("2026-12-07");
        turnTo("2026-12-11");
        assertThat(settle(open.id(), Settlement.REVOKED, null, story.water).remark())
                .isEqualTo("逾期未补");
        assertThat(story.task(id, TABLE).state()).isEqualTo("REVOKED");
        String code = Objects.requireNonNull(story.task(id, TABLE).checkCode());
        assertThat(story.get(Attesting.class).attested(code).state()).isEqualTo("REVOKED");
        assertThat(story.see(id).exchangeState()).isEqualTo(15);
        assertThat(owed.of(story.place, ALWAYS, 10)).isEmpty();
        assertThat(story.told(id))
                .endsWith(
                        "intake.obligation-questioned",
                        "intake.obligation-settled",
                        "intake.item-revoked");
        refuses("obligation-over", () -> settle(open.id(), Settlement.UPHELD, null, story.water));
    }

    @Test
    void nothingIsUpheldOrRevokedBeforeItWasApproved() {
        UUID id = submitted(TABLE, TABLE + "-1");
        acceptOwing(id, TABLE + "-2");
        turnTo("2026-12-01");
        UUID late = only(id).id();
        assertThat(only(id).state()).isEqualTo("IN_QUESTION");

        refuses("not-approved", () -> settle(late, Settlement.UPHELD, null, story.water));
        refuses("not-approved", () -> settle(late, Settlement.REVOKED, null, story.water));
        settle(late, Settlement.EXTENDED, LocalDate.of(2026, 12, 10), story.water);
        assertThat(only(id).state()).isEqualTo("OPEN");
    }

    @Test
    void neverDoesWithoutAKeyMaterialNorWhereTheItemOrAClauseForbidsIt() {
        UUID bare = story.submit(story.applicant, List.of(), Mode.FORMAL, TABLE);
        refuses("key-material-missing", () -> acceptOwing(bare, TABLE + "-2"));
        refuses("material-not-deferrable", () -> acceptOwing(bare, TABLE + "-1"));
        refuses("material-unknown", () -> acceptOwing(bare, "EIA-RADIATION-2"));
        refuses("nothing-is-owed", () -> acceptOwing(bare));
        story.accepting().accept(bare, ANY, story.clerk);
        refuses("key-material-missing", () -> decide(bare, Outcome.APPROVED_WITH_OWED));
        UUID other = submitted("SITE-PREEXAM", "SITE-PREEXAM-1");
        refuses("owed-materials-not-allowed", () -> acceptOwing(other, "SITE-PREEXAM-2"));
        story.get(TestCatalog.class)
                .publish(
                        licence(
                                        "SECRET-LICENCE",
                                        new Exclusion(
                                                Exclusion.Category.STATE_SECRETS, "国办发〔2020〕42号"))
                                .allowed());
        UUID secret = submitted("SECRET-LICENCE", "SECRET-LICENCE-KEY");
        refuses("owed-materials-not-allowed", () -> acceptOwing(secret, "SECRET-LICENCE-MAP"));
        refuses("commitment-not-allowed", () -> promise("SECRET-LICENCE", Mode.COMMITMENT));
        refuses(
                "promise-not-allowed",
                () -> promise("SECRET-LICENCE", Mode.FORMAL, "SECRET-LICENCE-CERT"));
        refuses("required-material-missing", () -> story.approve(bare, TABLE, story.water));
        story.accepting().accept(other, ANY, story.clerk);
        refuses(
                "required-material-missing",
                () -> story.approve(other, "SITE-PREEXAM", story.land));
        decideAs(other, "SITE-PREEXAM", Outcome.REJECTED, story.land);
        UUID whole = submitted(TABLE, TABLE + "-1", TABLE + "-2");
        story.accepting().accept(whole, ANY, story.clerk);
        refuses("nothing-is-owed", () -> decide(whole, Outcome.APPROVED_WITH_OWED));
    }

    @Test
    void whatComesBeforeTheDecisionIsOwedNoMoreAndARejectionOwesNothing() {
        UUID id = submitted(TABLE, TABLE + "-1");
        acceptOwing(id, TABLE + "-2");
        story.submitting()
                .supply(
                        id,
                        List.of(story.material(story.applicant, TABLE + "-2", "图")),
                        ANY,
                        story.applicant);
        assertThat(only(id).state()).isEqualTo("FULFILLED");
        story.approve(id, TABLE, story.water);
        UUID rejected = submitted(TABLE, TABLE + "-1");
        acceptOwing(rejected, TABLE + "-2");
        decide(rejected, Outcome.REJECTED);
        UUID withdrawn = submitted(TABLE, TABLE + "-1");
        acceptOwing(withdrawn, TABLE + "-2");
        story.submitting().withdraw(withdrawn, "不办了", ANY, story.applicant);

        turnTo("2027-01-15");

        assertThat(owed.of(story.place, ALWAYS, 10)).isEmpty();
        assertThat(standing(story.water)).isEmpty();
    }

    @Test
    void theWindowTakesAPaperInAndEachSeesItsOwn() {
        UUID id = submitted(TABLE, TABLE + "-1");
        acceptOwing(id, TABLE + "-2");
        UUID one = only(id).id();
        Actor stranger = story.actor(Role.APPLICANT, null, UUID.randomUUID());
        refuses("obligation-unknown", () -> following.arrive(one, null, ANY, stranger));
        refuses("role-may-not", () -> following.arrive(one, null, ANY, story.water));
        refuses("field-missing", () -> following.arrive(one, null, ANY, story.applicant));
        assertThat(standing(story.applicant)).containsExactly(one);
        assertThat(standing(stranger)).isEmpty();
        refuses("obligation-is-no-promise", () -> verify(one, true, story.water));

        assertThat(following.arrive(one, null, ANY, story.clerk).state()).isEqualTo("FULFILLED");
        story.approve(id, TABLE, story.water);
        assertThat(story.task(id, TABLE).state()).isEqualTo("APPROVED");
    }

    @Test
    void decidesOnAPromiseAtOnceChecksItLaterAndRevokesOnBreach() {
        UUID id = promise("ENT-APPROVAL", Mode.COMMITMENT);
        ObligationSheet given = only(id);
        assertThat(given.kind()).isEqualTo("CONDITIONS");
        assertThat(given.state()).isEqualTo("GIVEN");
        assertThat(given.text()).isEqualTo(following.text(story.place).words());
        assertThat(given.textVersion()).isEqualTo(following.text(story.place).version());
        story.accepting().accept(id, ANY, story.clerk);
        UUID task = story.task(id, "ENT-APPROVAL").id();
        refuses(
                "review-was-waived",
                () ->
                        story.examining()
                                .beginProcedure(
                                        task,
                                        SpecialProcedure.EVAL,
                                        LocalDate.of(2026, 11, 20),
                                        ANY,
                                        story.development));
        refuses("obligation-not-in-force", () -> verify(given.id(), true, story.development));
        story.approve(id, "ENT-APPROVAL", story.development);
        assertThat(story.task(id, "ENT-APPROVAL").decidedOn()).isEqualTo("2026-11-02");
        assertThat(only(id).due()).isEqualTo("2026-12-28");
        refuses(
                "obligation-is-no-material",
                () -> following.arrive(given.id(), null, ANY, story.clerk));

        turnTo("2026-12-21");
        assertThat(only(id).remindedOn()).isEqualTo("2026-12-21");
        turnTo("2027-01-20");
        assertThat(only(id).state()).isEqualTo("OPEN");
        verify(given.id(), false, story.development);
        assertThat(only(id).cause()).isEqualTo("FOUND_BROKEN");
        settle(given.id(), Settlement.REVOKED, null, story.development);
        assertThat(story.task(id, "ENT-APPROVAL").state()).isEqualTo("REVOKED");
    }

    @Test
    void aPromiseThatIsFoundKeptIsOver() {
        UUID id = promise("ENT-APPROVAL", Mode.COMMITMENT);
        story.accepting().accept(id, ANY, story.clerk);
        story.approve(id, "ENT-APPROVAL", story.development);

        UUID one = only(id).id();
        refuses(
                "accepted-by-same-person",
                () -> verify(one, true, story.sameAs(story.clerk, "NDRC")));
        refuses(
                "submitted-by-same-person",
                () -> verify(one, true, story.sameAs(story.applicant, "NDRC")));
        verify(one, true, story.development);

        assertThat(only(id).state()).isEqualTo("FULFILLED");
        assertThat(standing(story.development)).isEmpty();
    }

    @Test
    void aBreachFoundElsewhereReachesTheDepartmentAndRevokesNothingByItself() {
        UUID id = promise("ENT-APPROVAL", Mode.COMMITMENT);
        story.accepting().accept(id, ANY, story.clerk);
        story.approve(id, "ENT-APPROVAL", story.development);
        UUID one = only(id).id();
        for (int told = 0; told < 2; told++) {
            breach(one, "INSPECTION");
        }

        assertThat(only(id).cause()).isEqualTo("REPORTED");
        assertThat(story.task(id, "ENT-APPROVAL").state()).isEqualTo("APPROVED");
        assertThat(standing(story.development)).containsExactly(one);
        assertThat(only(id).source()).isEqualTo("INSPECTION");
        settle(one, Settlement.UPHELD, null, story.development);
        assertThat(only(id).state()).isEqualTo("UPHELD");
    }

    @Test
    void aBreachThatIsFoundAfterAPromiseWasFoundKeptOrBrokenIsNotLost() {
        UUID id = promise("ENT-APPROVAL", Mode.COMMITMENT);
        story.accepting().accept(id, ANY, story.clerk);
        UUID one = only(id).id();
        breach(one, "COMPLAINT");
        assertThat(only(id).state()).isEqualTo("GIVEN");
        story.approve(id, "ENT-APPROVAL", story.development);
        verify(one, true, story.development);

        breach(one, "COMPLAINT");
        assertThat(only(id).state()).isEqualTo("IN_QUESTION");
        assertThat(only(id).cause()).isEqualTo("REPORTED");
        assertThat(only(id).source()).isEqualTo("COMPLAINT");
        assertThat(standing(story.development)).containsExactly(one);
        assertThat(story.task(id, "ENT-APPROVAL").state()).isEqualTo("APPROVED");
        settle(one, Settlement.EXTENDED, LocalDate.of(2026, 12, 10), story.development);
        verify(one, false, story.development);
        breach(one, "CREDIT_RECORD");
        assertThat(only(id).cause()).isEqualTo("FOUND_BROKEN");
        assertThat(only(id).source()).isEqualTo("CREDIT_RECORD");
        settle(one, Settlement.REVOKED, null, story.development);
        breach(one, "INSPECTION");
        assertThat(only(id).state()).isEqualTo("REVOKED");
    }

    private void breach(UUID promise, String source) {
        story.get(TransactionTemplate.class)
                .executeWithoutResult(
                        status ->
                                CONTEXT.publishEvent(
                                        new SomeBreach(
                                                promise,
                                                story.place,
                                                source,
                                                LocalDate.of(2026, 11, 5))));
        story.hear();
    }

    @Test
    @Practice("PR-076")
    void aPromiseStandsForACertificateAndIsCheckedLater() {
        story.get(TestCatalog.class).publish(licence("FOOD-LICENCE", Exclusion.NONE));
        refuses(
                "promise-not-allowed",
                () -> promise("FOOD-LICENCE", Mode.FORMAL, "FOOD-LICENCE-KEY"));
        UUID id = promise("FOOD-LICENCE", Mode.FORMAL, "FOOD-LICENCE-CERT");
        assertThat(only(id).kind()).isEqualTo("CERTIFICATE");
        assertThat(only(id).material()).isEqualTo("FOOD-LICENCE-CERT");
        story.submitting()
                .supply(
                        id,
                        List.of(story.material(story.applicant, "FOOD-LICENCE-KEY", "申请书")),
                        ANY,
                        story.applicant);
        story.accepting().acceptOwing(id, List.of("FOOD-LICENCE-MAP"), ANY, story.clerk);
        decideAs(id, "FOOD-LICENCE", Outcome.APPROVED_WITH_OWED, story.land);

        ObligationSheet promise =
                following.ofApplication(id, story.land).stream()
                        .filter(ObligationSheet::promise)
                        .findFirst()
                        .orElseThrow();
        assertThat(promise.state()).isEqualTo("OPEN");
        assertThat(verify(promise.id(), true, story.land).state()).isEqualTo("FULFILLED");
    }

    @Test
    @Practice("PR-036")
    void aPromiseWaivesTheReviewAndIsTrackedAfterwards() {
        UUID owner = story.file(story.applicant, "建设单位承诺书");
        UUID design = story.file(story.applicant, "设计单位承诺书");
        UUID id = UUID.randomUUID();
        story.submitting()
                .submit(
                        new SubmitApplication(
                                id,
                                story.place,
                                story.enterprise,
                                story.project,
                                List.of(new AskedItem("GOV-FEAS-COMBINED", Mode.FORMAL)),
                                story.whole(story.applicant, "GOV-FEAS-COMBINED"),
                                owner,
                                design),
                        story.applicant);
        assertThat(only(id).kind()).isEqualTo("REVIEW");
        story.accepting().accept(id, ANY, story.clerk);
        UUID task = story.task(id, "GOV-FEAS-COMBINED").id();
        refuses(
                "review-was-waived",
                () ->
                        story.examining()
                                .beginProcedure(
                                        task,
                                        SpecialProcedure.EXPERT,
                                        LocalDate.of(2026, 11, 20),
                                        ANY,
                                        story.development));
        story.approve(id, "GOV-FEAS-COMBINED", story.development);
        assertThat(only(id).state()).isEqualTo("OPEN");
        assertThat(only(id).textVersion()).isNotNull();
        verify(only(id).id(), false, story.development);
        assertThat(only(id).state()).isEqualTo("IN_QUESTION");
        settle(only(id).id(), Settlement.REVOKED, null, story.development);
        assertThat(story.task(id, "GOV-FEAS-COMBINED").state()).isEqualTo("REVOKED");
    }

    @Test
    void whatWasPromisedAndOwedOfASimulationCountsFromItsFormalDecision() {
        Item item = licence("SIM-LICENCE", Exclusion.NONE);
        story.get(TestCatalog.class).publish(TestCatalog.like(item, true, item.materials()));
        story.plan().waits(story.project, "SIM-LICENCE", new Unmet("ITEM:BEFORE", true));
        UUID id = UUID.randomUUID();
        story.submitting()
                .submit(
                        new SubmitApplication(
                                id,
                                story.place,
                                story.enterprise,
                                story.project,
                                List.of(new AskedItem("SIM-LICENCE", Mode.SIMULATED)),
                                List.of(story.material(story.applicant, "SIM-LICENCE-KEY", "申请书")),
                                null,
                                null,
                                List.of("SIM-LICENCE-CERT"),
                                following.text(story.place).version(),
                                Map.of()),
                        story.applicant);
        story.accepting().accept(id, ANY, story.clerk);
        story.preApprove(id, "SIM-LICENCE", story.land);
        assertThat(only(id).state()).isEqualTo("GIVEN");

        story.get(Applications.class)
                .conditionMet(story.project, "ITEM:BEFORE", LocalDate.of(2026, 11, 2));

        assertThat(story.task(id, "SIM-LICENCE").state()).isEqualTo("APPROVED");
        assertThat(story.see(id).exchangeState()).isEqualTo(12);
        assertThat(following.ofApplication(id, story.applicant))
                .extracting(ObligationSheet::material, ObligationSheet::state)
                .containsExactlyInAnyOrder(
                        tuple("SIM-LICENCE-CERT", "OPEN"), tuple("SIM-LICENCE-MAP", "OPEN"));
        assertThat(story.told(id))
                .endsWith("intake.obligation-incurred", "intake.obligation-incurred");
    }

    @Test
    void promisesAreGivenOnTheWordsThatWereRead() {
        refuses(
                "promise-text-changed",
                () ->
                        story.submitting()
                                .submit(
                                        promising(
                                                "ENT-APPROVAL", Mode.COMMITMENT, "0123", List.of()),
                                        story.applicant));
    }

    @Test
    void aNoticeIsToldAndAnsweredPointByPoint() {
        UUID id = submitted("SITE-PREEXAM", "SITE-PREEXAM-1", "SITE-PREEXAM-2");
        story.accepting()
                .noticePoints(
                        id,
                        List.of(
                                new PointText("SITE-PREEXAM-1", "面积与用地图不符"),
                                new PointText("SITE-PREEXAM-2", null)),
                        "请补正",
                        ANY,
                        story.clerk);
        GivenMaterial map = story.material(story.applicant, "SITE-PREEXAM-2", "新图");
        refuses(
                "correction-incomplete",
                () -> story.submitting().supply(id, List.of(map), ANY, story.applicant));
        story.submitting()
                .answer(
                        id,
                        List.of(map),
                        List.of(new PointText("SITE-PREEXAM-1", "以申请表为准，图已更正")),
                        ANY,
                        story.applicant);

        assertThat(story.lookingUp().application(id, story.clerk).points())
                .containsExactly(
                        new ApplicationSheet.Point("SITE-PREEXAM-1", "面积与用地图不符", "以申请表为准，图已更正"),
                        new ApplicationSheet.Point("SITE-PREEXAM-2", null, null));
        refuses("second-correction-notice", () -> noticed(id, "SITE-PREEXAM-1"));
        noticed(id, "SITE-PREEXAM-2");
        assertThat(story.see(id).state()).isEqualTo("CORRECTION_NOTICED");
        ApplicationSheet sheet = story.lookingUp().application(id, story.clerk);
        assertThat(sheet.correctionMaterials()).containsExactly("SITE-PREEXAM-2");
        assertThat(sheet.earlierNotices())
                .containsExactly(
                        new ApplicationSheet.Notice(
                                LocalDate.of(2026, 11, 2),
                                "请补正",
                                List.of(
                                        new ApplicationSheet.Point(
                                                "SITE-PREEXAM-1", "面积与用地图不符", "以申请表为准，图已更正"),
                                        new ApplicationSheet.Point("SITE-PREEXAM-2", null, null)),
                                LocalDate.of(2026, 11, 2)));
    }

    private void noticed(UUID id, String material) {
        story.accepting().noticeCorrection(id, List.of(material), "仍不符", ANY, story.clerk);
    }

    private UUID submitted(String item, String... materials) {
        List<GivenMaterial> given =
                List.of(materials).stream()
                        .map(one -> story.material(story.applicant, one, one))
                        .toList();
        return story.submit(story.applicant, given, Mode.FORMAL, item);
    }

    private void acceptOwing(UUID id, String... materials) {
        story.accepting().acceptOwing(id, List.of(materials), ANY, story.clerk);
    }

    private UUID promise(String item, Mode mode, String... instead) {
        SubmitApplication asked =
                promising(item, mode, following.text(story.place).version(), List.of(instead));
        story.submitting().submit(asked, story.applicant);
        return asked.id();
    }

    private SubmitApplication promising(String item, Mode mode, String text, List<String> instead) {
        return new SubmitApplication(
                UUID.randomUUID(),
                story.place,
                story.enterprise,
                story.project,
                List.of(new AskedItem(item, mode)),
                List.of(),
                null,
                null,
                instead,
                text,
                Map.of());
    }

    private void decide(UUID id, Outcome outcome) {
        decideAs(id, TABLE, outcome, story.water);
    }

    private void decideAs(UUID id, String item, Outcome outcome, Actor by) {
        story.examining()
                .decide(
                        story.task(id, item).id(),
                        new Verdict(
                                outcome, null, null, outcome == Outcome.REJECTED ? "不符合" : null),
                        ANY,
                        by);
    }

    private ObligationSheet verify(UUID id, boolean kept, Actor by) {
        return following.verify(id, kept, "现场核查", ANY, by);
    }

    private ObligationSheet settle(UUID id, Settlement how, @Nullable LocalDate until, Actor by) {
        return following.settle(id, how, until, "逾期未补", ANY, by);
    }

    private ObligationSheet only(UUID application) {
        List<ObligationSheet> all = following.ofApplication(application, story.applicant);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<UUID> standing(Actor actor) {
        return following.obligations(new ObligationFilter(null, null), 50, actor).stream()
                .filter(one -> one.region().equals(story.place))
                .map(ObligationSheet::id)
                .toList();
    }

    private void turnTo(String day) {
        story.on(day);
        story.get(WatchingTerms.class).run();
    }

    /** A key form, a map that may come later, and a certificate that a promise may stand for. */
    private static Item licence(String code, Exclusion exclusion) {
        return new Item(
                code,
                "1",
                "许可" + code,
                "Licence " + code,
                Stage.LAND_AND_PROJECT,
                "PERMIT",
                "NR",
                TimeLimit.workingDays(20),
                TimeLimit.workingDays(5),
                Set.of(),
                true,
                true,
                false,
                false,
                "许可证",
                null,
                List.of(
                        material(code + "-KEY", false, false),
                        material(code + "-MAP", true, false),
                        material(code + "-CERT", false, true)),
                exclusion);
    }

    private static Material material(String id, boolean deferrable, boolean committable) {
        return new Material(
                id,
                "材料" + id,
                "Material " + id,
                "ELECTRONIC",
                "APPLICANT",
                true,
                deferrable,
                List.of(),
                false,
                null,
                committable,
                null,
                null);
    }

    private static void refuses(String rule, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}

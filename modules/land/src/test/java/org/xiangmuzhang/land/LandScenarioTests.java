package org.xiangmuzhang.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.xiangmuzhang.catalog.spi.SiteFacts;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.land.api.Parcels;
import org.xiangmuzhang.land.application.PreparingParcels;
import org.xiangmuzhang.land.application.ReadingParcels;
import org.xiangmuzhang.land.application.TransferringParcels;
import org.xiangmuzhang.land.domain.Area;
import org.xiangmuzhang.land.domain.CheckedWhen;
import org.xiangmuzhang.land.domain.IndicatorRule;
import org.xiangmuzhang.land.domain.ParcelFacts;
import org.xiangmuzhang.land.domain.ParcelNumber;
import org.xiangmuzhang.land.domain.ParcelState;
import org.xiangmuzhang.land.domain.Payment;
import org.xiangmuzhang.land.domain.PlanningConditions;
import org.xiangmuzhang.land.domain.Threshold;
import org.xiangmuzhang.land.domain.Transfer;
import org.xiangmuzhang.land.domain.Verdict;
import org.xiangmuzhang.land.events.LandDelivered;
import org.xiangmuzhang.land.events.LandRightEstablished;
import org.xiangmuzhang.land.events.ParcelListed;
import org.xiangmuzhang.land.events.ParcelTransferred;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LandScenarioTests {

    private static final Region PLACE = new Region("370403");
    private static final UUID PROJECT = UUID.randomUUID();
    private static final UUID ENTERPRISE = UUID.randomUUID();
    private static final Actor OFFICER = actor(Role.LAND_OFFICER, PLACE, null);
    private static final LongConsumer ANY = version -> {};

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private int serial;

    @BeforeAll
    void start() {
        context.register(LandContext.class);
        context.refresh();
        context.getBean(Enterprises.class)
                .add(
                        new Enterprise(
                                ENTERPRISE,
                                PLACE,
                                new SocialCreditCode("91350900MA9DEMB28L"),
                                "演示企业"));
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @BeforeEach
    void forget() {
        context.getBean(LandContext.class).told.clear();
    }

    @Test
    void publishesAStandardLandWithItsIndicatorsAndChecksABidder() {
        UUID parcel = prepared();
        preparing().setIndicators(parcel, twoMain(), ANY, OFFICER);
        preparing().list(parcel, ANY, OFFICER);

        Actor bidder = actor(Role.APPLICANT, PLACE, ENTERPRISE);
        assertThat(reading().parcels(bidder, null, null, 10))
                .extracting(ParcelFacts::id)
                .contains(parcel);
        assertThat(
                        reading()
                                .check(
                                        parcel,
                                        Map.of("LI-INVEST", "30000", "LI-FAR", "99999"),
                                        null,
                                        bidder))
                .extracting(Verdict::outcome)
                .containsExactly(Verdict.Outcome.MET, Verdict.Outcome.NOT_MET);
        assertThat(told()).hasExactlyElementsOfTypes(ParcelListed.class);
    }

    @Test
    void answersGuidesForParcelsOnPublicOfferAlone() {
        UUID parcel = prepared();
        SiteFacts facts = context.getBean(SiteFacts.class);
        String number = reading().parcel(parcel, OFFICER).number().value();
        preparing().setIndicators(parcel, twoMain(), ANY, OFFICER);
        assertThat(facts.of(PLACE, number)).as("nobody outside knows of it yet").isEmpty();

        preparing().list(parcel, ANY, OFFICER);
        assertThat(facts.of(PLACE, number))
                .containsEntry("land.standard", "YES")
                .containsEntry("land.planning-conditions", "NO")
                .hasEntrySatisfying(
                        "land.area-hectares",
                        area -> assertThat(new BigDecimal(area)).isPositive());
        assertThat(facts.of(PLACE, "no such parcel")).isEmpty();

        transferring().transfer(parcel, grant(), PROJECT, ANY, OFFICER);
        assertThat(facts.of(PLACE, number)).as("no longer on offer").isEmpty();
    }

    @Test
    void carriesAParcelFromContractAndPaymentToDelivery() {
        UUID parcel = prepared();
        preparing().setIndicators(parcel, twoMain(), ANY, OFFICER);
        preparing().list(parcel, ANY, OFFICER);
        transferring().transfer(parcel, grant(), PROJECT, ANY, OFFICER);
        transferring()
                .pay(
                        parcel,
                        new Payment(new BigDecimal("3000.5"), LocalDate.parse("2026-09-29")),
                        ANY,
                        OFFICER);
        transferring().deliver(parcel, LocalDate.parse("2026-09-30"), ANY, OFFICER);

        assertThat(told())
                .hasExactlyElementsOfTypes(
                        ParcelListed.class,
                        ParcelTransferred.class,
                        LandRightEstablished.class,
                        LandDelivered.class);
        ParcelFacts facts = reading().parcel(parcel, OFFICER);
        assertThat(facts.state()).isEqualTo(ParcelState.DELIVERED);
        assertThat(facts.indicators()).containsExactlyElementsOf(twoMain());
        assertThat(reading().startBy(facts)).isNull();
        assertThat(context.getBean(Parcels.class).ofProject(PROJECT))
                .extracting(view -> view.id() + view.state())
                .contains(parcel + "DELIVERED");
    }

    @Test
    void keepsEveryVersionOfThePlanningConditions() {
        UUID parcel = prepared();
        PlanningConditions second =
                new PlanningConditions(
                        "规条〔2026〕7号",
                        LocalDate.parse("2026-09-20"),
                        new BigDecimal("1.0"),
                        new BigDecimal("3.0"),
                        null);
        preparing().changePlanningConditions(parcel, second, ANY, OFFICER);

        assertThat(reading().planningConditions(parcel, OFFICER)).hasSize(2).endsWith(second);
        assertThat(reading().parcel(parcel, OFFICER).planningConditions()).isEqualTo(2);
    }

    @Test
    void refusesAParcelNumberThatIsTaken() {
        UUID parcel = prepared();
        ParcelNumber number = reading().parcel(parcel, OFFICER).number();

        refuses(
                "parcel-number-taken",
                () ->
                        preparing()
                                .prepare(
                                        UUID.randomUUID(),
                                        number,
                                        area(),
                                        noConditions(),
                                        OFFICER));
    }

    @Test
    void letsOnlyALandOfficerOfTheRegionAct() {
        UUID parcel = prepared();

        refuses(
                "role-may-not",
                () -> preparing().list(parcel, ANY, actor(Role.CLERK, PLACE, null)));
        refuses(
                "parcel-unknown",
                () ->
                        preparing()
                                .list(
                                        parcel,
                                        ANY,
                                        actor(Role.LAND_OFFICER, new Region("350900"), null)));
    }

    @Test
    void hidesAParcelFromWhoMayNotKnowOfIt() {
        UUID parcel = prepared();

        refuses(
                "parcel-unknown",
                () -> reading().parcel(parcel, actor(Role.APPLICANT, PLACE, ENTERPRISE)));
        refuses(
                "parcel-unknown",
                () -> reading().parcel(parcel, actor(Role.CLERK, new Region("350900"), null)));
        assertThat(reading().parcel(parcel, actor(Role.AUDITOR, PLACE, null)).id())
                .isEqualTo(parcel);
    }

    @Test
    void showsWhatLiesBelowToThoseWhoLookDown() {
        Region zone = new Region("Z370403GX");
        UUID parcel = prepared(actor(Role.LAND_OFFICER, zone, null));
        Region city = new Region("370400");

        for (Actor above :
                List.of(
                        actor(Role.AUDITOR, Region.TEMPLATE, null),
                        actor(Role.LEADER, city, null),
                        actor(Role.SUPERVISOR, PLACE, null))) {
            assertThat(reading().parcel(parcel, above).id()).isEqualTo(parcel);
            assertThat(reading().parcels(above, null, null, 1000))
                    .extracting(ParcelFacts::id)
                    .contains(parcel)
                    .isSortedAccordingTo(Comparator.comparing(UUID::toString));
        }
        for (Actor beside :
                List.of(
                        actor(Role.LAND_OFFICER, city, null),
                        actor(Role.CLERK, PLACE, null),
                        actor(Role.LEADER, new Region("350900"), null))) {
            refuses("parcel-unknown", () -> reading().parcel(parcel, beside));
            assertThat(reading().parcels(beside, null, null, 1000))
                    .extracting(ParcelFacts::id)
                    .doesNotContain(parcel);
        }
        refuses(
                "role-may-not",
                () -> preparing().list(parcel, ANY, actor(Role.AUDITOR, Region.TEMPLATE, null)));
    }

    @Test
    void showsAnEnterpriseItsOwnParcelsOnly() {
        UUID parcel = prepared();
        Transfer allocation =
                new Transfer(
                        Transfer.Kind.ALLOCATION, ENTERPRISE, LocalDate.parse("2026-09-29"), null);
        transferring().transfer(parcel, allocation, PROJECT, ANY, OFFICER);

        assertThat(reading().parcels(actor(Role.APPLICANT, PLACE, ENTERPRISE), null, null, 100))
                .extracting(ParcelFacts::id)
                .contains(parcel);
        assertThat(
                        reading()
                                .parcels(
                                        actor(Role.APPLICANT, PLACE, UUID.randomUUID()),
                                        null,
                                        null,
                                        100))
                .extracting(ParcelFacts::id)
                .doesNotContain(parcel);
    }

    @Test
    void pagesThroughARegionWithoutLeavingAnyOut() {
        prepared();
        prepared();
        List<UUID> all =
                reading().parcels(OFFICER, null, null, 100).stream().map(ParcelFacts::id).toList();

        assertThat(reading().parcels(OFFICER, null, all.getFirst(), 100))
                .extracting(ParcelFacts::id)
                .containsExactlyElementsOf(all.subList(1, all.size()));
    }

    @Test
    void refusesAnEnterpriseThatNobodyKnows() {
        UUID parcel = prepared();

        refuses(
                "enterprise-unknown",
                () ->
                        transferring()
                                .transfer(
                                        parcel,
                                        new Transfer(
                                                Transfer.Kind.ALLOCATION,
                                                UUID.randomUUID(),
                                                LocalDate.parse("2026-09-29"),
                                                null),
                                        PROJECT,
                                        ANY,
                                        OFFICER));
    }

    private UUID prepared() {
        return prepared(OFFICER);
    }

    private UUID prepared(Actor officer) {
        UUID id = UUID.randomUUID();
        serial++;
        preparing()
                .prepare(
                        id,
                        new ParcelNumber("370403001002GB%05d".formatted(serial)),
                        area(),
                        noConditions(),
                        officer);
        return id;
    }

    private static Area area() {
        return new Area(new BigDecimal("33333.33"));
    }

    private static PlanningConditions noConditions() {
        return new PlanningConditions(null, LocalDate.parse("2026-09-01"), null, null, null);
    }

    private static Transfer grant() {
        return new Transfer(
                Transfer.Kind.GRANT, ENTERPRISE, LocalDate.parse("2026-09-28"), "出让〔2026〕1号");
    }

    private static List<Threshold> twoMain() {
        return List.of(
                least("LI-INVEST", "600", "万元/亩", CheckedWhen.AT_COMPLETION),
                least("LI-FAR", "3.0", "无量纲", CheckedWhen.AT_COMPLETION));
    }

    private static Threshold least(String code, String minimum, String unit, CheckedWhen when) {
        return new Threshold(
                code,
                null,
                IndicatorRule.MIN,
                new BigDecimal(minimum),
                null,
                Set.of(),
                unit,
                Set.of(when));
    }

    private static Actor actor(Role role, Region region, @Nullable UUID enterprise) {
        return new Actor(new UUID(9, role.ordinal()), role, region, null, enterprise);
    }

    private static void refuses(
            String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private List<?> told() {
        return context.getBean(LandContext.class).told;
    }

    private PreparingParcels preparing() {
        return context.getBean(PreparingParcels.class);
    }

    private TransferringParcels transferring() {
        return context.getBean(TransferringParcels.class);
    }

    private ReadingParcels reading() {
        return context.getBean(ReadingParcels.class);
    }
}

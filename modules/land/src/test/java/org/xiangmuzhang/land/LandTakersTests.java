package org.xiangmuzhang.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.land.api.Parcels;
import org.xiangmuzhang.land.application.PreparingParcels;
import org.xiangmuzhang.land.application.TransferringParcels;
import org.xiangmuzhang.land.domain.Area;
import org.xiangmuzhang.land.domain.ParcelNumber;
import org.xiangmuzhang.land.domain.PlanningConditions;
import org.xiangmuzhang.land.domain.Transfer;
import org.xiangmuzhang.land.spi.Takers;
import org.xiangmuzhang.land.spi.Takers.Taker;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Land where someone knows the projects. */
class LandTakersTests {

    private static final Region PLACE = new Region("370403");
    private static final LongConsumer ANY = version -> {};
    private static final LocalDate DAY = LocalDate.of(2026, 9, 28);

    private final UUID enterprise = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();
    private final UUID here = UUID.randomUUID();
    private final UUID elsewhere = UUID.randomUUID();
    private final Map<UUID, Taker> projects =
            Map.of(
                    here,
                    new Taker(here, "2611-370403-04-01-000001", "这里", enterprise, PLACE),
                    elsewhere,
                    new Taker(
                            elsewhere,
                            "2611-140500-04-01-000001",
                            "别处",
                            enterprise,
                            new Region("140500")));
    private final Actor officer =
            new Actor(UUID.randomUUID(), Role.LAND_OFFICER, PLACE, null, null);

    @Test
    void landGoesOnlyToAProjectOfThisPlaceAndToItsEnterprise() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.register(LandContext.class);
            Takers takers = new KnownProjects(projects.values());
            context.registerBean(Takers.class, () -> takers);
            context.refresh();
            var enterprises = context.getBean(Enterprises.class);
            enterprises.add(enterprise(enterprise, "91350900MA9DEMB28L"));
            enterprises.add(enterprise(stranger, "91350100M000100Y43"));
            var preparing = context.getBean(PreparingParcels.class);
            var transferring = context.getBean(TransferringParcels.class);
            UUID parcel = UUID.randomUUID();
            preparing.prepare(
                    parcel,
                    new ParcelNumber("370403001001GB00001"),
                    new Area(new BigDecimal("100.00")),
                    new PlanningConditions(null, DAY, null, null, null),
                    officer);

            refuses(
                    "parcel-for-unknown-project",
                    () -> preparing.reserve(parcel, UUID.randomUUID(), ANY, officer));
            refuses(
                    "parcel-for-project-elsewhere",
                    () -> preparing.reserve(parcel, elsewhere, ANY, officer));
            refuses(
                    "parcel-for-unknown-project",
                    () ->
                            transferring.transfer(
                                    parcel, to(enterprise), UUID.randomUUID(), ANY, officer));
            refuses(
                    "parcel-for-project-elsewhere",
                    () -> transferring.transfer(parcel, to(enterprise), elsewhere, ANY, officer));
            refuses(
                    "parcel-for-another-enterprise",
                    () -> transferring.transfer(parcel, to(stranger), here, ANY, officer));
            preparing.reserve(parcel, here, ANY, officer);
            refuses(
                    "parcel-for-another-enterprise",
                    () -> transferring.transfer(parcel, to(stranger), null, ANY, officer));
            transferring.transfer(parcel, to(enterprise), null, ANY, officer);

            assertThat(context.getBean(Parcels.class).ofProject(here))
                    .singleElement()
                    .satisfies(taken -> assertThat(taken.state()).isEqualTo("PAID"));
        }
    }

    private static Transfer to(UUID enterprise) {
        return new Transfer(Transfer.Kind.ALLOCATION, enterprise, DAY, null);
    }

    private static Enterprise enterprise(UUID id, String code) {
        return new Enterprise(id, PLACE, new SocialCreditCode(code), "演示企业");
    }

    private static void refuses(String rule, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}

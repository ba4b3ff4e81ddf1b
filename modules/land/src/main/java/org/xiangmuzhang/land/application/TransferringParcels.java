package org.xiangmuzhang.land.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.land.domain.Parcel;
import org.xiangmuzhang.land.domain.Payment;
import org.xiangmuzhang.land.domain.Transfer;
import org.xiangmuzhang.land.port.out.ParcelRegister;
import org.xiangmuzhang.parties.Enterprises;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.LongConsumer;

/** From the offer to the owner: contract or decision, payment, delivery. */
@Service
@Transactional
public class TransferringParcels {

    private final ParcelRegister register;
    private final LandForProjects projects;
    private final Enterprises enterprises;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TransferringParcels(
            ParcelRegister register,
            LandForProjects projects,
            Enterprises enterprises,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.projects = projects;
        this.enterprises = enterprises;
        this.events = events;
        this.clock = clock;
    }

    /** Signs the contract of grant or the decision of allocation. */
    public void transfer(
            UUID id, Transfer wanted, @Nullable UUID project, LongConsumer expected, Actor actor) {
        Parcel parcel = LandOfficers.parcel(register, id, expected, actor);
        Transfer signed =
                enterprises
                        .held(wanted.enterprise())
                        .map(stands -> wanted.to(stands.id()))
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "enterprise-unknown",
                                                "/enterprise",
                                                wanted.enterprise()));
        projects.mustFit(
                project == null ? parcel.facts().project() : project,
                actor.region(),
                signed.enterprise());
        parcel.transfer(signed, project, WorkingDays.today(clock)).forEach(events::publishEvent);
        register.change(parcel);
    }

    /** Records that the price is paid in full. */
    public void pay(UUID id, Payment payment, LongConsumer expected, Actor actor) {
        Parcel parcel = LandOfficers.parcel(register, id, expected, actor);
        parcel.pay(payment, WorkingDays.today(clock)).forEach(events::publishEvent);
        register.change(parcel);
    }

    /** Hands the land over. */
    public void deliver(UUID id, LocalDate on, LongConsumer expected, Actor actor) {
        Parcel parcel = LandOfficers.parcel(register, id, expected, actor);
        parcel.deliver(on, WorkingDays.today(clock)).forEach(events::publishEvent);
        register.change(parcel);
    }
}

package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.land.events.LandDelivered;
import org.xiangmuzhang.land.events.LandRightEstablished;
import org.xiangmuzhang.land.events.ParcelListed;
import org.xiangmuzhang.land.events.ParcelTransferred;
import org.xiangmuzhang.land.events.PlanningConditionsChanged;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;

/**
 * 宗地: a parcel from its preparation to its delivery. Every act answers with what is to be told
 * about it; days are Chinese dates, and {@code today} bounds them.
 */
@AggregateRoot
public final class Parcel {

    @Identity private final UUID id;
    private final Region region;
    private final ParcelNumber number;
    private final Area area;
    private final long version;
    private ParcelState state;
    private @Nullable UUID project;
    private int planningConditions;
    private List<Threshold> indicators;
    private @Nullable Transfer transfer;
    private @Nullable Payment payment;
    private @Nullable LocalDate deliveredOn;

    /** A parcel as it was stored. */
    public Parcel(ParcelFacts facts) {
        this.id = facts.id();
        this.region = facts.region();
        this.number = facts.number();
        this.area = facts.area();
        this.state = facts.state();
        this.project = facts.project();
        this.planningConditions = facts.planningConditions();
        this.indicators = facts.indicators();
        this.transfer = facts.transfer();
        this.payment = facts.payment();
        this.deliveredOn = facts.deliveredOn();
        this.version = facts.version();
    }

    /** A new parcel with the first version of its planning conditions. */
    public static Parcel prepare(UUID id, Region region, ParcelNumber number, Area area) {
        number.mustLieIn(region);
        return new Parcel(
                new ParcelFacts(
                        id,
                        region,
                        number,
                        area,
                        ParcelState.PREPARED,
                        null,
                        1,
                        List.of(),
                        null,
                        null,
                        null,
                        0));
    }

    /** Sets all indicators anew; what is on offer is fixed. */
    public void setIndicators(List<Threshold> thresholds) {
        if (state != ParcelState.PREPARED) {
            throw Refusal.conflict("indicators-fixed-once-listed", number.value());
        }
        indicators = List.copyOf(thresholds);
    }

    /** Raises the version of the planning conditions. */
    public List<LoggedEvent> changePlanningConditions() {
        planningConditions++;
        return List.of(new PlanningConditionsChanged(id, region, project, planningConditions));
    }

    /** Keeps the parcel for a project until it is transferred to it. */
    public void reserve(UUID forProject) {
        mustNotBeTransferred();
        mustBeFreeFor(forProject);
        project = forProject;
    }

    /** Puts the parcel on offer; a standard land carries the main indicators. */
    public List<LoggedEvent> list(Collection<String> mainIndicators) {
        if (state != ParcelState.PREPARED) {
            throw Refusal.conflict("listing-needs-prepared-parcel", state.name());
        }
        TreeSet<String> missing = new TreeSet<>(mainIndicators);
        indicators.forEach(threshold -> missing.remove(threshold.code()));
        if (!missing.isEmpty()) {
            throw Refusal.conflict("listing-needs-main-indicators", String.join(", ", missing));
        }
        state = ParcelState.LISTED;
        return List.of(
                new ParcelListed(
                        id,
                        region,
                        project,
                        number.value(),
                        area.squareMetres(),
                        planningConditions));
    }

    /**
     * Signs the contract of grant or the decision of allocation. An allocation establishes the land
     * right at once.
     */
    public List<LoggedEvent> transfer(Transfer signed, @Nullable UUID toProject, LocalDate today) {
        mustNotBeTransferred();
        boolean grant = signed.kind() == Transfer.Kind.GRANT;
        if (grant != (state == ParcelState.LISTED)) {
            throw Refusal.conflict(
                    grant ? "grant-needs-listing" : "allocation-of-listed-parcel", number.value());
        }
        mustNotBeLater(signed.signedOn(), today, "/signedOn");
        if (toProject != null) {
            mustBeFreeFor(toProject);
            project = toProject;
        }
        transfer = signed;
        state = grant ? ParcelState.TRANSFERRED : ParcelState.PAID;
        ParcelTransferred transferred =
                new ParcelTransferred(
                        id,
                        region,
                        project,
                        signed.enterprise(),
                        signed.kind().name(),
                        signed.signedOn(),
                        planningConditions);
        return grant
                ? List.of(transferred)
                : List.of(transferred, rightSince(signed, signed.signedOn()));
    }

    /** Records that the price of a grant is paid in full: the land right stands from that day. */
    public List<LoggedEvent> pay(Payment paid, LocalDate today) {
        Transfer signed = transfer;
        if (signed == null || signed.kind() != Transfer.Kind.GRANT) {
            throw Refusal.conflict("payment-needs-grant-contract", number.value());
        }
        if (payment != null) {
            throw Refusal.conflict("payment-already-complete", payment.paidOn());
        }
        if (paid.paidOn().isBefore(signed.signedOn())) {
            throw Refusal.invalid("payment-before-contract", "/paidOn", signed.signedOn());
        }
        mustNotBeLater(paid.paidOn(), today, "/paidOn");
        payment = paid;
        state = ParcelState.PAID;
        return List.of(rightSince(signed, paid.paidOn()));
    }

    /** Hands the land over. */
    public List<LoggedEvent> deliver(LocalDate on, LocalDate today) {
        LocalDate since = facts().rightSince();
        if (state != ParcelState.PAID || since == null) {
            throw Refusal.conflict("delivery-needs-land-right", state.name());
        }
        if (on.isBefore(since)) {
            throw Refusal.invalid("delivery-before-land-right", "/on", since);
        }
        mustNotBeLater(on, today, "/on");
        deliveredOn = on;
        state = ParcelState.DELIVERED;
        return List.of(new LandDelivered(id, region, project, on));
    }

    private LandRightEstablished rightSince(Transfer signed, LocalDate on) {
        return new LandRightEstablished(
                id,
                region,
                project,
                signed.enterprise(),
                signed.kind().name(),
                on,
                planningConditions);
    }

    private void mustBeFreeFor(UUID wanted) {
        if (project != null && !Objects.equals(project, wanted)) {
            throw Refusal.conflict("parcel-reserved-for-another-project", number.value());
        }
    }

    private void mustNotBeTransferred() {
        if (transfer != null) {
            throw Refusal.conflict("parcel-already-transferred", number.value());
        }
    }

    private static void mustNotBeLater(LocalDate day, LocalDate today, String pointer) {
        if (day.isAfter(today)) {
            throw Refusal.invalid("date-in-the-future", pointer, day, today);
        }
    }

    /** What stands now. */
    public ParcelFacts facts() {
        return new ParcelFacts(
                id,
                region,
                number,
                area,
                state,
                project,
                planningConditions,
                indicators,
                transfer,
                payment,
                deliveredOn,
                version);
    }
}

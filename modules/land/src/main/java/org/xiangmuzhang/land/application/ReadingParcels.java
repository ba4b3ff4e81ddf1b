package org.xiangmuzhang.land.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.land.api.ParcelView;
import org.xiangmuzhang.land.api.Parcels;
import org.xiangmuzhang.land.domain.CheckedWhen;
import org.xiangmuzhang.land.domain.ConstructionDates;
import org.xiangmuzhang.land.domain.IndicatorCheck;
import org.xiangmuzhang.land.domain.ParcelFacts;
import org.xiangmuzhang.land.domain.ParcelState;
import org.xiangmuzhang.land.domain.PlanningConditions;
import org.xiangmuzhang.land.domain.Threshold;
import org.xiangmuzhang.land.domain.Verdict;
import org.xiangmuzhang.land.port.out.LandReferences;
import org.xiangmuzhang.land.port.out.ParcelRegister;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Looking at parcels. Officials see those that their post reaches, everyone else those on offer and
 * its own.
 */
@Service
@Transactional(readOnly = true)
public class ReadingParcels implements Parcels {

    private final ParcelRegister register;
    private final LandReferences references;
    private final Catalog catalog;
    private final Regions regions;
    private final LandForProjects projects;

    ReadingParcels(
            ParcelRegister register,
            LandReferences references,
            Catalog catalog,
            Regions regions,
            LandForProjects projects) {
        this.register = register;
        this.references = references;
        this.catalog = catalog;
        this.regions = regions;
        this.projects = projects;
    }

    /** The parcel, or a refusal as unknown when the actor may not know of it. */
    public ParcelFacts parcel(UUID id, Actor actor) {
        return register.byId(id)
                .filter(parcel -> maySee(actor, parcel))
                .map(parcel -> shown(parcel, actor))
                .orElseThrow(() -> Refusal.notFound("parcel-unknown", id));
    }

    /** Up to limit parcels that the actor may see, by id. */
    public List<ParcelFacts> parcels(
            Actor actor, @Nullable ParcelState state, @Nullable UUID after, int limit) {
        return isOfficial(actor)
                ? register.inRegions(regions.reachOf(actor), state, after, limit)
                : register.openTo(actor.enterprise(), actor.region(), after, limit).stream()
                        .map(parcel -> shown(parcel, actor))
                        .toList();
    }

    /** All versions of a parcel's planning conditions, oldest first. */
    public List<PlanningConditions> planningConditions(UUID id, Actor actor) {
        return register.planningConditions(parcel(id, actor).id());
    }

    /**
     * What declared values are worth against the parcel's thresholds; of one time of verification
     * only, or of all when null.
     */
    public List<Verdict> check(
            UUID id, Map<String, String> declared, @Nullable CheckedWhen when, Actor actor) {
        ParcelFacts parcel = parcel(id, actor);
        return new IndicatorCheck(parcel.area(), declared, references.indicators(parcel.region()))
                .against(parcel.indicators()).stream()
                        .filter(
                                verdict ->
                                        when == null
                                                || verdict.threshold().checkedWhen().contains(when))
                        .toList();
    }

    /** The last day to begin construction, or null before delivery or where none is set. */
    public @Nullable LocalDate startBy(ParcelFacts parcel) {
        LocalDate delivered = parcel.deliveredOn();
        BigDecimal days =
                parcel.indicators().stream()
                        .filter(threshold -> threshold.checkedWhen().contains(CheckedWhen.AT_START))
                        .map(Threshold::maximum)
                        .findFirst()
                        .orElse(null);
        return delivered == null || days == null
                ? null
                : ConstructionDates.startBy(delivered, days.intValue(), catalog.calendar());
    }

    @Override
    public Optional<ParcelView> byId(UUID id) {
        return register.byId(id).map(ReadingParcels::view);
    }

    @Override
    public List<ParcelView> ofProject(UUID project) {
        return register.ofProject(project).stream().map(ReadingParcels::view).toList();
    }

    private boolean maySee(Actor actor, ParcelFacts parcel) {
        if (isOfficial(actor)) {
            return regions.reaches(actor, parcel.region());
        }
        return parcel.state() == ParcelState.LISTED
                || parcel.transfer() != null
                        && Objects.equals(parcel.transfer().enterprise(), actor.enterprise());
    }

    /** Which project a parcel on offer is kept for is known to that project's enterprise alone. */
    private ParcelFacts shown(ParcelFacts parcel, Actor actor) {
        UUID project = parcel.project();
        return isOfficial(actor)
                        || project == null
                        || parcel.transfer() != null
                        || projects.of(project)
                                .filter(taker -> taker.enterprise().equals(actor.enterprise()))
                                .isPresent()
                ? parcel
                : parcel.withoutProject();
    }

    private static boolean isOfficial(Actor actor) {
        return switch (actor.role()) {
            case APPLICANT, INTERMEDIARY, CATALOG_EDITOR -> false;
            default -> true;
        };
    }

    private static ParcelView view(ParcelFacts parcel) {
        return new ParcelView(
                parcel.id(),
                parcel.region(),
                parcel.number().value(),
                parcel.area().squareMetres(),
                parcel.state().name(),
                parcel.project(),
                parcel.planningConditions());
    }
}

package org.xiangmuzhang.land.application;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.land.domain.Area;
import org.xiangmuzhang.land.domain.Indicator;
import org.xiangmuzhang.land.domain.Parcel;
import org.xiangmuzhang.land.domain.ParcelNumber;
import org.xiangmuzhang.land.domain.PlanningConditions;
import org.xiangmuzhang.land.domain.Threshold;
import org.xiangmuzhang.land.domain.ThresholdRules;
import org.xiangmuzhang.land.port.out.LandReferences;
import org.xiangmuzhang.land.port.out.ParcelRegister;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** From a piece of land to a standard land on offer. Only a land officer of its region acts. */
@Service
@Transactional
public class PreparingParcels {

    private final ParcelRegister register;
    private final LandReferences references;
    private final LandForProjects projects;
    private final Catalog catalog;
    private final ApplicationEventPublisher events;

    PreparingParcels(
            ParcelRegister register,
            LandReferences references,
            LandForProjects projects,
            Catalog catalog,
            ApplicationEventPublisher events) {
        this.register = register;
        this.references = references;
        this.projects = projects;
        this.catalog = catalog;
        this.events = events;
    }

    /** Enters a parcel in the actor's region, with its first planning conditions. */
    public void prepare(
            UUID id, ParcelNumber number, Area area, PlanningConditions conditions, Actor actor) {
        Region region = LandOfficers.regionOf(actor);
        Parcel parcel = Parcel.prepare(id, region, number, area);
        register.add(parcel);
        register.keep(parcel.facts(), conditions);
    }

    /** Sets all indicators of a parcel anew. */
    public void setIndicators(
            UUID id, List<Threshold> thresholds, LongConsumer expected, Actor actor) {
        Parcel parcel = LandOfficers.parcel(register, id, expected, actor);
        Map<String, Indicator> known =
                references.indicators(actor.region()).stream()
                        .collect(Collectors.toMap(Indicator::code, Function.identity()));
        parcel.setIndicators(new ThresholdRules(known, catalog::knowsIndustry).check(thresholds));
        register.change(parcel);
    }

    /** Gives the parcel a new version of its planning conditions. */
    public void changePlanningConditions(
            UUID id, PlanningConditions conditions, LongConsumer expected, Actor actor) {
        Parcel parcel = LandOfficers.parcel(register, id, expected, actor);
        parcel.changePlanningConditions().forEach(events::publishEvent);
        register.change(parcel);
        register.keep(parcel.facts(), conditions);
    }

    /** Keeps the parcel for a project. */
    public void reserve(UUID id, UUID project, LongConsumer expected, Actor actor) {
        Parcel parcel = LandOfficers.parcel(register, id, expected, actor);
        projects.mustFit(project, actor.region(), null);
        parcel.reserve(project);
        register.change(parcel);
    }

    /** Puts the parcel on offer. */
    public void list(UUID id, LongConsumer expected, Actor actor) {
        Parcel parcel = LandOfficers.parcel(register, id, expected, actor);
        List<String> main =
                references.indicators(actor.region()).stream()
                        .filter(Indicator::isMain)
                        .map(Indicator::code)
                        .toList();
        parcel.list(main).forEach(events::publishEvent);
        register.change(parcel);
    }
}

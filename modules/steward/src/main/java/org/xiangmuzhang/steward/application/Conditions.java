package org.xiangmuzhang.steward.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.land.api.Parcels;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.port.in.Formalising;
import org.xiangmuzhang.steward.port.in.Recording;
import org.xiangmuzhang.steward.port.out.ProjectRegister;

import java.time.LocalDate;
import java.util.UUID;

@Component("steward.conditions")
class Conditions implements Formalising {

    private static final Logger LOGGER = LoggerFactory.getLogger(Conditions.class);

    private final ProjectRegister register;
    private final Regions regions;
    private final Applications applications;
    private final Recording recording;
    private final Parcels parcels;
    private final Enterprises enterprises;

    Conditions(
            ProjectRegister register,
            Regions regions,
            Applications applications,
            Recording recording,
            Parcels parcels,
            Enterprises enterprises) {
        this.enterprises = enterprises;
        this.parcels = parcels;
        this.register = register;
        this.regions = regions;
        this.applications = applications;
        this.recording = recording;
    }

    @Override
    @Transactional
    public void landRightEstablished(LandRight right) {
        UUID project = right.project();
        if (!liesIn(project, right.region())
                || register.byId(project).filter(it -> isOf(it, right.enterprise())).isEmpty()) {
            LOGGER.warn("Parcel {} does not fit project {}: left alone", right.parcel(), project);
            return;
        }
        boolean othersStand =
                parcels.ofProject(project).stream()
                        .filter(parcel -> !parcel.id().equals(right.parcel()))
                        .allMatch(Milestones::stands);
        if (!othersStand) {
            return;
        }
        applications.landRightEstablished(
                project, right.parcel(), right.on(), right.planningConditions());
        recording.milestone(
                project,
                right.kind().equals("ALLOCATION") ? Milestones.ALLOCATION : Milestones.GRANT,
                right.on());
    }

    /** The land's event may name an enterprise that has been merged since. */
    private boolean isOf(ProjectView project, UUID enterprise) {
        return enterprises
                .byId(enterprise)
                .map(Enterprise::id)
                .orElse(enterprise)
                .equals(project.enterprise());
    }

    @Override
    @Transactional
    public void landDelivered(UUID project, Region region, LocalDate on) {
        if (liesIn(project, region)) {
            recording.milestone(project, Milestones.DELIVERY, on);
        }
    }

    private boolean liesIn(UUID project, Region region) {
        return register.byId(project).filter(it -> regions.covers(it.region(), region)).isPresent();
    }

    @Override
    @Transactional
    public void decidedElsewhere(UUID project, String itemCode, LocalDate on) {
        if (Milestones.isLandRight(itemCode)) {
            applications.decidedElsewhere(project, "LAND_RIGHT", on);
        }
        applications.decidedElsewhere(project, "ITEM:" + itemCode, on);
    }

    @Override
    @Transactional
    public void itemDone(UUID project, String itemCode, LocalDate on) {
        applications.conditionMet(project, "ITEM:" + itemCode, on);
    }
}

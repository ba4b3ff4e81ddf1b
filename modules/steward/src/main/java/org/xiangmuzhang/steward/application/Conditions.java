package org.xiangmuzhang.steward.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.steward.port.in.Formalising;
import org.xiangmuzhang.steward.port.in.Recording;

import java.time.LocalDate;
import java.util.UUID;

@Component("steward.conditions")
class Conditions implements Formalising {

    private final Applications applications;
    private final Recording recording;

    Conditions(Applications applications, Recording recording) {
        this.applications = applications;
        this.recording = recording;
    }

    @Override
    @Transactional
    public void landRightEstablished(
            UUID project, UUID parcel, LocalDate on, int planningConditions, String kind) {
        applications.landRightEstablished(project, parcel, on, planningConditions);
        recording.milestone(
                project, kind.equals("ALLOCATION") ? "LAND-ALLOCATION" : "LAND-GRANT", on);
    }

    @Override
    @Transactional
    public void itemDone(UUID project, String itemCode, LocalDate on) {
        applications.conditionMet(project, "ITEM:" + itemCode, on);
    }
}

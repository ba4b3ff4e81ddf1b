package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.TaskView;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An item as a department's desk shows it.
 *
 * @param itemName as it was called in the version that the item was accepted in
 * @param number receipt number of the application
 * @param clock null before acceptance and for a simulated item
 * @param possibleProcedures kinds that may stop the clock of this item now
 * @param preApprovalNumber of the simulated review, or null
 * @param planningConditions their version by parcel, as the pre-approval relied on them
 * @param decidedElsewhere codes of the items before it that were decided outside the platform
 * @param mayOwe whether it may be approved with owed materials now
 * @param reason given with the decision, or null
 */
public record TaskSheet(
        TaskView task,
        long version,
        String itemName,
        String itemNameEn,
        String departmentName,
        String number,
        UUID enterprise,
        String enterpriseName,
        @Nullable UUID project,
        boolean reviewWaived,
        List<MaterialLine> materials,
        List<ProcedureLine> procedures,
        List<String> possibleProcedures,
        @Nullable ClockFace clock,
        @Nullable String preApprovalNumber,
        @Nullable LocalDate preApprovedOn,
        Map<UUID, Integer> planningConditions,
        List<String> decidedElsewhere,
        @Nullable UUID document,
        boolean mayOwe,
        @Nullable String reason) {}

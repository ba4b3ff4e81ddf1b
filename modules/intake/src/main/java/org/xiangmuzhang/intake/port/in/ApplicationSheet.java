package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.ApplicationView;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An application as a page or a receipt shows it.
 *
 * @param itemNames Chinese names by item code
 * @param standing how each item stands, by its id
 * @param noticeDue last day for telling what is missing
 * @param correctionOn when it was told, or null
 * @param correctionMaterials what was told to be missing
 * @param explanation of the correction notice, or null
 * @param reason of a refusal or withdrawal, or null
 */
public record ApplicationSheet(
        ApplicationView application,
        String enterpriseName,
        Map<String, String> itemNames,
        Map<UUID, Standing> standing,
        List<MaterialLine> materials,
        boolean reviewWaived,
        LocalDate noticeDue,
        @Nullable LocalDate acceptedOn,
        boolean deemedAccepted,
        @Nullable LocalDate correctionOn,
        List<String> correctionMaterials,
        @Nullable String explanation,
        @Nullable String reason,
        @Nullable LocalDate closedOn) {

    /**
     * How an item stands today.
     *
     * @param clock null before acceptance and for a simulated item
     * @param document file of its result, or null
     */
    public record Standing(
            @Nullable ClockFace clock, List<ProcedureLine> procedures, @Nullable UUID document) {}
}

package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.kernel.TimeLimit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An application as a page or a receipt shows it.
 *
 * @param itemNames Chinese names by item code, as in the versions accepted
 * @param standing how each item stands, by its id
 * @param noticeDue last day for telling what is missing
 * @param acceptedAt hall and window of the clerk in words, or null
 * @param correctionOn when it was told, or null
 * @param correctionMaterials what was told to be missing
 * @param points of the correction notice, each with its words and its answer
 * @param explanation of the correction notice, or null
 * @param earlierNotices that the correction notice followed, the first one first
 * @param reason of a refusal or withdrawal, or null
 */
public record ApplicationSheet(
        ApplicationView application,
        String enterpriseName,
        Map<String, String> itemNames,
        Map<String, String> itemNamesEn,
        Map<UUID, Standing> standing,
        List<MaterialLine> materials,
        boolean reviewWaived,
        LocalDate noticeDue,
        @Nullable LocalDate acceptedOn,
        boolean deemedAccepted,
        @Nullable String acceptedAt,
        @Nullable LocalDate correctionOn,
        List<String> correctionMaterials,
        List<Point> points,
        @Nullable String explanation,
        List<Notice> earlierNotices,
        @Nullable String reason,
        @Nullable LocalDate closedOn) {

    /** A point of a correction notice; words are null where nothing was said. */
    public record Point(String material, @Nullable String text, @Nullable String answer) {}

    /** A correction notice that another one followed. */
    public record Notice(
            LocalDate on,
            @Nullable String explanation,
            List<Point> points,
            @Nullable LocalDate suppliedOn) {}

    /**
     * How an item stands today.
     *
     * @param statutory limit of the version accepted, or null when the law sets none
     * @param promised limit of the version accepted
     * @param clock null before acceptance and for a simulated item
     * @param document file of its result, or null
     */
    public record Standing(
            @Nullable TimeLimit statutory,
            TimeLimit promised,
            @Nullable ClockFace clock,
            List<ProcedureLine> procedures,
            @Nullable UUID document) {}
}

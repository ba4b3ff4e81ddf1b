package org.xiangmuzhang.steward.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A project as its page shows it, now or as of a moment.
 *
 * @param investment in 万元
 * @param version counts decisions about the project; its entity tag
 */
public record ProjectSheet(
        UUID id,
        Region region,
        String regionName,
        String code,
        String name,
        String projectType,
        String projectTypeName,
        UUID enterprise,
        String enterpriseName,
        @Nullable String industry,
        @Nullable BigDecimal investment,
        LocalDate registeredOn,
        @Nullable UUID steward,
        @Nullable String stewardName,
        List<Mandate> mandates,
        List<External> decidedElsewhere,
        List<Milestone> milestones,
        long version) {

    /** A mandate as far as it reaches, perhaps taken back; no stages, no items: for any. */
    public record Mandate(
            UUID id,
            UUID steward,
            @Nullable String stewardName,
            List<String> acts,
            LocalDate from,
            LocalDate until,
            @Nullable UUID file,
            @Nullable LocalDate revokedOn,
            List<String> stages,
            List<String> items) {}

    /**
     * What was decided outside the platform; verified null: nobody has verified it yet; takenOver:
     * from a file, before the project entered the service.
     */
    public record External(
            String itemCode,
            String itemName,
            String itemNameEn,
            String documentNumber,
            LocalDate decidedOn,
            UUID file,
            @Nullable LocalDate verifiedOn,
            boolean takenOver) {}

    /** An act that is no application. */
    public record Milestone(
            String itemCode,
            String itemName,
            String itemNameEn,
            LocalDate on,
            @Nullable UUID proof) {}
}

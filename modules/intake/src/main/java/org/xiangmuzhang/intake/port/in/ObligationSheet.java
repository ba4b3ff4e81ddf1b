package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An owed material or a promise, as it stands now.
 *
 * @param number receipt number of the application
 * @param kind MATERIAL, CONDITIONS, REVIEW or CERTIFICATE
 * @param materialName as the accepted version of the item has it, or null
 * @param text the words that were promised, or null
 * @param state GIVEN, OPEN, IN_QUESTION, FULFILLED, UPHELD, REVOKED or VOID
 * @param due null before a promise is in force
 * @param cause LATE, FOUND_BROKEN or REPORTED, or null
 * @param source where a breach that was reported last came to light, or null
 * @param movedOn the day on which it came to stand so
 * @param remark what was written about it last, or null
 */
public record ObligationSheet(
        UUID id,
        long version,
        UUID application,
        String number,
        UUID task,
        String itemCode,
        String itemName,
        String itemNameEn,
        Region region,
        String department,
        @Nullable UUID project,
        UUID enterprise,
        String enterpriseName,
        String kind,
        @Nullable String material,
        @Nullable String materialName,
        @Nullable String materialNameEn,
        @Nullable String textVersion,
        @Nullable String text,
        LocalDate givenOn,
        String state,
        @Nullable LocalDate due,
        @Nullable LocalDate remindedOn,
        @Nullable String cause,
        @Nullable String source,
        LocalDate movedOn,
        @Nullable String remark) {

    public boolean promise() {
        return !kind.equals("MATERIAL");
    }
}

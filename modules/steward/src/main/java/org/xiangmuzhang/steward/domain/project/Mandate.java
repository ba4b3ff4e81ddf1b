package org.xiangmuzhang.steward.domain.project;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.steward.events.MandateSigned;

import java.time.LocalDate;
import java.util.UUID;

/** A signed mandate, and the day from which it was taken back. */
public record Mandate(MandateSigned signed, @Nullable LocalDate revokedOn) {

    /** Whether it lets this person act so on this day; its first and last day are included. */
    public boolean covers(UUID person, String act, LocalDate on) {
        return signed.steward().equals(person)
                && signed.acts().contains(act)
                && !on.isBefore(signed.from())
                && !on.isAfter(signed.until())
                && (revokedOn == null || on.isBefore(revokedOn));
    }
}

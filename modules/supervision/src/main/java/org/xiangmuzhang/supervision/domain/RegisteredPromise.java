package org.xiangmuzhang.supervision.domain;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 承诺: what an approval rests on, as the register keeps book of it.
 *
 * @param kind CONDITIONS, REVIEW or CERTIFICATE
 * @param material that it stands for, or null
 * @param textVersion of the words that were promised, or null
 * @param due last day of the check
 * @param state OPEN, IN_QUESTION, FULFILLED, UPHELD or REVOKED
 * @param cause why it is or was in question, or null
 * @param movedOn the day on which it came to stand so
 */
public record RegisteredPromise(
        UUID id,
        Region region,
        UUID application,
        @Nullable UUID project,
        UUID task,
        String itemCode,
        String department,
        String kind,
        @Nullable String material,
        @Nullable String textVersion,
        LocalDate givenOn,
        LocalDate inForceOn,
        LocalDate due,
        String state,
        @Nullable String cause,
        LocalDate movedOn) {

    /** A place in a list of promises, which come by due day and id. */
    public record Place(LocalDate due, UUID id) {}

    /** Whether an approval rests on it still, so that a breach matters: also after a check. */
    public boolean bears() {
        return !state.equals("REVOKED");
    }

    public boolean isOpen() {
        return state.equals("OPEN") || state.equals("IN_QUESTION");
    }
}

package org.xiangmuzhang.settings;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * One version of what a place sets for itself.
 *
 * @param values as JSON has them; empty when the place goes back to what holds above it
 * @param number counted by place and name, from 1
 * @param from first day on which it holds once it is approved
 * @param until last such day, or null
 * @param reason remark of who proposed it
 * @param answer remark of who decided, or null
 */
public record SettingVersion(
        Region region,
        String name,
        int number,
        Map<String, Object> values,
        LocalDate from,
        @Nullable LocalDate until,
        State state,
        UUID proposedBy,
        Instant proposedAt,
        UUID reason,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable UUID answer) {

    /** Where it stands between the two persons. */
    public enum State {
        PROPOSED,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    /** Whether the place goes back to what holds above it. */
    public boolean isAsAbove() {
        return values.isEmpty();
    }

    /** Whether it holds on this day once it is approved. */
    public boolean covers(LocalDate day) {
        return !from.isAfter(day) && (until == null || !until.isBefore(day));
    }
}

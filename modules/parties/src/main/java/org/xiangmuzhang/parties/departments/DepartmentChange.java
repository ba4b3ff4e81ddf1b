package org.xiangmuzhang.parties.departments;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What one administrator proposes for a department and another confirms.
 *
 * @param department the one that is changed; a new id when it is opened
 * @param day the first day on which it is so; of one that is closed the last on which it counts
 * @param wording of one that is opened or changed, else null
 * @param into which other one takes over, of one that is merged, else null
 * @param reason remark of who proposed it
 * @param decidedBy null while it waits
 * @param answer remark of who decided, or null
 */
record DepartmentChange(
        UUID id,
        Region region,
        UUID department,
        Kind kind,
        LocalDate day,
        Department.@Nullable Wording wording,
        @Nullable UUID into,
        State state,
        UUID proposedBy,
        Instant proposedAt,
        UUID reason,
        @Nullable UUID decidedBy,
        @Nullable UUID answer) {

    enum Kind {
        OPENED,
        CHANGED,
        MERGED,
        CLOSED
    }

    enum State {
        PROPOSED,
        CONFIRMED,
        REFUSED,
        WITHDRAWN
    }
}

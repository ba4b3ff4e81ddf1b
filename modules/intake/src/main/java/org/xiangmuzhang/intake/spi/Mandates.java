package org.xiangmuzhang.intake.spi;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * May this steward act for this enterprise? Implemented by a higher context; with none, nobody may.
 */
public interface Mandates {

    /** What a steward does in the enterprise's name. */
    enum Act {
        SUBMIT,
        SUPPLY,
        WITHDRAW,
        RECEIVE
    }

    /**
     * The mandate that covers the act on that day, or empty: then the act is refused. A mandate is
     * given for one project, so that none covers an act without a project.
     */
    Optional<UUID> covering(
            UUID steward, UUID enterprise, @Nullable UUID project, Act act, LocalDate on);
}

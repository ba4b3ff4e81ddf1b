package org.xiangmuzhang.intake.spi;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
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

    /**
     * What a steward is about to do in the enterprise's name.
     *
     * @param items codes of the items that the act is about
     * @param application null for what is about none, such as data of a book
     */
    record Deed(
            Actor actor,
            UUID enterprise,
            @Nullable UUID project,
            Act act,
            Set<String> items,
            @Nullable UUID application,
            LocalDate on) {

        public Deed {
            items = Set.copyOf(items);
        }
    }

    /**
     * The mandate that covers the act and each of its items; asked inside the transaction of the
     * act, until whose end it stands. The act is kept for the enterprise, and so is an attempt that
     * is refused: with {@code mandate-missing}, or what the implementation names.
     */
    default UUID use(Deed deed) {
        return covering(
                        deed.actor().holder(),
                        deed.enterprise(),
                        deed.project(),
                        deed.act(),
                        deed.on())
                .orElseThrow(() -> Refusal.forbidden("mandate-missing", deed.act().name()));
    }
}

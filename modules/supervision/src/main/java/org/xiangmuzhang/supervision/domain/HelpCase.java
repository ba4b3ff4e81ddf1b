package org.xiangmuzhang.supervision.domain;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 办不成事: a matter that the window turned away. A window has no last word: somebody takes the case
 * and finds the way.
 *
 * @param ground NOT_OURS or REFUSED
 * @param remark id of the reason that the window gave
 * @param owner who has taken it, or null
 * @param way that was found, or null
 */
public record HelpCase(
        UUID application,
        Region region,
        @Nullable UUID project,
        String ground,
        UUID remark,
        LocalDate openedOn,
        State state,
        @Nullable UUID owner,
        @Nullable LocalDate takenOn,
        @Nullable Way way,
        @Nullable LocalDate settledOn,
        long version) {

    /** Where it stands. */
    public enum State {
        OPEN,
        TAKEN,
        SETTLED
    }

    /** What came of it. */
    public enum Way {
        /** The window takes the application in after all. */
        TAKEN_IN,
        /** Another office is competent, and was told. */
        REFERRED,
        /** The applicant was told what to bring or to change. */
        EXPLAINED,
        /** A matter of courts or petitions, which is out. */
        OUT_OF_SCOPE
    }

    /** A place in a list of cases, which come by the day they were opened and application. */
    public record Place(LocalDate openedOn, UUID application) {}

    /** Turned away on that day, with the window's reason. */
    public static HelpCase opened(
            UUID application,
            Region region,
            @Nullable UUID project,
            String ground,
            UUID remark,
            LocalDate on) {
        return new HelpCase(
                application,
                region,
                project,
                ground,
                remark,
                on,
                State.OPEN,
                null,
                null,
                null,
                null,
                0);
    }

    /** Somebody answers for it from today. */
    public HelpCase taken(UUID person, LocalDate today) {
        if (state == State.SETTLED) {
            throw Refusal.conflict("help-case-settled", String.valueOf(settledOn));
        }
        if (person.equals(owner)) {
            throw Refusal.conflict("help-case-taken", String.valueOf(takenOn));
        }
        return new HelpCase(
                application,
                region,
                project,
                ground,
                remark,
                openedOn,
                State.TAKEN,
                person,
                today,
                null,
                null,
                version);
    }

    /** Its owner has found the way. */
    public HelpCase settled(Way found, UUID person, LocalDate today) {
        if (state == State.SETTLED) {
            throw Refusal.conflict("help-case-settled", String.valueOf(settledOn));
        }
        if (!person.equals(owner)) {
            throw Refusal.forbidden("help-case-not-yours", application);
        }
        return new HelpCase(
                application,
                region,
                project,
                ground,
                remark,
                openedOn,
                State.SETTLED,
                owner,
                takenOn,
                found,
                today,
                version);
    }
}

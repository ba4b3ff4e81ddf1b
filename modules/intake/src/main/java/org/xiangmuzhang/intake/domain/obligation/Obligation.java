package org.xiangmuzhang.intake.domain.obligation;

import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.Settlement;
import org.xiangmuzhang.intake.events.ObligationFulfilled;
import org.xiangmuzhang.intake.events.ObligationIncurred;
import org.xiangmuzhang.intake.events.ObligationQuestioned;
import org.xiangmuzhang.intake.events.ObligationReminded;
import org.xiangmuzhang.intake.events.ObligationSettled;
import org.xiangmuzhang.kernel.Refusal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * 后续义务: a material that is owed (容缺) or a promise that is to be checked (承诺). What is late or
 * broken is put before an approver; nothing revokes by itself.
 */
@AggregateRoot
public final class Obligation {

    private static final Set<ObligationState> STANDING =
            EnumSet.of(ObligationState.OPEN, ObligationState.IN_QUESTION);

    private static final Set<ObligationState> REPORTABLE =
            EnumSet.of(ObligationState.OPEN, ObligationState.FULFILLED, ObligationState.UPHELD);

    @Identity private final UUID id;
    private final ObligationHead head;
    private ObligationState state;
    private @Nullable Term term;
    private @Nullable LocalDate remindedOn;
    private @Nullable Cause cause;
    private @Nullable String source;
    private LocalDate movedOn;
    private @Nullable UUID remark;
    private long version;

    public Obligation(ObligationSnapshot kept) {
        this.id = kept.head().id();
        this.head = kept.head();
        this.state = kept.state();
        this.term = kept.term();
        this.remindedOn = kept.remindedOn();
        this.cause = kept.cause();
        this.source = kept.source();
        this.movedOn = kept.movedOn();
        this.remark = kept.remark();
        this.version = kept.version();
    }

    /** It is only given: nothing has been decided that goes by it. */
    public static Obligation given(ObligationHead head) {
        return new Obligation(
                new ObligationSnapshot(
                        head,
                        ObligationState.GIVEN,
                        null,
                        null,
                        null,
                        null,
                        head.givenOn(),
                        null,
                        0));
    }

    public ObligationSnapshot snapshot() {
        return new ObligationSnapshot(
                head, state, term, remindedOn, cause, source, movedOn, remark, version);
    }

    /** It stands as it is now, as the next version. */
    public void kept() {
        version++;
    }

    /** From today on it is to be fulfilled within the term. */
    public ObligationIncurred begin(Term until, LocalDate today) {
        must(EnumSet.of(ObligationState.GIVEN));
        move(ObligationState.OPEN, today, null);
        term = until;
        return new ObligationIncurred(
                head.about().application(),
                head.about().region(),
                head.about().project(),
                head.about().task(),
                head.about().item(),
                head.about().department(),
                id,
                head.kind().name(),
                head.material(),
                head.textVersion(),
                head.givenOn(),
                today,
                until.due());
    }

    /** What was given for a decision that did not come, or for an approval that was not. */
    public void lapse(LocalDate today) {
        move(ObligationState.VOID, today, null);
    }

    /** Called to mind once within its term. */
    public ObligationReminded remind(LocalDate today) {
        must(EnumSet.of(ObligationState.OPEN));
        remindedOn = today;
        return new ObligationReminded(
                head.about().application(),
                head.about().region(),
                head.about().project(),
                head.about().task(),
                id,
                head.kind().name(),
                due(),
                today);
    }

    /** A material has not come, or a promise seems to be broken: an approver has to say. */
    public ObligationQuestioned question(Cause why, LocalDate today, @Nullable UUID written) {
        must(EnumSet.of(ObligationState.OPEN));
        return questioned(why, today, written);
    }

    /**
     * Somebody who watches has found a promise broken, perhaps after it was found kept or upheld;
     * an approver has to say. Empty when one has to already, who sees the source then.
     */
    public Optional<ObligationQuestioned> report(String where, LocalDate on) {
        if (state == ObligationState.IN_QUESTION) {
            source = where;
            return Optional.empty();
        }
        if (!REPORTABLE.contains(state)) {
            return Optional.empty();
        }
        source = where;
        return Optional.of(questioned(Cause.REPORTED, on, null));
    }

    private ObligationQuestioned questioned(Cause why, LocalDate today, @Nullable UUID written) {
        move(ObligationState.IN_QUESTION, today, written);
        cause = why;
        return new ObligationQuestioned(
                head.about().application(),
                head.about().region(),
                head.about().project(),
                head.about().task(),
                head.about().item(),
                head.about().department(),
                id,
                head.kind().name(),
                why.name(),
                today,
                written);
    }

    /** The material has come, if late; or the check has found the promise kept. */
    public ObligationFulfilled fulfil(LocalDate today, @Nullable UUID written) {
        must(head.kind().isPromise() ? EnumSet.of(ObligationState.OPEN) : STANDING);
        move(ObligationState.FULFILLED, today, written);
        return new ObligationFulfilled(
                head.about().application(),
                head.about().region(),
                head.about().project(),
                head.about().task(),
                id,
                head.kind().name(),
                head.material(),
                today);
    }

    /** An approver says what becomes of the decision, always with a reason. */
    public ObligationSettled settle(
            Settlement how, @Nullable Term until, LocalDate today, UUID reason) {
        must(EnumSet.of(ObligationState.IN_QUESTION));
        if ((how == Settlement.EXTENDED) != (until != null)
                || until != null && !until.due().isAfter(today)) {
            throw Refusal.invalid("extension-needs-later-day", "/until", today);
        }
        move(
                switch (how) {
                    case EXTENDED -> ObligationState.OPEN;
                    case UPHELD -> ObligationState.UPHELD;
                    case REVOKED -> ObligationState.REVOKED;
                },
                today,
                reason);
        if (until != null) {
            term = until;
            remindedOn = null;
        }
        return new ObligationSettled(
                head.about().application(),
                head.about().region(),
                head.about().project(),
                head.about().task(),
                id,
                head.kind().name(),
                how.name(),
                until == null ? null : until.due(),
                today,
                reason);
    }

    /** Refuses a material where a promise is meant, and the other way round. */
    public void mustBePromise(boolean promise) {
        if (head.kind().isPromise() != promise) {
            throw Refusal.conflict(
                    promise ? "obligation-is-no-promise" : "obligation-is-no-material",
                    head.about().item());
        }
    }

    private void must(Set<ObligationState> states) {
        if (!states.contains(state)) {
            throw Refusal.conflict(
                    state == ObligationState.OPEN
                            ? "obligation-not-in-question"
                            : state == ObligationState.IN_QUESTION
                                    ? "obligation-in-question"
                                    : state == ObligationState.GIVEN
                                            ? "obligation-not-in-force"
                                            : "obligation-over",
                    head.about().item());
        }
    }

    private void move(ObligationState to, LocalDate today, @Nullable UUID written) {
        state = to;
        movedOn = today;
        remark = written;
    }

    private LocalDate due() {
        return term == null ? head.givenOn() : term.due();
    }

    /** Whether something is still to be done or said about it. */
    public boolean stands() {
        return STANDING.contains(state);
    }

    public UUID id() {
        return id;
    }

    public ObligationHead head() {
        return head;
    }

    public ObligationState state() {
        return state;
    }
}

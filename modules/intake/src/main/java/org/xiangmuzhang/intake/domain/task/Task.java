package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.SpecialProcedure;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.intake.events.ClockPaused;
import org.xiangmuzhang.intake.events.ClockResumed;
import org.xiangmuzhang.intake.events.ItemDecided;
import org.xiangmuzhang.intake.events.ItemRevoked;
import org.xiangmuzhang.intake.events.SimulationPreApproved;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** One item of an application on its way through a department. */
@AggregateRoot
public final class Task {

    /** The condition that a land right establishes. */
    public static final String LAND_RIGHT = "LAND_RIGHT";

    @Identity private final UUID id;
    private final TaskHead head;
    private final String item;
    private long version;
    private final List<Procedure> procedures;
    private final List<String> conditions;
    private final List<String> waitingFor;
    private Mode mode;
    private TaskState state;
    private @Nullable LocalDate startedOn;
    private @Nullable UUID acceptedBy;
    private @Nullable PreApproval preApproval;
    private @Nullable Decision decision;

    public Task(TaskSnapshot kept) {
        this.id = kept.head().id();
        this.head = kept.head();
        this.item = kept.head().terms().code();
        this.version = kept.version();
        this.procedures = new ArrayList<>(kept.procedures());
        this.conditions = List.copyOf(kept.conditions());
        this.waitingFor = new ArrayList<>(kept.waitingFor());
        this.mode = kept.mode();
        this.state = kept.state();
        this.startedOn = kept.startedOn();
        this.acceptedBy = kept.acceptedBy();
        this.preApproval = kept.preApproval();
        this.decision = kept.decision();
    }

    /** A new item at the window, with the conditions that it waits for if it is simulated. */
    public static Task received(TaskHead head, Mode mode, List<String> conditions) {
        return new Task(TaskSnapshot.received(head, mode, conditions));
    }

    /** It stands as it is now, as the next version. */
    public void kept() {
        version++;
    }

    public TaskSnapshot snapshot() {
        return new TaskSnapshot(
                head,
                mode,
                state,
                startedOn,
                acceptedBy,
                procedures,
                conditions,
                waitingFor,
                preApproval,
                decision,
                version);
    }

    /** The application was accepted: the department has it, and a formal item's clock runs. */
    public void start(LocalDate acceptedOn, @Nullable UUID clerk) {
        state = TaskState.IN_DEPARTMENT;
        startedOn = acceptedOn;
        acceptedBy = clerk;
    }

    /** Refuses what a department has decided, given an opinion on, or paused. */
    public void mustBeRectifiable() {
        if (preApproval != null || state.isOver()) {
            throw Refusal.conflict("rectification-after-decision", item);
        }
        if (state == TaskState.PAUSED) {
            throw Refusal.conflict("procedure-lasts", item);
        }
    }

    /**
     * The right item in this one's place, or the same one within the right project; it stands where
     * it stood, since the same day.
     *
     * @param conditionsNow what it waits for if it is simulated
     */
    public Task rectified(ItemTerms right, @Nullable UUID project, List<String> conditionsNow) {
        return new Task(
                new TaskSnapshot(
                        new TaskHead(
                                id,
                                head.application(),
                                head.region(),
                                project,
                                head.reviewWaived(),
                                right),
                        mode,
                        state,
                        startedOn,
                        acceptedBy,
                        procedures,
                        conditionsNow,
                        conditionsNow,
                        preApproval,
                        decision,
                        version));
    }

    /** The application ended without a decision on it. */
    public void end(TaskState without) {
        mustBeUndecided();
        state = without;
    }

    public ClockPaused beginProcedure(
            SpecialProcedure kind, LocalDate today, LocalDate expectedUntil) {
        mustBeUnderExamination();
        if (!head.terms().procedures().contains(kind)) {
            throw Refusal.invalid("procedure-not-listed", "/kind", item, kind.name());
        }
        if (isWithoutReview()
                && (kind == SpecialProcedure.EXPERT || kind == SpecialProcedure.EVAL)) {
            throw Refusal.conflict("review-was-waived", item, kind.name());
        }
        Procedure begun = Procedure.after(procedures, kind, today, expectedUntil);
        procedures.add(begun);
        state = TaskState.PAUSED;
        return head.paused(begun);
    }

    public ClockResumed endProcedure(LocalDate until, LocalDate today, WorkingDays calendar) {
        if (state != TaskState.PAUSED) {
            throw Refusal.conflict("no-procedure-lasts", item);
        }
        if (until.isAfter(today)) {
            throw Refusal.invalid("procedure-ends-in-the-future", "/until", until);
        }
        Procedure ended = procedures.getLast().ended(until);
        procedures.set(procedures.size() - 1, ended);
        state = TaskState.IN_DEPARTMENT;
        return head.resumed(ended, until, clock(), calendar);
    }

    /** A formal decision; a simulated item can only be rejected this way. */
    public ItemDecided decide(Decision formal, WorkingDays calendar) {
        mustBeDecidableBy(formal.by());
        return decided(formal, calendar);
    }

    /** The rules decide what they accepted: nobody's judgement is in either. */
    public ItemDecided decideByRules(String number, LocalDate today, WorkingDays calendar) {
        mustBeUnderExamination();
        UUID platform = Actor.system(head.region()).person();
        return decided(
                new Decision(Outcome.APPROVED, today, platform, number, null, null), calendar);
    }

    private ItemDecided decided(Decision formal, WorkingDays calendar) {
        if (mode == Mode.SIMULATED && formal.outcome() != Outcome.REJECTED) {
            throw Refusal.conflict(
                    "simulation-waits-for-conditions", item, String.join(", ", waitingFor));
        }
        if (formal.outcome() == Outcome.APPROVED_WITH_OWED && !head.terms().owedAllowed()) {
            throw Refusal.invalid("owed-materials-not-allowed", "/outcome", item);
        }
        decision = formal;
        state = formal.outcome() == Outcome.REJECTED ? TaskState.REJECTED : TaskState.APPROVED;
        return head.decided(mode, formal, clock(), calendar);
    }

    /**
     * 撤销: the approval is taken back, because an obligation that it rests on was not kept.
     *
     * @param obligation that was not kept
     */
    public ItemRevoked revoke(UUID obligation, LocalDate today, UUID reason) {
        mustBeApproved();
        state = TaskState.REVOKED;
        return new ItemRevoked(
                head.application(),
                head.region(),
                head.project(),
                id,
                item,
                head.terms().department(),
                obligation,
                today,
                reason);
    }

    /** A simulated review ended well: an opinion without legal effect. */
    public SimulationPreApproved preApprove(PreApproval opinion) {
        mustBeDecidableBy(opinion.by());
        if (mode != Mode.SIMULATED) {
            throw Refusal.conflict("not-simulated", item);
        }
        preApproval = opinion;
        state = TaskState.PRE_APPROVED;
        return head.preApproved(opinion, waitingFor);
    }

    /** A condition came; whether it was the last one that this item waited for. */
    public boolean meet(String condition) {
        return waitingFor.remove(condition) && waitingFor.isEmpty();
    }

    /**
     * All conditions have come: a pre-approval turns formal if nothing it relied on has changed,
     * and goes back to the department if something has. What was not pre-approved yet goes on as a
     * formal item; empty when that is so from its acceptance on.
     *
     * @param outcome with owed materials or without
     */
    public Optional<LoggedEvent> settle(
            ConditionsNow now, Outcome outcome, Supplier<String> number, WorkingDays calendar) {
        if (state == TaskState.RECEIVED) {
            mode = Mode.FORMAL;
            return Optional.empty();
        }
        String broken =
                preApproval == null
                        ? "not-pre-approved-yet"
                        : preApproval.brokenBy(now, conditions.contains(LAND_RIGHT));
        return Optional.of(
                broken == null
                        ? formalise(now, outcome, number.get(), calendar)
                        : reopen(broken, now.today(), calendar));
    }

    private LoggedEvent formalise(
            ConditionsNow now, Outcome outcome, String number, WorkingDays calendar) {
        decision =
                new Decision(
                        outcome,
                        now.today(),
                        Actor.system(head.region()).person(),
                        number,
                        preApproval == null ? null : preApproval.file(),
                        null);
        state = TaskState.APPROVED;
        return head.formalised(
                conditions,
                conditions.stream()
                        .filter(now.elsewhere()::contains)
                        .map(condition -> condition.replace("ITEM:", ""))
                        .toList(),
                now,
                number,
                calendar);
    }

    private LoggedEvent reopen(String reason, LocalDate today, WorkingDays calendar) {
        mode = Mode.FORMAL;
        startedOn = today;
        if (state != TaskState.PAUSED) {
            state = TaskState.IN_DEPARTMENT;
        }
        return head.reopened(reason, new LegalClock(today, head.terms(), procedures), calendar);
    }

    /** The legal clock; null before acceptance and for a simulated item, which has none. */
    public @Nullable LegalClock clock() {
        return startedOn == null || mode == Mode.SIMULATED
                ? null
                : new LegalClock(startedOn, head.terms(), procedures);
    }

    /** Whether a promise stands for the technical review: of owner and designer, or of the item. */
    public boolean isWithoutReview() {
        return head.reviewWaived() || mode == Mode.COMMITMENT;
    }

    /** Refuses what stands or falls with an approval that is not there. */
    public void mustBeApproved() {
        if (state != TaskState.APPROVED) {
            throw Refusal.conflict("not-approved", item);
        }
    }

    /** Refuses what would touch a decided item. */
    public void mustBeUndecided() {
        if (state.isDecided()) {
            throw Refusal.conflict("already-decided", item);
        }
    }

    private void mustBeDecidableBy(UUID person) {
        mustBeUnderExamination();
        mustNotBeDecidedBy(person);
    }

    /** Refuses that who accepted it decides on it. */
    public void mustNotBeDecidedBy(UUID person) {
        if (person.equals(acceptedBy)) {
            throw Refusal.forbidden("accepted-by-same-person", item);
        }
    }

    private void mustBeUnderExamination() {
        switch (state) {
            case IN_DEPARTMENT -> {}
            case PAUSED -> throw Refusal.conflict("procedure-lasts", item);
            case PRE_APPROVED ->
                    throw Refusal.conflict(
                            "pre-approval-waits", item, String.join(", ", waitingFor));
            case RECEIVED -> throw Refusal.conflict("not-accepted-yet", item);
            default -> throw Refusal.conflict("already-decided", item);
        }
    }

    /** Whether the application was accepted, so that the department got to have it. */
    public boolean wasAccepted() {
        return startedOn != null;
    }

    /** Whether this item asks for the material. */
    public boolean asksFor(String material) {
        return head.terms().materials().contains(material);
    }

    public @Nullable Decision decision() {
        return decision;
    }

    public TaskHead head() {
        return head;
    }

    public UUID id() {
        return id;
    }

    public TaskState state() {
        return state;
    }

    public Mode mode() {
        return mode;
    }
}

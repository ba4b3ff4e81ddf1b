package org.xiangmuzhang.intake.domain.dossier;

import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.events.CorrectionNoticed;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.TimeLimit;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** 办件: what an enterprise asks for, from receipt to delivery. */
@AggregateRoot
public final class Application {

    /** Within this limit of receipt the window tells what is missing (行政许可法 art. 32). */
    private static final TimeLimit NOTICE = TimeLimit.workingDays(5);

    @Identity private final UUID id;
    private final ApplicationHead head;
    private long version;
    private final SequencedMap<String, SuppliedMaterial> materials = new LinkedHashMap<>();
    private ApplicationState state;
    private @Nullable Acceptance acceptance;
    private @Nullable Correction correction;
    private @Nullable UUID remark;
    private @Nullable LocalDate closedOn;

    public Application(ApplicationSnapshot kept) {
        this.id = kept.head().id();
        this.head = kept.head();
        this.version = kept.version();
        this.state = kept.state();
        this.acceptance = kept.acceptance();
        this.correction = kept.correction();
        this.remark = kept.remark();
        this.closedOn = kept.closedOn();
        kept.materials().forEach(material -> materials.put(material.material(), material));
    }

    public static Application received(ApplicationHead head, List<SuppliedMaterial> materials) {
        return new Application(
                new ApplicationSnapshot(
                        head, ApplicationState.RECEIVED, materials, null, null, null, null, 0));
    }

    /** It stands as it is now, as the next version. */
    public void kept() {
        version++;
    }

    public ApplicationSnapshot snapshot() {
        return new ApplicationSnapshot(
                head,
                state,
                List.copyOf(materials.values()),
                acceptance,
                correction,
                remark,
                closedOn,
                version);
    }

    /** The last day on which the window may tell what is missing, or turn away what is whole. */
    public LocalDate noticeDue(WorkingDays calendar) {
        return calendar.due(receivedWholeOn(), NOTICE, List.of());
    }

    /** The day of receipt; of what the window asked for in time, that of the correction. */
    LocalDate receivedWholeOn() {
        LocalDate suppliedOn = correction == null ? null : correction.suppliedOn();
        return suppliedOn == null ? head.receivedOn() : suppliedOn;
    }

    /** Whether the window let the time pass in silence. */
    public boolean isAcceptedBySilence(LocalDate today, WorkingDays calendar) {
        return (state == ApplicationState.RECEIVED || state == ApplicationState.CORRECTION_SUPPLIED)
                && today.isAfter(noticeDue(calendar));
    }

    /** A clerk accepts on this day; silence accepts back to when it was whole. */
    Acceptance accept(Acceptance how) {
        mustBeBeforeAcceptance();
        if (state == ApplicationState.CORRECTION_NOTICED) {
            throw Refusal.conflict("correction-outstanding", head.number());
        }
        acceptance = how;
        state = ApplicationState.ACCEPTED;
        return how;
    }

    public CorrectionNoticed noticeCorrection(
            LocalDate today, List<CorrectionPoint> points, UUID explanation) {
        mustBeBeforeAcceptance();
        Correction first = correction;
        if (first != null
                && !points.stream().allMatch(point -> first.couldNotName(point.material()))) {
            throw Refusal.conflict("second-correction-notice", first.on());
        }
        if (points.isEmpty()) {
            throw Refusal.invalid("correction-names-nothing", "/materials");
        }
        correction = Correction.told(today, points, explanation);
        state = ApplicationState.CORRECTION_NOTICED;
        return new CorrectionNoticed(
                id,
                head.region(),
                head.project(),
                head.enterprise(),
                today,
                correction.materials(),
                explanation);
    }

    /**
     * Adds or replaces materials; whether this answered the correction notice.
     *
     * @param answers in words, by the material that a point is about
     */
    boolean supply(
            Collection<SuppliedMaterial> supplied, Map<String, UUID> answers, LocalDate today) {
        if (!state.isBeforeAcceptance() && state != ApplicationState.ACCEPTED) {
            throw Refusal.conflict("application-over", head.number());
        }
        boolean corrected = state == ApplicationState.CORRECTION_NOTICED;
        Correction notice = corrected ? correction : null;
        for (String material : answers.keySet()) {
            if (notice == null || !notice.materials().contains(material)) {
                throw Refusal.invalid("answer-names-no-point", "/answers", material);
            }
        }
        if (notice != null) {
            Correction answered =
                    notice.answered(
                            supplied.stream()
                                    .map(SuppliedMaterial::material)
                                    .collect(Collectors.toSet()),
                            answers,
                            today);
            List<String> open = answered.open();
            if (!open.isEmpty()) {
                throw Refusal.invalid(
                        "correction-incomplete", "/materials", String.join(", ", open));
            }
            correction = answered;
            state = ApplicationState.CORRECTION_SUPPLIED;
        }
        Correction told = correction;
        if (told != null) {
            correction = told.changed(unseen(supplied));
        }
        supplied.forEach(material -> materials.put(material.material(), material));
        return corrected;
    }

    /** Those whose content was not there before. */
    private Set<String> unseen(Collection<SuppliedMaterial> supplied) {
        return supplied.stream()
                .filter(
                        one -> {
                            SuppliedMaterial before = materials.get(one.material());
                            return before == null || !before.sha256().equals(one.sha256());
                        })
                .map(SuppliedMaterial::material)
                .collect(Collectors.toSet());
    }

    /** A material that was owed has come, also after the decision and the delivery. */
    void arrive(SuppliedMaterial material) {
        if (state != ApplicationState.ACCEPTED && state != ApplicationState.DELIVERED) {
            throw Refusal.conflict("application-over", head.number());
        }
        materials.put(material.material(), material);
    }

    /** Refuses what has ended. */
    void mustGoOn() {
        if (!state.isBeforeAcceptance() && state != ApplicationState.ACCEPTED) {
            throw Refusal.conflict("application-over", head.number());
        }
    }

    /**
     * The same application of another enterprise or project; a mandate of the wrong one is void.
     */
    Application of(UUID enterprise, @Nullable UUID project) {
        return enterprise.equals(head.enterprise()) && Objects.equals(project, head.project())
                ? this
                : new Application(
                        new ApplicationSnapshot(
                                head.of(enterprise, project),
                                state,
                                List.copyOf(materials.values()),
                                acceptance,
                                correction,
                                remark,
                                closedOn,
                                version));
    }

    void turnAway(boolean notOurs, LocalDate today, UUID reason) {
        mustBeBeforeAcceptance();
        close(notOurs ? ApplicationState.NOT_OURS : ApplicationState.REFUSED, today, reason);
    }

    void withdraw(LocalDate today, UUID reason) {
        mustGoOn();
        close(
                acceptance == null
                        ? ApplicationState.WITHDRAWN_UNACCEPTED
                        : ApplicationState.WITHDRAWN,
                today,
                reason);
    }

    void deliver(LocalDate today) {
        if (state != ApplicationState.ACCEPTED) {
            throw Refusal.conflict(
                    state == ApplicationState.DELIVERED ? "already-delivered" : "not-decided-yet",
                    head.number());
        }
        close(ApplicationState.DELIVERED, today, null);
    }

    private void close(ApplicationState end, LocalDate today, @Nullable UUID reason) {
        state = end;
        closedOn = today;
        remark = reason;
    }

    private void mustBeBeforeAcceptance() {
        if (acceptance != null && acceptance.by() == null) {
            throw Refusal.conflict("accepted-by-silence", acceptance.acceptedOn());
        }
        if (!state.isBeforeAcceptance()) {
            throw Refusal.conflict(
                    state == ApplicationState.ACCEPTED ? "already-accepted" : "application-over",
                    head.number());
        }
    }

    public UUID id() {
        return id;
    }

    public ApplicationHead head() {
        return head;
    }

    public ApplicationState state() {
        return state;
    }

    public Map<String, SuppliedMaterial> materials() {
        return Map.copyOf(materials);
    }

    public long version() {
        return version;
    }
}

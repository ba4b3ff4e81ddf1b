package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.Mode;
import org.xiangmuzhang.intake.events.ClockPaused;
import org.xiangmuzhang.intake.events.ClockResumed;
import org.xiangmuzhang.intake.events.ItemDecided;
import org.xiangmuzhang.intake.events.SimulationFormalised;
import org.xiangmuzhang.intake.events.SimulationPreApproved;
import org.xiangmuzhang.intake.events.SimulationPreApproved.PinnedMaterial;
import org.xiangmuzhang.intake.events.SimulationPreApproved.PinnedParcel;
import org.xiangmuzhang.intake.events.SimulationReopened;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What never changes about a task; it stands at the head of everything told of it. */
@ValueObject
public record TaskHead(
        UUID id,
        UUID application,
        Region region,
        @Nullable UUID project,
        boolean reviewWaived,
        ItemTerms terms) {

    ClockPaused paused(Procedure begun) {
        return new ClockPaused(
                application,
                region,
                project,
                id,
                terms.code(),
                terms.department(),
                begun.kind().name(),
                begun.from(),
                begun.expectedUntil());
    }

    ClockResumed resumed(
            Procedure ended, LocalDate until, @Nullable LegalClock clock, WorkingDays calendar) {
        return new ClockResumed(
                application,
                region,
                project,
                id,
                terms.code(),
                terms.department(),
                ended.kind().name(),
                ended.from(),
                until,
                clock == null ? null : clock.statutoryDue(calendar),
                clock == null ? null : clock.promisedDue(calendar),
                calendar.version());
    }

    ItemDecided decided(
            Mode mode, Decision decision, @Nullable LegalClock clock, WorkingDays calendar) {
        return new ItemDecided(
                application,
                region,
                project,
                id,
                terms.code(),
                terms.department(),
                mode.name(),
                decision.outcome().name(),
                decision.on(),
                decision.documentNumber(),
                clock == null ? null : clock.statutoryUsed(calendar, decision.on()),
                clock == null ? 0 : clock.promisedUsed(calendar, decision.on()),
                calendar.version(),
                decision.remark());
    }

    SimulationPreApproved preApproved(PreApproval opinion, List<String> waitingFor) {
        return new SimulationPreApproved(
                application,
                region,
                project,
                id,
                terms.code(),
                terms.department(),
                opinion.on(),
                opinion.documentNumber(),
                List.copyOf(waitingFor),
                opinion.planningConditions().size() == 1
                        ? opinion.planningConditions().values().iterator().next()
                        : null,
                opinion.materials().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> new PinnedMaterial(e.getKey(), e.getValue()))
                        .toList(),
                opinion.planningConditions().entrySet().stream()
                        .map(e -> new PinnedParcel(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparing(it -> it.parcel().toString()))
                        .toList());
    }

    SimulationFormalised formalised(
            List<String> conditions,
            List<String> decidedElsewhere,
            ConditionsNow now,
            String number,
            WorkingDays calendar) {
        return new SimulationFormalised(
                application,
                region,
                project,
                id,
                terms.code(),
                terms.department(),
                conditions,
                now.metOn(),
                now.today(),
                number,
                calendar.version(),
                decidedElsewhere);
    }

    SimulationReopened reopened(String reason, LegalClock clock, WorkingDays calendar) {
        return new SimulationReopened(
                application,
                region,
                project,
                id,
                terms.code(),
                terms.department(),
                reason,
                clock.acceptedOn(),
                clock.statutoryDue(calendar),
                clock.promisedDue(calendar),
                calendar.version());
    }
}

package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Entrusts the project's steward with acts in the enterprise's name. */
@Command
public record SignMandate(
        @Association UUID project,
        UUID mandate,
        @Nullable UUID enterprise,
        List<String> acts,
        LocalDate from,
        LocalDate until,
        @Nullable UUID file,
        LocalDate today) {

    private static final List<String> ACTS = List.of("RECEIVE", "SUBMIT", "SUPPLY", "WITHDRAW");

    /** Acts that a mandate may cover, days in order, not over yet. */
    void mustBeSound() {
        if (acts.isEmpty() || !ACTS.containsAll(acts)) {
            throw Refusal.invalid("mandate-acts", "/acts", String.join(", ", ACTS));
        }
        if (until.isBefore(from)) {
            throw Refusal.invalid("mandate-dates", List.of("/from", "/until"), from, until);
        }
        if (until.isBefore(today)) {
            throw Refusal.invalid("mandate-over", "/until", until);
        }
    }
}

package org.xiangmuzhang.intake.domain.check;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 秒批: a decision that rules made, and what a person found of it afterwards.
 *
 * @param check in which the rules saw what they saw
 * @param sampled whether a person has to look at it
 */
@ValueObject
public record RuleDecision(
        UUID task,
        UUID application,
        Region region,
        String item,
        String department,
        UUID check,
        LocalDate decidedOn,
        boolean sampled,
        @Nullable Review review,
        long version) {

    /** What a person found. */
    @ValueObject
    public record Review(boolean right, LocalDate on, UUID by, UUID remark) {}

    /** Refuses what nobody asked a person to look at. */
    public void mustBeDrawn() {
        if (!sampled) {
            throw Refusal.conflict("review-not-asked", item);
        }
    }

    /** Refuses what nobody asked a person to look at, and what somebody has looked at. */
    public RuleDecision reviewed(Review found) {
        mustBeDrawn();
        if (review != null) {
            throw Refusal.conflict("reviewed-already", review.on());
        }
        return new RuleDecision(
                task,
                application,
                region,
                item,
                department,
                check,
                decidedOn,
                true,
                found,
                version);
    }
}

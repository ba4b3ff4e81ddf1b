package org.xiangmuzhang.intake.domain.obligation;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * All that storage keeps of an obligation.
 *
 * @param term null while a promise is only given
 * @param remindedOn when it was called to mind within this term, or null
 * @param cause why it is or was in question, or null
 * @param source where a breach that was reported last came to light, or null
 * @param movedOn the day on which it came to stand where it stands
 * @param remark what was written about it last, or null
 */
@ValueObject
public record ObligationSnapshot(
        ObligationHead head,
        ObligationState state,
        @Nullable Term term,
        @Nullable LocalDate remindedOn,
        @Nullable Cause cause,
        @Nullable String source,
        LocalDate movedOn,
        @Nullable UUID remark,
        long version) {}

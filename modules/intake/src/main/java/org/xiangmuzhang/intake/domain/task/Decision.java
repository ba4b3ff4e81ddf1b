package org.xiangmuzhang.intake.domain.task;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.Outcome;
import org.xiangmuzhang.kernel.Refusal;

import java.time.LocalDate;
import java.util.UUID;

/** The formal result of an item: a document with its number, or a rejection with its reason. */
@ValueObject
public record Decision(
        Outcome outcome,
        LocalDate on,
        UUID by,
        @Nullable String documentNumber,
        @Nullable UUID file,
        @Nullable UUID remark) {

    public Decision {
        if (outcome == Outcome.REJECTED && remark == null) {
            throw Refusal.invalid("rejection-needs-reason", "/reason");
        }
    }
}

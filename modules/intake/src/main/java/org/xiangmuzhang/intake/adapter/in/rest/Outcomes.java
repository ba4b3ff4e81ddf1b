package org.xiangmuzhang.intake.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.xiangmuzhang.intake.port.in.Settled;
import org.xiangmuzhang.kernel.Refusal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What became of each of several, in the order in which they were named. */
record Outcomes(List<Line> items) {

    /**
     * @param rule that refused it, or null when it was done
     * @param detail the rule's sentence, or null
     */
    record Line(UUID id, boolean done, @Nullable String rule, @Nullable String detail) {

        static Line of(Settled settled, MessageSource messages, Locale language) {
            Refusal refusal = settled.refusal();
            return refusal == null
                    ? new Line(settled.id(), true, null, null)
                    : new Line(
                            settled.id(),
                            false,
                            refusal.rule(),
                            messages.getMessage(
                                    "problem." + refusal.rule(),
                                    refusal.arguments().toArray(),
                                    refusal.rule(),
                                    language));
        }
    }
}

package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.xiangmuzhang.kernel.Refusal;

import java.util.Locale;

/** Says on a form why it was refused. */
final class Refusals {

    private Refusals() {}

    /** The rule's sentence, or null when nothing was refused. */
    static @Nullable String sentence(
            @Nullable Refusal refusal, MessageSource messages, Locale language) {
        return refusal == null
                ? null
                : messages.getMessage(
                        "problem." + refusal.rule(),
                        refusal.arguments().toArray(),
                        refusal.rule(),
                        language);
    }
}

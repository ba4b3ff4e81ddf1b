package org.xiangmuzhang.catalog.application.guidance;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.domain.guidance.Gap;
import org.xiangmuzhang.catalog.domain.guidance.Step;
import org.xiangmuzhang.catalog.port.in.SayingGaps;

import java.util.Locale;
import java.util.stream.Collectors;

@Component
class GapWords implements SayingGaps {

    private final MessageSource messages;

    GapWords(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public String sentence(Gap gap, Locale locale) {
        String path = gap.path().stream().map(Step::toString).collect(Collectors.joining(" → "));
        return messages.getMessage(
                "guide.gap." + gap.kind(), new Object[] {gap.subject(), path}, locale);
    }
}

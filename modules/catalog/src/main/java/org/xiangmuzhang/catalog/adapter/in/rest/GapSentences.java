package org.xiangmuzhang.catalog.adapter.in.rest;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.domain.guidance.Gap;
import org.xiangmuzhang.catalog.domain.guidance.GuideRefused;
import org.xiangmuzhang.catalog.domain.guidance.Step;
import org.xiangmuzhang.catalog.port.in.SayingGaps;

import java.util.List;
import java.util.Locale;

/** Says every gap of a guide in the caller's language, with the path to it. */
@Component
class GapSentences {

    private static final String RULE = "guide-gaps";

    private final MessageSource messages;
    private final SayingGaps words;

    GapSentences(MessageSource messages, SayingGaps words) {
        this.messages = messages;
        this.words = words;
    }

    /** A problem document (RFC 9457) that lists the gaps. */
    record GuideProblem(
            String type,
            String title,
            int status,
            String detail,
            String rule,
            List<String> pointers,
            List<GapLine> errors) {}

    /** One gap with the path to it, from the first question on. */
    record GapLine(Gap.Kind kind, String subject, List<Step> path, String detail) {}

    GuideProblem problem(GuideRefused refused, Locale locale) {
        List<GapLine> lines = lines(refused.gaps(), locale);
        return new GuideProblem(
                "urn:xiangmuzhang:problem:" + RULE,
                messages.getMessage("problem-title.422", null, locale),
                422,
                messages.getMessage(
                        "problem." + RULE,
                        new Object[] {lines.size(), lines.getFirst().detail()},
                        locale),
                RULE,
                List.of("/questions"),
                lines);
    }

    List<GapLine> lines(List<Gap> gaps, Locale locale) {
        return gaps.stream()
                .map(
                        gap ->
                                new GapLine(
                                        gap.kind(),
                                        gap.subject(),
                                        gap.path(),
                                        words.sentence(gap, locale)))
                .toList();
    }
}

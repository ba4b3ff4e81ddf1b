package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the rules found, as a page shows it.
 *
 * @param application or null when it was a check before submitting
 * @param setBy place whose version of the rules it was, or null: what was shipped
 */
public record CheckSheet(
        @Nullable UUID application,
        Instant at,
        @Nullable String setBy,
        int version,
        List<Answer> answers,
        List<Item> items) {

    /** A field that was filled in. */
    public record Answer(String field, String nameZh, String nameEn, String value) {}

    /**
     * What was found about an item.
     *
     * @param task or null before it was submitted
     * @param grade of the enterprise's credit, or null when none is known
     * @param depth FULL or FORM
     * @param decidedByRules whether the rules decided it, or before submitting, whether they would
     */
    public record Item(
            @Nullable UUID task,
            String itemCode,
            @Nullable String grade,
            String depth,
            boolean decidedByRules,
            List<Verdict> verdicts) {}

    /**
     * What one rule found.
     *
     * @param subject field or material that it looked at, or a dash
     * @param seen hash of the content that it looked at, or null
     * @param person what the person who decided found, or null: nobody has yet
     */
    public record Verdict(
            String rule,
            String kind,
            String subject,
            boolean passed,
            String reasonZh,
            String reasonEn,
            @Nullable String seen,
            @Nullable Boolean person) {}

    /** Whether a rule is not content. */
    public boolean isFailing() {
        return items.stream().anyMatch(item -> item.verdicts().stream().anyMatch(v -> !v.passed()));
    }
}

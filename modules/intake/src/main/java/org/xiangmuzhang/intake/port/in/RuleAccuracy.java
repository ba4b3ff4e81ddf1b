package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;

/**
 * How often a version of a rule and the persons who decided later agreed.
 *
 * @param rules place whose version of the rules it was, or null: what was shipped
 * @param agreed both let it pass, or both did not
 * @param objectedAlone the rule objected, and the person did not
 * @param passedAlone the rule let pass what the person did not
 */
public record RuleAccuracy(
        String rule,
        String itemCode,
        @Nullable String rules,
        int version,
        String reasonZh,
        String reasonEn,
        long agreed,
        long objectedAlone,
        long passedAlone) {

    public long compared() {
        return agreed + objectedAlone + passedAlone;
    }

    /** Hundredths of what was compared in which both agreed. */
    public long percent() {
        return compared() == 0 ? 0 : Math.round(100.0 * agreed / compared());
    }
}

package org.xiangmuzhang.land.domain;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a set of thresholds must obey before a parcel may carry it. */
public final class ThresholdRules {

    private static final String DAYS = "工作日";
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(3650);

    private final Map<String, Indicator> indicators;
    private final Predicate<String> industry;

    /**
     * @param indicators those that hold at the parcel's place, by code
     * @param industry whether a code is an industry of GB/T 4754
     */
    public ThresholdRules(Map<String, Indicator> indicators, Predicate<String> industry) {
        this.indicators = indicators;
        this.industry = industry;
    }

    /** The same thresholds in the indicators' own words, or a refusal that points at the field. */
    public List<Threshold> check(List<Threshold> proposed) {
        if (proposed.isEmpty()) {
            throw Refusal.invalid("indicators-empty", "/indicators");
        }
        List<Threshold> checked = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < proposed.size(); i++) {
            Threshold threshold = check(proposed.get(i), "/indicators/" + i);
            if (!seen.add(threshold.key())) {
                throw Refusal.invalid(
                        "indicator-twice", "/indicators/" + i + "/code", threshold.key());
            }
            checked.add(threshold);
        }
        return checked;
    }

    private Threshold check(Threshold proposed, String at) {
        Indicator indicator = indicators.get(proposed.code());
        if (indicator == null) {
            throw Refusal.invalid("indicator-unknown", at + "/code", proposed.code());
        }
        boolean choice = indicator.rule() == IndicatorRule.ALLOWED_SET;
        if (choice != (proposed.rule() == IndicatorRule.ALLOWED_SET)) {
            throw Refusal.invalid(
                    "indicator-rule", at + "/rule", proposed.code(), indicator.rule().name());
        }
        if (!indicator.isIn(proposed.unit())) {
            throw Refusal.invalid(
                    "indicator-unit", at + "/unit", proposed.code(), indicator.unitZh());
        }
        checkPollutant(proposed, indicator, at);
        checkBounds(proposed, at);
        if (indicator.unitZh().equals(DAYS)) {
            checkDays(proposed.minimum(), at + "/minimum");
            checkDays(proposed.maximum(), at + "/maximum");
        }
        checkAllowed(proposed, at);
        return new Threshold(
                proposed.code(),
                proposed.pollutant(),
                proposed.rule(),
                proposed.minimum(),
                proposed.maximum(),
                proposed.allowed(),
                indicator.unitZh(),
                proposed.checkedWhen().isEmpty()
                        ? indicator.checkedWhen()
                        : proposed.checkedWhen());
    }

    private static void checkPollutant(Threshold proposed, Indicator indicator, String at) {
        String pollutant = proposed.pollutant();
        boolean right =
                pollutant == null
                        ? indicator.parts().isEmpty()
                        : indicator.parts().contains(pollutant);
        if (!right) {
            throw Refusal.invalid(
                    "indicator-pollutant",
                    at + "/pollutant",
                    proposed.code(),
                    indicator.parts().stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private static void checkBounds(Threshold proposed, String at) {
        IndicatorRule rule = proposed.rule();
        boolean below = rule == IndicatorRule.MIN || rule == IndicatorRule.RANGE;
        boolean above = rule == IndicatorRule.MAX || rule == IndicatorRule.RANGE;
        checkBound(proposed.minimum(), below, proposed, at + "/minimum");
        checkBound(proposed.maximum(), above, proposed, at + "/maximum");
        if (proposed.minimum() != null
                && proposed.maximum() != null
                && proposed.minimum().compareTo(proposed.maximum()) > 0) {
            throw Refusal.invalid(
                    "indicator-range", List.of(at + "/minimum", at + "/maximum"), proposed.code());
        }
    }

    private static void checkBound(
            @Nullable BigDecimal bound, boolean wanted, Threshold proposed, String at) {
        if (wanted != (bound != null) || bound != null && bound.signum() < 0) {
            throw Refusal.invalid(
                    "indicator-threshold", at, proposed.code(), proposed.rule().name());
        }
    }

    /** Whole days that a {@link org.xiangmuzhang.kernel.TimeLimit} can hold. */
    private static void checkDays(@Nullable BigDecimal days, String at) {
        if (days != null
                && (days.compareTo(MOST_DAYS) > 0 || days.stripTrailingZeros().scale() > 0)) {
            throw Refusal.invalid("limit-days", at, days);
        }
    }

    private void checkAllowed(Threshold proposed, String at) {
        if ((proposed.rule() == IndicatorRule.ALLOWED_SET) == proposed.allowed().isEmpty()) {
            throw Refusal.invalid(
                    "indicator-threshold",
                    at + "/allowed",
                    proposed.code(),
                    proposed.rule().name());
        }
        for (String code : proposed.allowed()) {
            if (!industry.test(code)) {
                throw Refusal.invalid("industry-unknown", at + "/allowed", code);
            }
        }
    }
}

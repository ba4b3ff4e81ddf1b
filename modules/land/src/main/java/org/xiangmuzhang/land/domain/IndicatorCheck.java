package org.xiangmuzhang.land.domain;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares what an enterprise declares with what a parcel demands, in exact decimals. */
public final class IndicatorCheck {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");

    private final Area area;
    private final Map<String, String> declared;
    private final Map<String, String> per;

    /**
     * @param declared totals as {@link Measure} asks for them, by {@link Threshold#key()}; also of
     *     what another is divided by
     * @param indicators those that hold at the parcel's place
     */
    public IndicatorCheck(
            Area area, Map<String, String> declared, Collection<Indicator> indicators) {
        this.area = area;
        this.declared = declared;
        this.per = new HashMap<>();
        for (Indicator indicator : indicators) {
            if (indicator.per() != null) {
                per.put(indicator.code(), indicator.per());
            }
        }
    }

    /** One verdict for each threshold, in their order. */
    public List<Verdict> against(List<Threshold> thresholds) {
        Set<String> known = new HashSet<>(per.values());
        thresholds.forEach(threshold -> known.add(threshold.key()));
        for (String key : declared.keySet()) {
            if (!known.contains(key)) {
                throw Refusal.invalid("declared-without-threshold", "/" + key, key);
            }
        }
        return thresholds.stream().map(this::verdict).toList();
    }

    private Verdict verdict(Threshold threshold) {
        String typed = declared.get(threshold.key());
        if (threshold.rule() == IndicatorRule.ALLOWED_SET) {
            return typed == null
                    ? new Verdict(threshold, null, Verdict.Outcome.NOT_DECLARED)
                    : new Verdict(threshold, null, outcome(threshold.accepts(typed)));
        }
        Measure measure = Measure.of(threshold.unit());
        if (typed == null && measure != Measure.PARCEL_AREA) {
            return new Verdict(threshold, null, Verdict.Outcome.NOT_DECLARED);
        }
        Fraction value = measure.value(number(threshold.key()), area, divisor(threshold));
        return new Verdict(threshold, value.shown(), outcome(threshold.accepts(value)));
    }

    private Fraction divisor(Threshold threshold) {
        String other = per.get(threshold.code());
        if (other == null) {
            return Fraction.of(BigDecimal.ONE);
        }
        BigDecimal total = number(other);
        if (total.signum() <= 0) {
            throw Refusal.invalid("declared-divisor-missing", "/" + other, threshold.code(), other);
        }
        return Fraction.of(total);
    }

    private static Verdict.Outcome outcome(boolean met) {
        return met ? Verdict.Outcome.MET : Verdict.Outcome.NOT_MET;
    }

    private BigDecimal number(String key) {
        @Nullable String typed = declared.get(key);
        if (typed == null) {
            return BigDecimal.ZERO;
        }
        if (!NUMBER.matcher(typed).matches()) {
            throw Refusal.invalid("declared-value", "/" + key, key);
        }
        return new BigDecimal(typed);
    }
}

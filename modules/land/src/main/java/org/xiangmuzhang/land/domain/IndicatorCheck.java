package org.xiangmuzhang.land.domain;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares what an enterprise declares with what a parcel demands, in exact decimals. */
public final class IndicatorCheck {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");
    private static final String OUTPUT = "LI-OUTPUT";

    private final Area area;
    private final Map<String, String> declared;

    /**
     * @param declared totals as {@link Measure} asks for them, by {@link Threshold#key()}; the
     *     yearly output as LI-OUTPUT also where it is only needed for the energy
     */
    public IndicatorCheck(Area area, Map<String, String> declared) {
        this.area = area;
        this.declared = declared;
    }

    /** One verdict for each threshold, in their order. */
    public List<Verdict> against(List<Threshold> thresholds) {
        Set<String> known = new HashSet<>(Set.of(OUTPUT));
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
        Fraction value = measure.value(number(threshold.key()), area, number(OUTPUT));
        return new Verdict(threshold, value.shown(), outcome(threshold.accepts(value)));
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

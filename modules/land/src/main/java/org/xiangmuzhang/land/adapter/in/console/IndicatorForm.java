package org.xiangmuzhang.land.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.land.application.ReadingReferences;
import org.xiangmuzhang.land.domain.Indicator;
import org.xiangmuzhang.land.domain.IndicatorRule;
import org.xiangmuzhang.land.domain.Threshold;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The form in which a land officer sets the indicators: for each {@code <code>.min}, {@code
 * <code>.max} or {@code <code>.allowed}; what is left empty is not set. Emissions are set over
 * REST, one by one for each pollutant.
 */
@Component
class IndicatorForm {

    private final ReadingReferences references;

    IndicatorForm(ReadingReferences references) {
        this.references = references;
    }

    List<Threshold> thresholds(Map<String, String> form, Actor actor) {
        List<Threshold> thresholds = new ArrayList<>();
        for (Indicator indicator : references.indicators(actor)) {
            BigDecimal minimum = number(form, indicator.code() + ".min");
            BigDecimal maximum = number(form, indicator.code() + ".max");
            String allowed = form.getOrDefault(indicator.code() + ".allowed", "").strip();
            if (minimum != null || maximum != null || !allowed.isEmpty()) {
                thresholds.add(
                        new Threshold(
                                indicator.code(),
                                null,
                                rule(minimum, maximum),
                                minimum,
                                maximum,
                                allowed.isEmpty() ? Set.of() : Set.of(allowed.split("[,，;；\\s]+")),
                                indicator.unitZh(),
                                indicator.checkedWhen()));
            }
        }
        return thresholds;
    }

    private static IndicatorRule rule(@Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
        if (minimum != null && maximum != null) {
            return IndicatorRule.RANGE;
        }
        if (minimum != null) {
            return IndicatorRule.MIN;
        }
        return maximum != null ? IndicatorRule.MAX : IndicatorRule.ALLOWED_SET;
    }

    private static @Nullable BigDecimal number(Map<String, String> form, String field) {
        String typed = form.getOrDefault(field, "").strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{1,15}(\\.\\d{1,6})?")) {
            throw Refusal.invalid("declared-value", "/" + field, field);
        }
        return new BigDecimal(typed);
    }
}

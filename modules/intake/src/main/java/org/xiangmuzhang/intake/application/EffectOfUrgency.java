package org.xiangmuzhang.intake.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.intake.port.out.FindWaiting;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.Effect;
import org.xiangmuzhang.settings.Values;

import java.util.List;

/** Counts the applications that are urgent now and would be; places below that differ included. */
@Component
class EffectOfUrgency implements Effect {

    private final FindWaiting waiting;
    private final Regions regions;
    private final CaseFiles cases;
    private final LocalRules rules;

    EffectOfUrgency(FindWaiting waiting, Regions regions, CaseFiles cases, LocalRules rules) {
        this.waiting = waiting;
        this.regions = regions;
        this.cases = cases;
        this.rules = rules;
    }

    @Override
    public String setting() {
        return LocalRules.ACCEPTANCE.name();
    }

    @Override
    public List<Line> of(Region place, Values values) {
        return List.of(
                new Line(
                        "intake.effect.urgent",
                        urgent(place, rules.urgentFrom(place, cases.today())),
                        urgent(place, values.whole("urgentFrom"))));
    }

    private long urgent(Region place, int from) {
        return waiting.unacceptedSince(
                regions.within(place), cases.calendar().plus(cases.today(), -from));
    }
}

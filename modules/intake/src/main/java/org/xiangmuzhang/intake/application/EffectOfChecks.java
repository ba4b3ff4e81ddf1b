package org.xiangmuzhang.intake.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.intake.domain.check.Rule;
import org.xiangmuzhang.intake.domain.check.RuleSet;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.Effect;
import org.xiangmuzhang.settings.Values;

import java.util.List;

/** How many items rules would look at and decide; what was received keeps its verdicts. */
@Component
class EffectOfChecks implements Effect {

    private final LocalChecks local;
    private final CaseFiles cases;

    EffectOfChecks(LocalChecks local, CaseFiles cases) {
        this.local = local;
        this.cases = cases;
    }

    @Override
    public String setting() {
        return LocalChecks.CHECKS.name();
    }

    @Override
    public List<Line> of(Region place, Values values) {
        RuleSet now = local.at(place, cases.today());
        RuleSet then = LocalChecks.ruleSet(null, 0, values);
        return List.of(
                new Line("intake.effect.rules", now.rules().size(), then.rules().size()),
                new Line("intake.effect.checked", checked(now), checked(then)),
                new Line("intake.effect.instant", now.complete().size(), then.complete().size()),
                new Line("intake.effect.review", now.reviewShare(), then.reviewShare()));
    }

    private static long checked(RuleSet rules) {
        return rules.rules().stream().map(Rule::item).distinct().count();
    }
}

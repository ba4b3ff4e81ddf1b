package org.xiangmuzhang.land.application;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.land.domain.Indicator;
import org.xiangmuzhang.land.domain.PublishedValue;
import org.xiangmuzhang.land.domain.RegionalEvaluation;
import org.xiangmuzhang.land.domain.UnitConversion;
import org.xiangmuzhang.land.port.out.LandReferences;

import java.util.List;

/** Looking at the tables that hold at the actor's place. */
@Service
@Transactional(readOnly = true)
public class ReadingReferences {

    private final LandReferences references;

    ReadingReferences(LandReferences references) {
        this.references = references;
    }

    public List<Indicator> indicators(Actor actor) {
        return references.indicators(actor.region());
    }

    public List<RegionalEvaluation> evaluations(Actor actor) {
        return references.evaluations(actor.region());
    }

    public List<UnitConversion> conversions() {
        return references.conversions();
    }

    public List<PublishedValue> values() {
        return references.values();
    }
}

package org.xiangmuzhang.land.adapter.in.rest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.land.domain.Indicator;
import org.xiangmuzhang.land.domain.PublishedValue;
import org.xiangmuzhang.land.domain.RegionalEvaluation;
import org.xiangmuzhang.land.domain.UnitConversion;
import org.xiangmuzhang.land.port.out.LandReferences;

import java.util.List;

/** The tables as they hold at the caller's place; short, so without pages. */
@RestController
@RequestMapping("/api/land")
class LandReferencesController {

    private final LandReferences references;

    LandReferencesController(LandReferences references) {
        this.references = references;
    }

    @GetMapping("/indicators")
    List<Indicator> indicators(Actor actor) {
        return references.indicators(actor.region());
    }

    @GetMapping("/regional-evaluations")
    List<RegionalEvaluation> evaluations(Actor actor) {
        return references.evaluations(actor.region());
    }

    @GetMapping("/unit-conversions")
    List<UnitConversion> conversions() {
        return references.conversions();
    }

    @GetMapping("/published-values")
    List<PublishedValue> values() {
        return references.values();
    }
}

package org.xiangmuzhang.land.adapter.in.rest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.land.application.ReadingReferences;
import org.xiangmuzhang.land.domain.Indicator;
import org.xiangmuzhang.land.domain.PublishedValue;
import org.xiangmuzhang.land.domain.RegionalEvaluation;
import org.xiangmuzhang.land.domain.UnitConversion;

import java.util.List;

/** The tables as they hold at the caller's place; short, so without pages. */
@RestController
@RequestMapping("/api/land")
class LandReferencesController {

    private final ReadingReferences reading;

    LandReferencesController(ReadingReferences reading) {
        this.reading = reading;
    }

    @GetMapping("/indicators")
    List<Indicator> indicators(Actor actor) {
        return reading.indicators(actor);
    }

    @GetMapping("/regional-evaluations")
    List<RegionalEvaluation> evaluations(Actor actor) {
        return reading.evaluations(actor);
    }

    @GetMapping("/unit-conversions")
    List<UnitConversion> conversions() {
        return reading.conversions();
    }

    @GetMapping("/published-values")
    List<PublishedValue> values() {
        return reading.values();
    }
}

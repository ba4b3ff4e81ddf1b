package org.xiangmuzhang.land.port.out;

import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.land.domain.Indicator;
import org.xiangmuzhang.land.domain.PublishedValue;
import org.xiangmuzhang.land.domain.RegionalEvaluation;
import org.xiangmuzhang.land.domain.UnitConversion;

import java.util.List;

/** The tables that parcels are judged by: a place's own row, else the template's. */
public interface LandReferences {

    /** Indicators that hold at a place, in their order. */
    List<Indicator> indicators(Region region);

    /** Regional evaluations that hold at a place, by code. */
    List<RegionalEvaluation> evaluations(Region region);

    /** All conversions. */
    List<UnitConversion> conversions();

    /** What places published, by id. */
    List<PublishedValue> values();
}

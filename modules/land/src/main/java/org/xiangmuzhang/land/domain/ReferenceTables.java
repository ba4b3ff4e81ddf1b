package org.xiangmuzhang.land.domain;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.List;

/**
 * The tables that ship with the platform and hold wherever a place has none of its own.
 *
 * @param fingerprint SHA-256 of what they were read from; the same one is imported once
 */
@ValueObject
public record ReferenceTables(
        String fingerprint,
        List<Indicator> indicators,
        List<PublishedValue> values,
        List<RegionalEvaluation> evaluations,
        List<UnitConversion> conversions) {}

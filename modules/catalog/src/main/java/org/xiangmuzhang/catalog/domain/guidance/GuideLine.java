package org.xiangmuzhang.catalog.domain.guidance;

import org.jmolecules.ddd.annotation.ValueObject;

/** A guide in a list. */
@ValueObject
public record GuideLine(
        String code,
        String version,
        String nameZh,
        String nameEn,
        String summaryZh,
        String summaryEn) {}

package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;

/** An organ, utility or partner that decides or takes part. */
@ValueObject
public record Department(String code, String nameZh, String nameEn) {}

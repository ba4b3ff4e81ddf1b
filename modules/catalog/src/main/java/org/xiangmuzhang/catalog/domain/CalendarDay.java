package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;

import java.time.LocalDate;

/**
 * A day that differs from the plain week.
 *
 * @param kind HOLIDAY, IN_LIEU_OFF, MAKEUP_WORKDAY or STATUTORY_PROJECTED
 * @param official false when only the holiday rules were applied
 */
@ValueObject
public record CalendarDay(
        LocalDate date,
        boolean working,
        String kind,
        String festivalZh,
        String festivalEn,
        boolean official) {}

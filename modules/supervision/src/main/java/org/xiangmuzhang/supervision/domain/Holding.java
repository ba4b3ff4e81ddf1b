package org.xiangmuzhang.supervision.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A stretch of days with one holder, both ends included.
 *
 * @param until the last day, or null while it lasts
 */
@ValueObject
public record Holding(LocalDate from, @Nullable LocalDate until, Holder holder) {

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    Holding endingOn(LocalDate last) {
        return new Holding(from, last, holder);
    }
}

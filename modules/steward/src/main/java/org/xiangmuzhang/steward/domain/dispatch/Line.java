package org.xiangmuzhang.steward.domain.dispatch;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A line of an agenda.
 *
 * @param times at which time it is on an agenda of the place, from 1
 * @param remark id of the minutes
 * @param ticket that the minutes made
 */
public record Line(
        UUID id,
        int number,
        Matter matter,
        int times,
        Outcome outcome,
        @Nullable UUID remark,
        @Nullable UUID ticket) {

    /** The same at another number. */
    public Line at(int other) {
        return new Line(id, other, matter, times, outcome, remark, ticket);
    }

    Line treated(Outcome as, @Nullable UUID written, @Nullable UUID made) {
        return new Line(id, number, matter, times, as, written, made);
    }
}

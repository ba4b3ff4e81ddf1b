package org.xiangmuzhang.supervision.domain;

import org.jmolecules.ddd.annotation.ValueObject;

/** From how many percent of a limit the lights turn; a local matter. */
@ValueObject
public record Thresholds(int yellowFromPercent, int orangeFromPercent) {

    public Thresholds {
        if (yellowFromPercent < 0
                || orangeFromPercent < yellowFromPercent
                || orangeFromPercent > 100) {
            throw new IllegalArgumentException(
                    "Thresholds must rise from 0 to 100 percent: %d, %d"
                            .formatted(yellowFromPercent, orangeFromPercent));
        }
    }

    /** What a clock that was read by them is marked with. */
    public String mark() {
        return yellowFromPercent + "/" + orangeFromPercent;
    }

    /** Days of a limit after which a percentage is reached. */
    static int days(int percent, int limit) {
        return Math.ceilDiv(percent * limit, 100);
    }
}

package org.xiangmuzhang.supervision.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 好差评 of a matter (GB/T 39735-2020).
 *
 * @param score 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意; the last two are bad
 * @param remark id of the free text, or null
 */
@ValueObject
public record Rating(
        UUID application,
        Region region,
        @Nullable UUID project,
        UUID enterprise,
        int score,
        @Nullable UUID remark,
        UUID by,
        LocalDate on) {

    /** A place in a list of ratings, which come by day and application. */
    public record Place(LocalDate on, UUID application) {}

    public Rating {
        mustBeScore(score);
    }

    /** Whether it calls for a call back. */
    public boolean isBad() {
        return score <= 2;
    }

    /** Refuses what is not one of the five grades. */
    public static void mustBeScore(int score) {
        if (score < 1 || score > 5) {
            throw Refusal.invalid("rating-score", "/score", score);
        }
    }
}

package org.xiangmuzhang.supervision.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.parties.PassingOn;
import org.xiangmuzhang.supervision.port.out.Ratings;

import java.time.LocalDate;
import java.util.UUID;

/** Ratings by an enterprise that is merged away are the kept one's. */
@Component
class RatingsOfMerged implements PassingOn {

    private final Ratings ratings;

    RatingsOfMerged(Ratings ratings) {
        this.ratings = ratings;
    }

    @Override
    public void passOn(UUID dissolved, UUID kept, LocalDate on) {
        ratings.passOn(dissolved, kept);
    }
}

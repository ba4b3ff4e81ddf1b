package org.xiangmuzhang.steward.domain.book;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A chapter: the assessment of one item.
 *
 * @param department kind of the unit that gives its opinion
 * @param reads meanings of the shared data that it uses
 * @param needs those of them without which there is no opinion
 * @param remark id of the opinion in words
 * @param stale whether a datum that it used has changed since the opinion
 * @param bookedOn when the cost was booked, or null
 */
public record Chapter(
        String item,
        String department,
        Set<String> reads,
        Set<String> needs,
        @Nullable ChapterVerdict verdict,
        @Nullable UUID remark,
        @Nullable LocalDate givenOn,
        boolean stale,
        @Nullable Cost cost,
        @Nullable LocalDate bookedOn) {

    public Chapter {
        reads = Set.copyOf(reads);
        needs = Set.copyOf(needs);
    }

    /** A chapter of which nothing is known yet. */
    public static Chapter of(String item, String department, Set<String> reads, Set<String> needs) {
        return new Chapter(item, department, reads, needs, null, null, null, false, null, null);
    }

    /** An opinion that still holds. */
    public boolean isAgreed() {
        return verdict == ChapterVerdict.AGREED && !stale;
    }

    /** Whether its department has to give its opinion, for the first time or again. */
    public boolean isAwaited() {
        return verdict == null || stale;
    }

    Chapter judged(ChapterVerdict said, UUID why, LocalDate on) {
        return new Chapter(item, department, reads, needs, said, why, on, false, cost, bookedOn);
    }

    Chapter outdated() {
        return new Chapter(
                item, department, reads, needs, verdict, remark, givenOn, true, cost, bookedOn);
    }

    Chapter booked(Cost paid, LocalDate on) {
        return new Chapter(
                item, department, reads, needs, verdict, remark, givenOn, stale, paid, on);
    }
}

package org.xiangmuzhang.steward.domain.session;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A department that is asked to a session.
 *
 * @param department kind of the unit
 * @param items codes of the items for which it comes
 * @param suits which of the times suit it, null while it has not answered
 * @param remark id of its opinion in words
 */
public record Invitation(
        String department,
        List<String> items,
        @Nullable List<Instant> suits,
        @Nullable Verdict verdict,
        @Nullable UUID remark) {

    public Invitation {
        items = List.copyOf(items);
        suits = suits == null ? null : List.copyOf(suits);
    }

    Invitation suited(List<Instant> times) {
        return new Invitation(department, items, times, verdict, remark);
    }

    Invitation judged(Verdict said, @Nullable UUID why) {
        return new Invitation(department, items, suits, said, why);
    }
}

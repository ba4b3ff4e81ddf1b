package org.xiangmuzhang.steward.domain.session;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a session was called for; it stays as it is.
 *
 * @param mock 模拟验收: a rehearsal before the acceptance in earnest
 * @param previous the session of which only the open points come here, or null
 * @param root the first of such sessions, or this one
 * @param place id of the words that say where, or null when it is held online
 * @param hall code of the hall whose hours hold, or the empty text
 * @param file drawings or another paper that is looked at, or null
 * @param answerBy the day until which departments say when they can
 * @param minutes how long it takes
 */
public record Call(
        UUID id,
        Region region,
        UUID project,
        SessionKind kind,
        boolean mock,
        Part part,
        @Nullable UUID previous,
        UUID root,
        @Nullable UUID place,
        String hall,
        @Nullable UUID file,
        LocalDate calledOn,
        LocalDate answerBy,
        int minutes) {

    public Call {
        if (kind != SessionKind.ACCEPTANCE && (mock || !part.isWhole())) {
            throw Refusal.invalid("session-acceptance-only", mock ? "/mock" : "/part");
        }
        if (minutes < 15 || minutes > 480) {
            throw Refusal.invalid("session-minutes", "/minutes", minutes);
        }
    }
}

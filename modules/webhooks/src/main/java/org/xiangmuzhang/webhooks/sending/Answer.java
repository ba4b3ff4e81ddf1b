package org.xiangmuzhang.webhooks.sending;

import org.jspecify.annotations.Nullable;

/**
 * What came of one try.
 *
 * @param status the receiver's HTTP status, null when it gave none
 */
public record Answer(Outcome outcome, @Nullable Integer status) {

    static Answer of(Outcome outcome) {
        return new Answer(outcome, null);
    }

    /** Whether the receiver took it: any status from 200 to 299. */
    public boolean isTaken() {
        return status != null && status >= 200 && status < 300;
    }
}

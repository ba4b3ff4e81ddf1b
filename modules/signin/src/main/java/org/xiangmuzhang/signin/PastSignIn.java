package org.xiangmuzhang.signin;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in that was tried.
 *
 * @param network {@code IPv4} or {@code IPv6}; no address is kept
 * @param device kind of browser and of system, or null when it said nothing
 */
record PastSignIn(UUID id, Instant at, Outcome outcome, String network, @Nullable String device) {

    enum Outcome {
        SUCCEEDED,
        FAILED,
        PASSWORD_SET
    }
}

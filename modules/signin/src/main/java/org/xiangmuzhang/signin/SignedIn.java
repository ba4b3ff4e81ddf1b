package org.xiangmuzhang.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A session of the console.
 *
 * @param id stands for it and opens nothing, unlike the session's own
 * @param device what the browser called itself at sign-in, or null
 * @param current whether the request that asks comes from it
 */
record SignedIn(
        String id, Instant since, Instant lastUsed, @Nullable String device, boolean current) {

    static final String DEVICE = "device";
    private static final int LONGEST = 200;

    /** Keeps what the browser calls itself with the session that has just begun. */
    static void note(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        if (agent != null) {
            request.getSession()
                    .setAttribute(DEVICE, agent.substring(0, Math.min(LONGEST, agent.length())));
        }
    }
}

package org.xiangmuzhang.webhooks;

import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where an enterprise's own system wants to hear.
 *
 * @param kinds public names of the events that it wants
 */
record Endpoint(
        UUID id,
        Region region,
        UUID enterprise,
        String url,
        List<String> kinds,
        State state,
        Instant createdAt,
        long version) {

    /** Whether it is sent to; what happens meanwhile waits. */
    enum State {
        ACTIVE,
        /** By the enterprise. */
        PAUSED,
        /** By the platform, when a delivery had failed for the last time. */
        FAILED
    }

    /** What its secret is sealed about. */
    static String about(UUID id) {
        return "webhook secret of " + id;
    }
}

package org.xiangmuzhang.webhooks;

import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Something in the log that an enterprise's system may be told of.
 *
 * @param id of the event in the log, and of everything that tells of it
 */
record Happening(
        UUID id, Instant at, Kind kind, UUID application, Region region, Map<String, Object> data) {

    /** Begins what is told of an application's event. */
    static Map<String, Object> data(LoggedEvent event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("application", event.subject().toString());
        if (event.project() != null) {
            data.put("project", event.project().toString());
        }
        return data;
    }

    CloudEvent told() {
        return new CloudEvent(
                "1.0",
                id,
                "urn:xiangmuzhang:region:" + region.code(),
                kind.type(),
                application.toString(),
                at.toString(),
                "application/json",
                data);
    }
}

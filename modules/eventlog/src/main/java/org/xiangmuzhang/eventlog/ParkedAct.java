package org.xiangmuzhang.eventlog;

import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.util.UUID;

/**
 * What an operator did about a parked event.
 *
 * @param position of the event in the log
 * @param type the event's name
 * @param reason as it was given: the id of a remark
 * @param handled how many events of the subject the consumer handled then
 */
public record ParkedAct(
        UUID id,
        Kind kind,
        String consumer,
        UUID subject,
        long position,
        String type,
        Region region,
        UUID person,
        Instant at,
        String reason,
        int handled) {

    public enum Kind {
        RETRIED,
        PASSED_OVER
    }
}

package org.xiangmuzhang.steward.adapter.out.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.xiangmuzhang.eventlog.EventTypes;
import org.xiangmuzhang.eventlog.axon.Payloads;
import org.xiangmuzhang.kernel.EventType;

import java.nio.charset.StandardCharsets;

/**
 * Whatever stands in the log as one of this context's events, or of those it hears, is read in its
 * newest version, and reads the same again, or is unreadable.
 */
class EventPayloadsFuzzTests {

    private static final EventTypes TYPES = EventTypes.below("org.xiangmuzhang");
    private static final Payloads PAYLOADS =
            new Payloads(
                    TYPES,
                    new PlanGotItsWords(),
                    new PlanWasWhole(),
                    new PlanGotItsDay(),
                    new StagesGotTargets());

    /** Name, version and payload, with blanks between. */
    @FuzzTest
    void stored(byte[] stored) {
        String[] parts = new String(stored, StandardCharsets.UTF_8).split(" ", 3);
        if (parts.length < 3) {
            return;
        }
        Object read = PAYLOADS.read(parts[0], parts[1], parts[2].getBytes(StandardCharsets.UTF_8));
        if (read != null) {
            EventType type = TYPES.of(read.getClass());
            String version = Integer.toString(type.version());
            assertThat(PAYLOADS.read(type.name(), version, PAYLOADS.written(read))).isEqualTo(read);
        }
    }
}

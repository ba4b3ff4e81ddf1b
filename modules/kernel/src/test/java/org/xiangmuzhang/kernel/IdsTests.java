package org.xiangmuzhang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

class IdsTests {

    /** Later than any other test of this process. */
    private static final Instant NOON = Instant.parse("2099-06-01T04:00:00Z");

    @Test
    void isAUuidOfVersionSevenWithTheTimeOfItsMaking() {
        Instant later = NOON.plus(Duration.ofDays(1));

        UUID id = Ids.next(Clock.fixed(later, ZoneOffset.UTC));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(later.toEpochMilli());
    }

    @Test
    void growsStrictlyWithinAMillisecondAndWhenAClockGoesBack() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Instant at = i % 2 == 0 ? NOON : NOON.minusSeconds(60);
            made.add(Ids.next(Clock.fixed(at, ZoneOffset.UTC)).toString());
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }
}

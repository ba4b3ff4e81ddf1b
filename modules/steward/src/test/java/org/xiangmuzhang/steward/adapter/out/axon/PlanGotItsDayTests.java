package org.xiangmuzhang.steward.adapter.out.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.eventlog.EventTypes;
import org.xiangmuzhang.eventlog.axon.Payloads;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.steward.events.PlanDrawn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

class PlanGotItsDayTests {

    private static final Payloads PAYLOADS =
            new Payloads(EventTypes.below("org.xiangmuzhang"), new PlanGotItsDay());

    @Test
    void anOldPlanWasDrawnOnTheDayOfItsEventInChina() {
        Object read =
                PAYLOADS.read(
                        "steward.plan-drawn",
                        "3",
                        PAYLOADS.written(plan()),
                        Instant.parse("2026-11-01T16:30:00Z"));

        assertThat(read)
                .isInstanceOfSatisfying(
                        PlanDrawn.class, plan -> assertThat(plan.on()).isEqualTo("2026-11-02"));
    }

    private static PlanDrawn plan() {
        LocalDate day = LocalDate.of(2026, 11, 2);
        return new PlanDrawn(
                new UUID(0, 1),
                new Region("140500"),
                1,
                "test",
                null,
                day,
                day,
                null,
                false,
                "1",
                "1",
                true,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}

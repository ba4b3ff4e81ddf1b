package org.xiangmuzhang.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkingConsumersTests {

    @Test
    void areThoseThatACaseGivesSomethingToDo() {
        assertThat(WorkingConsumers.names())
                .containsExactly(
                        "intake.simulations",
                        "steward.automations",
                        "steward.board",
                        "steward.wall",
                        "supervision.help",
                        "supervision.ledger",
                        "supervision.promises",
                        "webhooks.deliveries");
    }
}

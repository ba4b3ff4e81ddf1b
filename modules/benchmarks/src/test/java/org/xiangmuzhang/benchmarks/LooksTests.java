package org.xiangmuzhang.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xiangmuzhang.benchmarks.Looks.Look;

import java.util.Map;

class LooksTests {

    private final Looks looks = new Looks();

    private void seen(long moment, long head, long board, long ledger) {
        looks.add(new Look(moment, head, Map.of("board", board, "ledger", ledger)));
    }

    @Test
    void whatWasInTheLogIsHeldWhenTheSlowestHasIt() {
        seen(10, 5, 5, 2);
        seen(20, 8, 8, 4);
        seen(30, 9, 9, 8);
        assertThat(looks.held(5)).hasValue(30);
        assertThat(looks.held(15)).hasValue(30);
    }

    @Test
    void whatNobodySawHeldIsNotHeld() {
        seen(10, 5, 5, 2);
        seen(20, 8, 8, 4);
        assertThat(looks.held(15)).isEmpty();
        assertThat(looks.held(25)).isEmpty();
    }

    @Test
    void theSlowestIsWhoIsBehindOnTheAverage() {
        seen(10, 10, 0, 9);
        seen(20, 20, 20, 12);
        seen(30, 30, 30, 22);
        assertThat(looks.slowest()).isEqualTo("ledger");
        assertThat(looks.behind("ledger")).isEqualTo((1 + 8 + 8) / 3.0);
        assertThat(looks.consumers()).containsExactly("board", "ledger");
    }

    @Test
    void aBacklogGrowsByMoreThanComesWithinASecond() {
        seen(10, 100, 100, 90);
        seen(20, 200, 190, 200);
        seen(30, 300, 300, 289);
        assertThat(looks.behind(0, 3)).isEqualTo(10);
        assertThat(looks.behind(2, 3)).isEqualTo(11);
        assertThat(looks.backlogGrows(1)).isFalse();
        assertThat(looks.backlogGrows(0.9)).isTrue();
    }
}

package org.xiangmuzhang.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import java.util.List;
import java.util.Map;

class SlotsTests {

    private record Contribution(String name, String template, Map<String, Object> shown)
            implements Slot {
        @Override
        public Map<String, Object> model(Map<String, Object> context) {
            return shown;
        }
    }

    @Test
    void givesWhatFillsThePlaceAndNothingElse() {
        Slots slots =
                slots(
                        new Contribution("a.page.head", "b/slots :: one", Map.of("x", 1)),
                        new Contribution("a.page.foot", "b/slots :: two", Map.of("x", 2)));

        assertThat(slots.of("a.page.head", Map.of()))
                .containsExactly(new Slots.Filling("b/slots", "one", Map.of("x", 1)));
        assertThat(slots.of("a.page.side", Map.of())).isEmpty();
    }

    @Test
    void leavesOutWhatHasNothingToShow() {
        Slots slots = slots(new Contribution("a.page.head", "b/slots :: one", Map.of()));

        assertThat(slots.of("a.page.head", Map.of())).isEmpty();
    }

    @Test
    void saysWhichSlotNamesNoFragment() {
        Slots slots = slots(new Contribution("a.page.head", "b/slots", Map.of("x", 1)));

        assertThatThrownBy(() -> slots.of("a.page.head", Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a.page.head");
    }

    private static Slots slots(Slot... contributions) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (Slot slot : List.of(contributions)) {
            beans.addBean("slot" + beans.getBeanDefinitionCount(), slot);
        }
        return new Slots(beans.getBeanProvider(Slot.class));
    }
}

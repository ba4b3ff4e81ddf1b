package org.xiangmuzhang.console;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * The places on pages and what fills them. A page opens a place by {@code
 * th:replace="~{console/slots :: fill('steward.project.header', ${facts})}"}, where facts is a map.
 */
@Component("slots")
public final class Slots {

    private final ObjectProvider<Slot> slots;

    Slots(ObjectProvider<Slot> slots) {
        this.slots = slots;
    }

    /**
     * One contribution, ready to render.
     *
     * @param template template name, such as {@code supervision/slots}
     * @param fragment fragment in it, such as {@code lights}
     * @param model what the fragment reads as {@code model}
     */
    public record Filling(String template, String fragment, Map<String, Object> model) {}

    /** Everything that fills this place, in order. */
    public List<Filling> of(String name, Map<String, Object> context) {
        return slots.orderedStream()
                .filter(slot -> slot.name().equals(name))
                .map(slot -> filling(slot, context))
                .filter(filling -> !filling.model().isEmpty())
                .toList();
    }

    private static Filling filling(Slot slot, Map<String, Object> context) {
        String[] parts = slot.template().split("::", 2);
        if (parts.length < 2) {
            throw new IllegalStateException(
                    "slot " + slot.name() + " names no fragment: " + slot.template());
        }
        return new Filling(parts[0].strip(), parts[1].strip(), slot.model(context));
    }
}

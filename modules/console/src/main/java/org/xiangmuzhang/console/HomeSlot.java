package org.xiangmuzhang.console;

import org.springframework.beans.factory.ObjectProvider;
import org.xiangmuzhang.kernel.Actor;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What one context puts on the home page, by who looks at it.
 *
 * @param visitors who looks
 * @param waiting what waits for an actor, the most urgent list first; empty for nothing
 */
public record HomeSlot(
        ObjectProvider<CurrentVisitor> visitors, Function<Actor, List<Waiting>> waiting)
        implements Slot {

    @Override
    public String name() {
        return "console.home";
    }

    @Override
    public String template() {
        return "console/components :: waiting";
    }

    @Override
    public Map<String, Object> model(Map<String, Object> context) {
        CurrentVisitor current = visitors.getIfAvailable();
        Visitor visitor = current == null ? null : current.get();
        List<Waiting> shown = visitor == null ? List.of() : waiting.apply(visitor.actor());
        return shown.isEmpty() ? Map.of() : Map.of("waiting", shown);
    }
}

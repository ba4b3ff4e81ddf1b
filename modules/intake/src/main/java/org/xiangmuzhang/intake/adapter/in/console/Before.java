package org.xiangmuzhang.intake.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.spi.ProjectPlans.Elsewhere;
import org.xiangmuzhang.intake.spi.ProjectPlans.Step;
import org.xiangmuzhang.kernel.Region;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What comes before an item in its project's plan, and how it stands: decided here or elsewhere.
 *
 * @param state as {@link Step} has it
 * @param elsewhere how it was decided outside the platform, or null
 */
record Before(String name, String state, @Nullable Elsewhere elsewhere) {

    static List<Before> of(List<Step> steps, Collection<String> items, Region place, Words words) {
        Set<String> before = new HashSet<>();
        steps.stream()
                .filter(step -> items.contains(step.itemCode()))
                .forEach(step -> before.addAll(step.before()));
        return steps.stream()
                .filter(step -> before.contains(step.itemCode()))
                .filter(step -> !items.contains(step.itemCode()))
                .filter(step -> !step.state().equals("DROPPED"))
                .map(
                        step ->
                                new Before(
                                        words.item(place, step.itemCode()),
                                        step.state(),
                                        step.elsewhere()))
                .toList();
    }
}

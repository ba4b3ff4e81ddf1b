package org.xiangmuzhang.steward.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.steward.port.in.PlanSheet;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be supposed of a plan, with words. */
final class WhatIfChoices {

    private static final Set<String> OPEN = Set.of("PLANNED", "RUNNING", "PAUSED", "SIMULATED");

    private final PlanSheet plan;
    private final @Nullable ProjectType type;
    private final List<MergedItem> merged;
    private final ItemWords words;

    WhatIfChoices(
            PlanSheet plan, @Nullable ProjectType type, List<MergedItem> merged, ItemWords words) {
        this.plan = plan;
        this.type = type;
        this.merged = merged;
        this.words = words;
    }

    /** Items that may slip. */
    Map<String, String> items() {
        return open("SLIPS~", new LinkedHashMap<>());
    }

    /** What may be on a day: the land right, the start, the end of any open item. */
    Map<String, String> days() {
        Map<String, String> days = new LinkedHashMap<>();
        days.put("LAND_RIGHT", words.say("steward.what-if.land"));
        days.put("STARTS", words.say("steward.what-if.start"));
        return open("ENDS~", days);
    }

    private Map<String, String> open(String prefix, Map<String, String> into) {
        plan.steps().stream()
                .filter(step -> OPEN.contains(step.state()))
                .forEach(step -> into.put(prefix + step.itemCode(), words.item(step)));
        return into;
    }

    /** Courses that may be left, and those that may be taken, by the plan's own form. */
    Map<String, String> courses() {
        Map<String, String> courses = new LinkedHashMap<>();
        PlanSheet.Wishes chosen = plan.courses();
        put(courses, "PARALLEL", List.of(""), chosen.parallel() ? List.of("") : List.of());
        put(courses, "MERGED", mergeable(), chosen.merged());
        put(courses, "SIMULATED", simulatable(), chosen.simulated());
        put(courses, "OWED", of(Item::deficiencyTolerant), chosen.owed());
        return courses;
    }

    private void put(
            Map<String, String> courses,
            String kind,
            Collection<String> possible,
            Collection<String> chosen) {
        chosen.forEach(item -> put(courses, "LEAVES", kind, item));
        possible.stream()
                .filter(item -> !chosen.contains(item))
                .forEach(item -> put(courses, "TAKES", kind, item));
    }

    private void put(Map<String, String> courses, String act, String kind, String item) {
        courses.put(
                act + "~" + kind + "~" + item,
                words.say(
                        "steward.what-if.line." + act,
                        words.say("steward.course." + kind),
                        item.isEmpty() ? "" : words.item(item)));
    }

    private List<String> mergeable() {
        List<String> codes = of(item -> true);
        return merged.stream()
                .filter(
                        one ->
                                codes.contains(one.code())
                                        || one.replaces().stream().anyMatch(codes::contains))
                .map(MergedItem::code)
                .toList();
    }

    private List<String> simulatable() {
        if (type == null) {
            return List.of();
        }
        Set<String> waiting =
                type.dependencies().stream()
                        .filter(it -> it.relaxableBy() == Dependency.Relaxation.MOCK)
                        .map(Dependency::to)
                        .collect(Collectors.toSet());
        return of(item -> item.simulatable() && !item.milestone() && waiting.contains(item.code()));
    }

    private List<String> of(java.util.function.Predicate<Item> which) {
        return type == null
                ? List.of()
                : type.items().stream()
                        .map(ProjectType.Need::item)
                        .filter(which)
                        .map(Item::code)
                        .toList();
    }
}

package org.xiangmuzhang.steward.domain.plan;

import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Dependency.Relaxation;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.Refusal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether courses may be chosen for a project of a type. Each refusal names the item at fault. */
public final class CourseRules {

    private final ProjectType type;
    private final List<MergedItem> merged;
    private final Map<String, ProjectType.Need> needs = new HashMap<>();

    private CourseRules(ProjectType type, List<MergedItem> merged) {
        this.type = type;
        this.merged = merged;
        type.items().forEach(need -> needs.put(need.item().code(), need));
    }

    /** Refuses courses that the type, the place or the law do not allow. */
    public static void check(ProjectType type, List<MergedItem> merged, Courses courses) {
        var rules = new CourseRules(type, merged);
        courses.conditional().stream().sorted().forEach(rules::mustBeConditional);
        courses.simulated().stream().sorted().forEach(rules::mustBeSimulatable);
        courses.merged().stream().sorted().forEach(rules::mustReplaceSomething);
        courses.owed().stream().sorted().forEach(rules::mustTolerateDeficiency);
    }

    private void mustBeConditional(String code) {
        if (need(code, "/conditional").mandatory()) {
            throw Refusal.invalid("plan-item-not-conditional", "/conditional", code);
        }
    }

    /** 模拟审批: for items marked so, and only where a condition may come later. */
    private void mustBeSimulatable(String code) {
        Item item = need(code, "/simulated").item();
        if (!item.simulatable() || item.milestone()) {
            throw Refusal.invalid("plan-item-not-simulatable", "/simulated", code);
        }
        if (!hasEdgeInto(code, Relaxation.MOCK)) {
            throw Refusal.invalid("plan-nothing-to-simulate", "/simulated", code);
        }
    }

    private void mustReplaceSomething(String code) {
        MergedItem found =
                merged.stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElseThrow(
                                () -> Refusal.invalid("plan-item-not-merged", "/merged", code));
        if (!needs.containsKey(code) && found.replaces().stream().noneMatch(needs::containsKey)) {
            throw Refusal.invalid("plan-nothing-to-merge", "/merged", code);
        }
    }

    private void mustTolerateDeficiency(String code) {
        Item item = need(code, "/owed").item();
        if (!item.deficiencyTolerant()) {
            throw Refusal.invalid("plan-item-not-tolerant", "/owed", code);
        }
    }

    private ProjectType.Need need(String code, String pointer) {
        ProjectType.Need need = needs.get(code);
        if (need == null) {
            throw Refusal.invalid("plan-item-unknown", pointer, code, type.code());
        }
        return need;
    }

    private boolean hasEdgeInto(String code, Relaxation relaxation) {
        return type.dependencies().stream()
                .filter(edge -> edge.to().equals(code))
                .map(Dependency::relaxableBy)
                .anyMatch(relaxation::equals);
    }
}

package org.xiangmuzhang.steward.adapter.in;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Fact;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Kind;
import org.xiangmuzhang.steward.port.in.PlanSheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** 一项目一方案一清单: the plan, its items, and what each of them asks for. */
@Component
class PlanPaper implements PaperSource {

    @Override
    public Kind kind() {
        return Kind.PLAN;
    }

    @Override
    public ServicePaper of(Asked asked, boolean full) {
        PlanSheet plan = asked.plan();
        if (plan == null) {
            return asked.sheet(Kind.PLAN, 0, null, false, List.of(), List.of());
        }
        List<PlanSheet.Step> steps = Asked.steps(plan);
        List<Fact> facts =
                List.of(
                        asked.fact("revision", Integer.toString(plan.revision())),
                        asked.fact("finish", plan.finish().toString()),
                        asked.fact("target", Asked.text(plan.target())),
                        asked.fact(
                                "baseline",
                                plan.baseline() == null
                                        ? "–"
                                        : plan.baseline().revision()
                                                + " · "
                                                + plan.baseline().finish()),
                        asked.fact("type-version", plan.typeVersion()));
        return asked.sheet(
                Kind.PLAN,
                plan.revision(),
                plan.from(),
                true,
                facts,
                full
                        ? List.of(
                                asked.table(
                                        "items",
                                        List.of(
                                                "item", "code", "unit", "days", "start", "finish",
                                                "latest", "slack", "state"),
                                        steps.stream().map(step -> planRow(asked, step)).toList()),
                                asked.table(
                                        "materials",
                                        List.of("item", "material", "source", "need", "basis"),
                                        steps.stream()
                                                .flatMap(step -> materials(asked, step))
                                                .toList()),
                                asked.table(
                                        "commitments",
                                        List.of("item", "unit", "material"),
                                        commitments(asked, plan)))
                        : List.of());
    }

    private List<String> planRow(Asked asked, PlanSheet.Step step) {
        return List.of(
                asked.name(step),
                step.itemCode(),
                asked.unit(step),
                Integer.toString(step.days()),
                step.earliestStart().toString(),
                step.earliestFinish().toString(),
                step.latestFinish().toString(),
                Integer.toString(step.slack()),
                asked.say("console.state." + step.state()));
    }

    private Stream<List<String>> materials(Asked asked, PlanSheet.Step step) {
        return asked.catalogItem(step).stream()
                .flatMap(item -> item.materials().stream())
                .map(
                        material ->
                                List.of(
                                        asked.name(step),
                                        asked.name(material),
                                        asked.say("steward.paper.source." + material.source()),
                                        asked.say(
                                                material.deferrable()
                                                        ? "steward.paper.need.later"
                                                        : material.required()
                                                                ? "steward.paper.need.must"
                                                                : "steward.paper.need.may"),
                                        Asked.text(material.basis())));
    }

    /** 承诺模板: what of the project may be decided by commitment, and which papers that replaces. */
    static List<List<String>> commitments(Asked asked, PlanSheet plan) {
        List<List<String>> rows = new ArrayList<>();
        for (PlanSheet.Step step : Asked.steps(plan)) {
            for (Item item : asked.catalogItem(step)) {
                if (item.allowed().commitment()) {
                    rows.add(
                            List.of(
                                    asked.name(step),
                                    asked.unit(step),
                                    asked.joined(
                                            item.allowed().materials().stream()
                                                    .filter(
                                                            it ->
                                                                    Boolean.TRUE.equals(
                                                                            it.committable()))
                                                    .map(it -> asked.name(it))
                                                    .toList())));
                }
            }
        }
        return rows;
    }
}

package org.xiangmuzhang.steward.adapter.in;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Kind;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Table;
import org.xiangmuzhang.steward.port.in.Closing;
import org.xiangmuzhang.steward.port.in.PlanSheet;
import org.xiangmuzhang.steward.port.in.ProjectSheet;

import java.util.ArrayList;
import java.util.List;

/** 办结单: what was done, what is open still, and how it ended. */
@Component
class CompletionPaper implements PaperSource {

    private final Closing closing;

    CompletionPaper(Closing closing) {
        this.closing = closing;
    }

    @Override
    public Kind kind() {
        return Kind.COMPLETION;
    }

    @Override
    public ServicePaper of(Asked asked, boolean full) {
        PlanSheet plan = asked.plan();
        Closing.@Nullable Prospect end = full || seesEnd(asked) ? end(asked) : null;
        boolean closed = end != null && end.closedOn() != null;
        List<Table> tables = new ArrayList<>();
        if (full && plan != null) {
            tables.add(
                    asked.table(
                            "done",
                            List.of("item", "unit", "began", "ended", "document", "state"),
                            Asked.steps(plan).stream().map(step -> doneRow(asked, step)).toList()));
        }
        if (full && end != null && !closed) {
            tables.add(
                    asked.table(
                            "open",
                            List.of("kind", "item", "due"),
                            end.open().stream()
                                    .map(
                                            it ->
                                                    List.of(
                                                            asked.say(
                                                                    "word.obligation." + it.kind()),
                                                            it.code().isEmpty()
                                                                    ? "–"
                                                                    : asked.item(it.code()),
                                                            Asked.text(it.due())))
                                    .toList()));
        }
        return asked.sheet(
                Kind.COMPLETION,
                plan == null ? 0 : plan.revision(),
                end == null ? null : end.closedOn(),
                closed,
                end == null
                        ? List.of()
                        : List.of(
                                asked.fact("closed", Asked.text(end.closedOn())),
                                asked.fact(
                                        "outcome",
                                        end.outcome() == null
                                                ? asked.say("steward.paper.running")
                                                : asked.say(
                                                        "steward.paper.outcome." + end.outcome()))),
                tables);
    }

    /** The end of a project is not for the stewards of others. */
    private static boolean seesEnd(Asked asked) {
        return asked.actor().role() != Role.STEWARD
                || asked.actor().holder().equals(asked.project().steward());
    }

    private Closing.Prospect end(Asked asked) {
        return closing.prospect(asked.actor(), asked.project().id());
    }

    private List<String> doneRow(Asked asked, PlanSheet.Step step) {
        return List.of(
                asked.name(step),
                asked.unit(step),
                Asked.text(step.actualStart()),
                Asked.text(step.actualFinish()),
                asked.project().decidedElsewhere().stream()
                        .filter(it -> it.itemCode().equals(step.itemCode()))
                        .map(ProjectSheet.External::documentNumber)
                        .findFirst()
                        .orElse(""),
                asked.say("console.state." + step.state()));
    }
}

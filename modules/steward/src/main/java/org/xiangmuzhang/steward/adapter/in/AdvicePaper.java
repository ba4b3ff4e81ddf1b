package org.xiangmuzhang.steward.adapter.in;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Kind;
import org.xiangmuzhang.steward.adapter.in.ServicePaper.Table;
import org.xiangmuzhang.steward.port.in.KeepingDiary;
import org.xiangmuzhang.steward.port.in.PlanSheet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** 工作建议: what is to be done next and by whom, and what was advised. */
@Component
class AdvicePaper implements PaperSource {

    private static final int STRETCH = 200;
    private static final Set<String> OPEN = Set.of("PLANNED", "RUNNING", "PAUSED", "SIMULATED");

    private final KeepingDiary diary;
    private final Clock clock;

    AdvicePaper(KeepingDiary diary, Clock clock) {
        this.diary = diary;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.ADVICE;
    }

    @Override
    public ServicePaper of(Asked asked, boolean full) {
        PlanSheet plan = asked.plan();
        List<PlanSheet.Step> next =
                plan == null
                        ? List.of()
                        : Asked.steps(plan).stream()
                                .filter(step -> OPEN.contains(step.state()))
                                .sorted(
                                        Comparator.comparing(PlanSheet.Step::earliestFinish)
                                                .thenComparing(PlanSheet.Step::itemCode))
                                .toList();
        List<Table> tables = new ArrayList<>();
        if (full) {
            tables.add(
                    asked.table(
                            "next",
                            List.of("item", "turn", "start", "finish", "slack"),
                            next.stream().map(step -> nextRow(asked, step)).toList()));
            tables.add(
                    asked.table(
                            "advised",
                            List.of("day", "kind", "item", "text", "who"),
                            diary
                                    .diary(asked.actor(), asked.project().id(), null, null, STRETCH)
                                    .stream()
                                    .filter(it -> !it.kind().equals("RECEPTION"))
                                    .map(it -> adviceRow(asked, it))
                                    .toList()));
        }
        return asked.sheet(
                Kind.ADVICE,
                plan == null ? 0 : plan.revision(),
                plan == null ? null : WorkingDays.today(clock),
                plan != null,
                List.of(asked.fact("open-items", Integer.toString(next.size()))),
                tables);
    }

    private List<String> nextRow(Asked asked, PlanSheet.Step step) {
        PlanSheet.Turn turn = step.turn();
        return List.of(
                asked.name(step),
                turn == null
                        ? ""
                        : turn.who() == PlanSheet.Who.DEPARTMENT
                                ? asked.unit(step)
                                : asked.say("steward.turn." + turn.who()),
                step.earliestStart().toString(),
                step.earliestFinish().toString(),
                Integer.toString(step.slack()));
    }

    private List<String> adviceRow(Asked asked, KeepingDiary.Entry entry) {
        return List.of(
                entry.on().toString(),
                asked.say("word.kind." + entry.kind()),
                entry.item() == null ? "" : asked.item(entry.item()),
                Asked.text(entry.text()),
                Asked.text(entry.personName()));
    }
}

package org.xiangmuzhang.steward.domain.project;

import org.jmolecules.architecture.cqrs.annotation.Command;
import org.jmolecules.ddd.annotation.Association;
import org.xiangmuzhang.steward.events.BaselineSet.Mark;
import org.xiangmuzhang.steward.events.PlanDrawn;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Takes a version of the plan, told whole, as the baseline. */
@Command
public record SetBaseline(
        @Association UUID project, PlanDrawn version, UUID remark, LocalDate today) {

    List<Mark> marks() {
        return version.steps().stream()
                .filter(step -> !step.state().equals("DROPPED"))
                .map(step -> new Mark(step.itemCode(), step.earliestStart(), step.earliestFinish()))
                .toList();
    }
}

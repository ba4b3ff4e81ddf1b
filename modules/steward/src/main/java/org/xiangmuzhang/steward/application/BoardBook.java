package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.events.PlanDrawn.Step;
import org.xiangmuzhang.steward.events.ProjectRegistered;
import org.xiangmuzhang.steward.events.StewardAppointed;
import org.xiangmuzhang.steward.port.in.BoardKeeping;
import org.xiangmuzhang.steward.port.out.Board;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Writes the board's rows from the events and from nothing else. */
@Component
class BoardBook implements BoardKeeping {

    private static final Set<String> OPEN = Set.of("PLANNED", "RUNNING", "PAUSED", "SIMULATED");
    private static final Set<String> DONE = Set.of("DONE", "ELSEWHERE");

    private final Board board;

    BoardBook(Board board) {
        this.board = board;
    }

    @Override
    @Transactional
    public void note(LoggedEvent event, long position) {
        Board.Row row = event.project() == null ? null : board.row(event.project());
        Board.Row changed =
                switch (event) {
                    case ProjectRegistered registered ->
                            new Board.Row(
                                    registered.project(),
                                    registered.region(),
                                    registered.enterprise(),
                                    null,
                                    null,
                                    0,
                                    0,
                                    0,
                                    null,
                                    null,
                                    null,
                                    position);
                    case StewardAppointed appointed when row != null ->
                            new Board.Row(
                                    row.project(),
                                    row.region(),
                                    row.enterprise(),
                                    appointed.steward(),
                                    row.nextItem(),
                                    row.items(),
                                    row.done(),
                                    row.running(),
                                    row.finish(),
                                    row.target(),
                                    row.leastSlack(),
                                    position);
                    case PlanDrawn drawn when row != null -> byPlan(row, drawn, position);
                    default -> null;
                };
        if (changed != null) {
            board.put(changed);
        }
    }

    private static Board.Row byPlan(Board.Row row, PlanDrawn drawn, long position) {
        List<Step> open =
                drawn.steps().stream().filter(step -> OPEN.contains(step.state())).toList();
        long done = drawn.steps().stream().filter(step -> DONE.contains(step.state())).count();
        return new Board.Row(
                row.project(),
                row.region(),
                row.enterprise(),
                row.steward(),
                next(open),
                open.size() + (int) done,
                (int) done,
                (int) open.stream().filter(step -> !step.state().equals("PLANNED")).count(),
                drawn.finish(),
                drawn.target(),
                open.stream().map(Step::slack).min(Comparator.naturalOrder()).orElse(null),
                position);
    }

    /** What should end first; among equals what may slip least. */
    private static @Nullable String next(List<Step> open) {
        return open.stream()
                .min(Comparator.comparing(Step::earliestFinish).thenComparing(Step::slack))
                .map(Step::itemCode)
                .orElse(null);
    }

    @Override
    @Transactional
    public void begin() {
        board.clear();
    }
}

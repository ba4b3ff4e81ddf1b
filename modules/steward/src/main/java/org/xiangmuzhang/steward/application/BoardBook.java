package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.eventlog.Batches;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.events.PlanDrawn.Standing;
import org.xiangmuzhang.steward.events.ProjectPassedOn;
import org.xiangmuzhang.steward.events.ProjectRegistered;
import org.xiangmuzhang.steward.events.StewardAppointed;
import org.xiangmuzhang.steward.port.in.BoardKeeping;
import org.xiangmuzhang.steward.port.out.Board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the board's rows from the events and from nothing else. */
@Component
class BoardBook implements BoardKeeping {

    private final Batches batches;
    private final Board board;

    BoardBook(Batches batches, Board board) {
        this.batches = batches;
        this.board = board;
    }

    @Override
    public void note(LoggedEvent event, long position) {
        batches.gather(Notes.class, Notes::new, notes -> notes.all.add(new Note(event, position)));
    }

    private record Note(LoggedEvent event, long position) {}

    /** What a batch of events changes in the board: the rows are read and written together. */
    private final class Notes implements Batches.Gathered {

        private final List<Note> all = new ArrayList<>();

        @Override
        public void finish() {
            Set<UUID> projects =
                    all.stream()
                            .map(note -> note.event().project())
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet());
            Map<UUID, Board.Row> rows = board.rows(projects);
            Map<UUID, Board.Row> changed = new LinkedHashMap<>();
            for (Note note : all) {
                Board.Row row = changed(rows.get(note.event().project()), note);
                if (row != null) {
                    rows.put(row.project(), row);
                    changed.put(row.project(), row);
                }
            }
            board.put(changed.values());
        }
    }

    private static Board.@Nullable Row changed(Board.@Nullable Row row, Note note) {
        long position = note.position();
        return switch (note.event()) {
            case ProjectRegistered registered ->
                    new Board.Row(
                            registered.project(),
                            registered.region(),
                            registered.enterprise(),
                            null,
                            null,
                            List.of(),
                            0,
                            0,
                            0,
                            null,
                            null,
                            null,
                            position);
            case ProjectPassedOn passed when row != null ->
                    of(row, passed.enterprise(), row.steward(), position);
            case StewardAppointed appointed when row != null ->
                    of(row, row.enterprise(), appointed.steward(), position);
            case PlanDrawn drawn when row != null -> byPlan(row, drawn, position);
            default -> null;
        };
    }

    private static Board.Row of(
            Board.Row row, UUID enterprise, @Nullable UUID steward, long position) {
        return new Board.Row(
                row.project(),
                row.region(),
                enterprise,
                steward,
                row.nextItem(),
                row.openItems(),
                row.items(),
                row.done(),
                row.running(),
                row.finish(),
                row.target(),
                row.leastSlack(),
                position);
    }

    private static Board.Row byPlan(Board.Row row, PlanDrawn drawn, long position) {
        Standing told = drawn.standing();
        Standing standing = told == null ? Standing.of(drawn.steps()) : told;
        return new Board.Row(
                row.project(),
                row.region(),
                row.enterprise(),
                row.steward(),
                standing.nextItem(),
                openItems(row, drawn),
                standing.open() + standing.done(),
                standing.done(),
                standing.running(),
                drawn.finish(),
                drawn.target(),
                standing.leastSlack(),
                position);
    }

    /** A plan that is not whole tells of the steps that differ. */
    private static List<String> openItems(Board.Row row, PlanDrawn drawn) {
        Set<String> open = new TreeSet<>(drawn.whole() ? List.of() : row.openItems());
        for (PlanDrawn.Step step : drawn.steps()) {
            if (Standing.isOpen(step)) {
                open.add(step.itemCode());
            } else {
                open.remove(step.itemCode());
            }
        }
        return List.copyOf(open);
    }

    @Override
    @Transactional
    public void begin() {
        board.clear();
    }
}

package org.xiangmuzhang.intake.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.intake.api.MovedDueDate;
import org.xiangmuzhang.intake.port.in.ReadingMoves;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.List;
import java.util.UUID;

/** Due dates that the working calendar moved. */
@RestController
@RequestMapping("/api/intake")
class MovesController {

    private final ReadingMoves reading;

    MovesController(ReadingMoves reading) {
        this.reading = reading;
    }

    @GetMapping("/moved-due-dates")
    Page<MovedDueDate> moves(
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 2);
        return Page.of(
                reading.moves(
                        department,
                        from == null ? null : new MovedDueDate.Place(from.instant(0), from.id(1)),
                        size + 1,
                        actor),
                size,
                move -> Cursor.of(move.movedAt(), move.task()));
    }

    @GetMapping("/applications/{id}/moved-due-dates")
    List<MovedDueDate> movesOf(@PathVariable UUID id, Actor actor) {
        return reading.movesOf(id, actor);
    }
}

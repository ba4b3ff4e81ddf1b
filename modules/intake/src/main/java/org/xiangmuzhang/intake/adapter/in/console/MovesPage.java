package org.xiangmuzhang.intake.adapter.in.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xiangmuzhang.intake.api.MovedDueDate;
import org.xiangmuzhang.intake.port.in.ReadingMoves;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.List;

/** What the working calendar moved, for a desk. */
@Controller
class MovesPage {

    private static final String HERE = "/console/intake/moved-due-dates";

    private final ReadingMoves reading;

    MovesPage(ReadingMoves reading) {
        this.reading = reading;
    }

    @GetMapping(HERE)
    String moves(@RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
        Cursor from = Cursor.parse(after, 2);
        List<MovedDueDate> found =
                reading.moves(
                        null,
                        from == null ? null : new MovedDueDate.Place(from.instant(0), from.id(1)),
                        Page.USUAL + 1,
                        actor);
        model.addAttribute(
                "page", Page.of(found, Page.USUAL, move -> Cursor.of(move.movedAt(), move.task())));
        model.addAttribute("after", after);
        model.addAttribute("here", HERE);
        model.addAttribute("zone", WorkingDays.ZONE);
        return "intake/moved";
    }
}

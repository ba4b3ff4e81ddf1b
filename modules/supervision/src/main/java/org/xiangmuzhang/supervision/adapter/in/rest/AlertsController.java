package org.xiangmuzhang.supervision.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.supervision.application.ReadingWarnings;
import org.xiangmuzhang.supervision.domain.Light;
import org.xiangmuzhang.supervision.domain.LimitClock;
import org.xiangmuzhang.supervision.domain.Warning;

/** Lights that stand, the soonest due first. */
@RestController
@RequestMapping("/api/supervision/alerts")
class AlertsController {

    private final ReadingWarnings reading;

    AlertsController(ReadingWarnings reading) {
        this.reading = reading;
    }

    @GetMapping
    Page<Warning> alerts(
            @RequestParam(required = false) @Nullable Light light,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        return Page.of(
                reading.warnings(actor, light, place(Cursor.parse(after, 3)), size + 1),
                size,
                warning -> Cursor.of(warning.due(), warning.task(), warning.clock()));
    }

    private static Warning.@Nullable Place place(@Nullable Cursor cursor) {
        return cursor == null
                ? null
                : new Warning.Place(
                        cursor.date(0), cursor.id(1), cursor.constant(2, LimitClock.Kind.class));
    }
}

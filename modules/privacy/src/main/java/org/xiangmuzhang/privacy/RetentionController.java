package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.privacy.RetentionRuns.Run;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

/** What was removed because its time was over. */
@RestController
@RequestMapping("/api/privacy/retention-runs")
class RetentionController {

    private final ReadingRuns reading;

    RetentionController(ReadingRuns reading) {
        this.reading = reading;
    }

    @GetMapping
    Page<Run> runs(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return reading.all(actor, Cursor.parse(after, 1), Page.limit(limit));
    }
}

package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.privacy.RetentionRuns.Run;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

/** The report, for those who answer for it. */
@Component
class ReadingRuns {

    private final RetentionRuns runs;

    ReadingRuns(RetentionRuns runs) {
        this.runs = runs;
    }

    Page<Run> all(Actor actor, @Nullable Cursor after, int limit) {
        actor.mustBe(Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISOR);
        return Page.of(
                runs.before(after == null ? null : after.id(0), limit + 1),
                limit,
                run -> Cursor.of(run.id()));
    }
}

package org.xiangmuzhang.steward.domain.session;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that a department wants put right.
 *
 * @param root the first of the sessions that are about it
 * @param text id of the words
 * @param file evidence that it was put right
 */
public record Point(
        UUID id,
        Region region,
        UUID project,
        UUID root,
        String department,
        UUID text,
        LocalDate due,
        PointState state,
        @Nullable UUID file,
        long version) {

    public boolean isOpen() {
        return state != PointState.CLOSED;
    }

    public Point mended(UUID evidence) {
        mustBe(PointState.OPEN);
        return as(PointState.MENDED, due, evidence);
    }

    /** What was put right is not right yet. */
    public Point returned(LocalDate until) {
        mustBe(PointState.MENDED);
        return as(PointState.OPEN, until, file);
    }

    public Point closed() {
        if (!isOpen()) {
            throw Refusal.conflict("session-point-closed");
        }
        return as(PointState.CLOSED, due, file);
    }

    private void mustBe(PointState wanted) {
        if (!isOpen()) {
            throw Refusal.conflict("session-point-closed");
        }
        if (state != wanted) {
            throw wanted == PointState.OPEN
                    ? Refusal.conflict("session-point-mended")
                    : Refusal.conflict("session-point-open");
        }
    }

    private Point as(PointState next, LocalDate until, @Nullable UUID evidence) {
        return new Point(
                id, region, project, root, department, text, until, next, evidence, version + 1);
    }
}

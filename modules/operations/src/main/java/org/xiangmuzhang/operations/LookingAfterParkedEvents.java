package org.xiangmuzhang.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.eventlog.Parked;
import org.xiangmuzhang.eventlog.ParkedEvents;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.UUID;

/** Parked events, for those who may see or move them. */
@Component
class LookingAfterParkedEvents {

    private static final int LONGEST_REASON = 500;

    private final ParkedEvents parked;
    private final Remarks remarks;

    LookingAfterParkedEvents(ParkedEvents parked, Remarks remarks) {
        this.parked = parked;
        this.remarks = remarks;
    }

    Page<Parked> waiting(Actor actor, @Nullable Cursor after, int limit) {
        if (actor.role() != Role.AUDITOR) {
            actor.mustBe(Role.ADMINISTRATOR);
        }
        long from = after == null ? 0 : after.number(0);
        return Page.of(parked.waiting(from, limit + 1), limit, one -> Cursor.of(one.position()));
    }

    int retry(Actor actor, String consumer, UUID subject) {
        actor.mustBe(Role.ADMINISTRATOR);
        return parked.retry(consumer, subject);
    }

    /** The reason is a remark, sealed like all free text; beside the event stands its id. */
    @Transactional
    int passOver(Actor actor, String consumer, long position, String reason) {
        actor.mustBe(Role.ADMINISTRATOR);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("pass-over-reason", "/reason", LONGEST_REASON);
        }
        UUID remark = remarks.write(actor.region(), actor.person(), reason.strip(), "/reason");
        return parked.passOver(consumer, position, actor.person(), remark.toString());
    }
}

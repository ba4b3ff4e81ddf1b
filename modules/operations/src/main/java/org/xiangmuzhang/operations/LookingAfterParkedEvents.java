package org.xiangmuzhang.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.eventlog.Parked;
import org.xiangmuzhang.eventlog.ParkedAct;
import org.xiangmuzhang.eventlog.ParkedEvents;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Parked events, for those who may see or move them, and what was done about them. */
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
        mustSee(actor);
        long from = after == null ? 0 : after.number(0);
        return Page.of(parked.waiting(from, limit + 1), limit, one -> Cursor.of(one.position()));
    }

    /**
     * An act with its reason in words.
     *
     * @param why null when whoever wrote it was erased
     */
    record Done(ParkedAct act, @Nullable String why) {}

    /** What was retried and passed over, the latest first. */
    Page<Done> done(Actor actor, @Nullable UUID before, int limit) {
        mustSee(actor);
        Page<ParkedAct> acts =
                Page.of(parked.acts(before, limit + 1), limit, act -> Cursor.of(act.id()));
        Map<UUID, String> reasons =
                remarks.texts(
                        acts.items().stream().map(act -> UUID.fromString(act.reason())).toList());
        return acts.map(act -> new Done(act, reasons.get(UUID.fromString(act.reason()))));
    }

    private static void mustSee(Actor actor) {
        actor.mustBe(Role.ADMINISTRATOR, Role.AUDITOR);
    }

    int retry(Actor actor, String consumer, UUID subject, String reason) {
        actor.mustBe(Role.ADMINISTRATOR);
        return parked.retry(consumer, subject, actor.person(), remark(actor, reason));
    }

    int passOver(Actor actor, String consumer, long position, String reason) {
        actor.mustBe(Role.ADMINISTRATOR);
        return parked.passOver(consumer, position, actor.person(), remark(actor, reason));
    }

    /** The reason is a remark, sealed like all free text; beside the event stands its id. */
    private Supplier<String> remark(Actor actor, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("parked-event-reason", "/reason", LONGEST_REASON);
        }
        return () ->
                remarks.write(actor.region(), actor.person(), reason.strip(), "/reason").toString();
    }
}

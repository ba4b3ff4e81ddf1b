package org.xiangmuzhang.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.eventlog.Parked;
import org.xiangmuzhang.eventlog.ParkedAct;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.time.Instant;
import java.util.UUID;

/** Parked events for an operator's own tools; an administrator acts, an auditor looks. */
@RestController
@RequestMapping("/api/operations/parked-events")
class ParkedEventsController {

    private final LookingAfterParkedEvents parked;

    ParkedEventsController(LookingAfterParkedEvents parked) {
        this.parked = parked;
    }

    /** Why a subject is tried once more, or a consumer goes on without an event. */
    record Reason(String reason) {}

    /** How many of the subject's events the consumer has handled now. */
    record Handled(int handled) {}

    /**
     * What an operator did.
     *
     * @param reason null when whoever wrote it was erased
     * @param handled how many of the subject's events the consumer handled then
     */
    record ParkedEventAct(
            UUID id,
            ParkedAct.Kind kind,
            String consumer,
            UUID subject,
            long position,
            String type,
            Region region,
            UUID by,
            Instant at,
            @Nullable String reason,
            int handled) {

        static ParkedEventAct of(LookingAfterParkedEvents.Done done) {
            ParkedAct act = done.act();
            return new ParkedEventAct(
                    act.id(),
                    act.kind(),
                    act.consumer(),
                    act.subject(),
                    act.position(),
                    act.type(),
                    act.region(),
                    act.person(),
                    act.at(),
                    done.why(),
                    act.handled());
        }
    }

    @GetMapping
    Page<Parked> waiting(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return parked.waiting(actor, Cursor.parse(after, 1), Page.limit(limit));
    }

    /** What was retried and passed over, the latest first. */
    @GetMapping("/acts")
    Page<ParkedEventAct> parkedEventActs(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return parked.done(actor, Cursor.idOf(after), Page.limit(limit)).map(ParkedEventAct::of);
    }

    @PostMapping("/{consumer}/{subject}/retry")
    Handled retry(
            @PathVariable String consumer,
            @PathVariable UUID subject,
            @RequestBody Reason reason,
            Actor actor) {
        return new Handled(parked.retry(actor, consumer, subject, reason.reason()));
    }

    @PostMapping("/{consumer}/{position}/pass-over")
    Handled passOver(
            @PathVariable String consumer,
            @PathVariable long position,
            @RequestBody Reason reason,
            Actor actor) {
        return new Handled(parked.passOver(actor, consumer, position, reason.reason()));
    }
}

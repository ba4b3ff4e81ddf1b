package org.xiangmuzhang.supervision.adapter.in.rest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.supervision.application.ReadingLedgers;
import org.xiangmuzhang.supervision.domain.LedgerSummary;

import java.util.UUID;

/** Who held which working day. */
@RestController
@RequestMapping("/api/supervision")
class LedgersController {

    private final ReadingLedgers reading;

    LedgersController(ReadingLedgers reading) {
        this.reading = reading;
    }

    @GetMapping("/projects/{id}/ledger")
    LedgerSummary project(@PathVariable UUID id, Actor actor) {
        return reading.project(id, actor);
    }

    @GetMapping("/tasks/{id}/ledger")
    LedgerSummary.OfTask task(@PathVariable UUID id, Actor actor) {
        return reading.task(id, actor);
    }
}

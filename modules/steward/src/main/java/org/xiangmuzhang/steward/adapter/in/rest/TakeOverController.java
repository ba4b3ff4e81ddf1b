package org.xiangmuzhang.steward.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.steward.port.in.TakingOver;
import org.xiangmuzhang.steward.port.in.Watching;

import java.util.UUID;

/** Taking over a running project from a file. */
@RestController
@RequestMapping("/api/projects/{id}/take-over")
class TakeOverController {

    private final TakingOver taking;
    private final Watching watching;

    TakeOverController(TakingOver taking, Watching watching) {
        this.taking = taking;
        this.watching = watching;
    }

    /** The uploaded file; dry: look only, and tell of every row; null is no. */
    record TakeOver(UUID file, @Nullable Boolean dry) {}

    @PostMapping
    TakingOver.Report takeOver(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody TakeOver request,
            Actor actor) {
        return Boolean.TRUE.equals(request.dry())
                ? taking.look(actor, id, request.file())
                : taking.takeOver(
                        actor, id, Decided.on(watching, actor, id, ifMatch), request.file());
    }
}

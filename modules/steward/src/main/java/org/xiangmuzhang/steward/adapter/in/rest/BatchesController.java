package org.xiangmuzhang.steward.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.steward.port.in.Batching;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** 打包审批: batches of like projects. */
@RestController
@RequestMapping("/api/projects/batches")
class BatchesController {

    private static final String IF_MATCH = "If-Match";

    private final Batching batching;
    private final Clock clock;

    BatchesController(Batching batching, Clock clock) {
        this.batching = batching;
        this.clock = clock;
    }

    /** The first project, whose place and type the batch has. */
    record NewBatch(UUID project) {}

    /**
     * Deed: JOIN or LEAVE (project), SHARE (meaning, value) or DECIDE (project, item,
     * documentNumber, on, file).
     */
    record BatchChange(
            Batching.Deed deed,
            @Nullable UUID project,
            @Nullable String meaning,
            @Nullable BigDecimal value,
            @Nullable String item,
            @Nullable String documentNumber,
            @Nullable LocalDate on,
            @Nullable UUID file) {}

    @PostMapping
    ResponseEntity<Batching.Group> open(@RequestBody NewBatch batch, Actor actor, Locale locale) {
        UUID id = Ids.next(clock);
        batching.open(actor, id, batch.project());
        Batching.Group group = batching.batch(actor, id, locale);
        return EntityTags.tag(
                        ResponseEntity.created(URI.create("/api/projects/batches/" + id)),
                        group.version())
                .body(group);
    }

    @GetMapping
    Page<Batching.Group> batches(
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor,
            Locale locale) {
        int size = Page.limit(limit);
        return Page.of(
                batching.list(actor, project, Cursor.idOf(after), size + 1, locale),
                size,
                group -> Cursor.of(group.id()));
    }

    @GetMapping("/{batch}")
    ResponseEntity<Batching.Group> batch(@PathVariable UUID batch, Actor actor, Locale locale) {
        Batching.Group group = batching.batch(actor, batch, locale);
        return EntityTags.tag(ResponseEntity.ok(), group.version()).body(group);
    }

    @PostMapping("/{batch}/changes")
    ResponseEntity<Batching.Group> change(
            @PathVariable UUID batch,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody BatchChange change,
            Actor actor,
            Locale locale) {
        long version = batching.batch(actor, batch, locale).version();
        EntityTags.check(ifMatch, version);
        batching.change(
                actor,
                batch,
                ifMatch != null && ifMatch.strip().equals("*") ? -1 : version,
                new Batching.Change(
                        change.deed(),
                        change.project(),
                        change.meaning(),
                        change.value(),
                        change.item(),
                        change.documentNumber(),
                        change.on(),
                        change.file()));
        return batch(batch, actor, locale);
    }
}

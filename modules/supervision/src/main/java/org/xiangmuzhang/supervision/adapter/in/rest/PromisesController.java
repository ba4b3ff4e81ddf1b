package org.xiangmuzhang.supervision.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.supervision.application.PromiseRegister;
import org.xiangmuzhang.supervision.domain.Breach;
import org.xiangmuzhang.supervision.domain.RegisteredPromise;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** 承诺登记. */
@RestController
@RequestMapping("/api/supervision/promises")
class PromisesController {

    private final PromiseRegister register;

    PromisesController(PromiseRegister register) {
        this.register = register;
    }

    /** Where it came to light. */
    record Report(Breach.@Nullable Source source) {}

    /** A breach that was told of. */
    record Told(UUID id, Breach.Source source, LocalDate on) {

        static Told of(Breach breach) {
            return new Told(breach.id(), breach.source(), breach.on());
        }
    }

    /** With {@code open=false} those that are over. */
    @GetMapping
    Page<RegisteredPromise> promises(
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 2);
        return Page.of(
                register.promises(
                        actor,
                        open,
                        from == null ? null : new RegisteredPromise.Place(from.date(0), from.id(1)),
                        size + 1),
                size,
                one -> Cursor.of(one.due(), one.id()));
    }

    @GetMapping("/{id}")
    RegisteredPromise promise(@PathVariable UUID id, Actor actor) {
        return register.promise(id, actor);
    }

    @GetMapping("/{id}/breaches")
    List<Told> breaches(@PathVariable UUID id, Actor actor) {
        return register.breaches(register.promise(id, actor).id()).stream().map(Told::of).toList();
    }

    @PostMapping("/{id}/breaches")
    ResponseEntity<Told> report(@PathVariable UUID id, @RequestBody Report report, Actor actor) {
        Breach.Source source = report.source();
        if (source == null) {
            throw Refusal.invalid("field-missing", "/source", "/source");
        }
        return ResponseEntity.created(URI.create("/api/supervision/promises/" + id + "/breaches"))
                .body(Told.of(register.report(id, source, actor)));
    }
}

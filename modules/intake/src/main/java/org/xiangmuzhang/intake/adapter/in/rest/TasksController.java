package org.xiangmuzhang.intake.adapter.in.rest;

import static org.xiangmuzhang.rest.RequestFields.present;

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
import org.xiangmuzhang.intake.port.in.ClockFace;
import org.xiangmuzhang.intake.port.in.Examining;
import org.xiangmuzhang.intake.port.in.LookingUp;
import org.xiangmuzhang.intake.port.in.Seen;
import org.xiangmuzhang.intake.port.in.TaskFilter;
import org.xiangmuzhang.intake.port.in.TaskLine;
import org.xiangmuzhang.intake.port.in.TaskSheet;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/intake/tasks")
class TasksController {

    private final Examining examining;
    private final LookingUp lookingUp;

    TasksController(Examining examining, LookingUp lookingUp) {
        this.examining = examining;
        this.lookingUp = lookingUp;
    }

    @GetMapping
    Page<TaskLine> desk(
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 1);
        TaskFilter filter = new TaskFilter(department, state, from == null ? null : from.id(0));
        List<TaskLine> found = lookingUp.tasks(filter, size + 1, actor);
        return Page.of(found, size, line -> Cursor.of(line.task().id()));
    }

    @GetMapping("/{id}")
    ResponseEntity<TaskSheet> task(@PathVariable UUID id, Actor actor) {
        return answer(id, actor);
    }

    @GetMapping("/{id}/clock")
    ClockFace clock(@PathVariable UUID id, Actor actor) {
        ClockFace clock = lookingUp.task(id, actor).clock();
        if (clock == null) {
            throw Refusal.notFound("no-legal-clock", id);
        }
        return clock;
    }

    @PostMapping("/{id}/special-procedures")
    ResponseEntity<TaskSheet> beginProcedure(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Procedure request,
            Actor actor) {
        examining.beginProcedure(
                id,
                present(request.kind(), "/kind"),
                present(request.expectedUntil(), "/expectedUntil"),
                seen(ifMatch),
                actor);
        return answer(id, actor);
    }

    @PostMapping("/{id}/special-procedures/current/end")
    ResponseEntity<TaskSheet> endProcedure(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) Requests.@Nullable ProcedureEnd request,
            Actor actor) {
        examining.endProcedure(id, request == null ? null : request.until(), seen(ifMatch), actor);
        return answer(id, actor);
    }

    @PostMapping("/{id}/decision")
    ResponseEntity<TaskSheet> decide(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Requests.Decision request,
            Actor actor) {
        return answer(examining.decide(id, request.verdict(), seen(ifMatch), actor));
    }

    @PostMapping("/{id}/pre-approval")
    ResponseEntity<TaskSheet> preApprove(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) Requests.@Nullable Opinion request,
            Actor actor) {
        examining.preApprove(
                id,
                request == null ? null : request.documentNumber(),
                request == null ? null : request.document(),
                seen(ifMatch),
                actor);
        return answer(id, actor);
    }

    private ResponseEntity<TaskSheet> answer(UUID id, Actor actor) {
        return answer(lookingUp.task(id, actor));
    }

    private static ResponseEntity<TaskSheet> answer(TaskSheet sheet) {
        return EntityTags.tag(ResponseEntity.ok(), sheet.version()).body(sheet);
    }

    private static Seen seen(@Nullable String ifMatch) {
        return version -> EntityTags.check(ifMatch, version);
    }
}

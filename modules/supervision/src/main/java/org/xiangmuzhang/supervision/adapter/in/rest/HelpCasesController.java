package org.xiangmuzhang.supervision.adapter.in.rest;

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
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.EntityTags;
import org.xiangmuzhang.rest.Page;
import org.xiangmuzhang.supervision.application.HelpDesk;
import org.xiangmuzhang.supervision.domain.HelpCase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** 办不成事. */
@RestController
@RequestMapping("/api/supervision/help-cases")
class HelpCasesController {

    private final HelpDesk help;

    HelpCasesController(HelpDesk help) {
        this.help = help;
    }

    /** What came of it. */
    record Outcome(HelpCase.@Nullable Way way) {}

    /** A case with the window's reason in words. */
    record HelpCaseResource(
            UUID application,
            String region,
            @Nullable UUID project,
            String ground,
            @Nullable String reason,
            LocalDate openedOn,
            HelpCase.State state,
            @Nullable UUID owner,
            @Nullable LocalDate takenOn,
            HelpCase.@Nullable Way way,
            @Nullable LocalDate settledOn,
            long version) {}

    @GetMapping
    Page<HelpCaseResource> cases(
            @RequestParam(required = false) HelpCase.@Nullable State state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        int size = Page.limit(limit);
        Cursor from = Cursor.parse(after, 2);
        List<HelpCase> found =
                help.cases(
                        actor,
                        state,
                        from == null ? null : new HelpCase.Place(from.date(0), from.id(1)),
                        size + 1);
        Page<HelpCase> page =
                Page.of(found, size, one -> Cursor.of(one.openedOn(), one.application()));
        Map<UUID, String> reasons = help.reasons(page.items());
        return page.map(one -> resource(one, reasons));
    }

    @GetMapping("/{id}")
    ResponseEntity<HelpCaseResource> helpCase(@PathVariable UUID id, Actor actor) {
        return answer(help.of(id, actor));
    }

    @PostMapping("/{id}/owner")
    ResponseEntity<HelpCaseResource> take(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Actor actor) {
        return answer(help.take(id, version -> EntityTags.check(ifMatch, version), actor));
    }

    @PostMapping("/{id}/settlement")
    ResponseEntity<HelpCaseResource> settle(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Outcome outcome,
            Actor actor) {
        HelpCase.Way way = present(outcome.way(), "/way");
        return answer(help.settle(id, way, version -> EntityTags.check(ifMatch, version), actor));
    }

    private ResponseEntity<HelpCaseResource> answer(HelpCase one) {
        return EntityTags.tag(ResponseEntity.ok(), one.version())
                .body(resource(one, help.reasons(List.of(one))));
    }

    private static HelpCaseResource resource(HelpCase one, Map<UUID, String> reasons) {
        return new HelpCaseResource(
                one.application(),
                one.region().code(),
                one.project(),
                one.ground(),
                reasons.get(one.remark()),
                one.openedOn(),
                one.state(),
                one.owner(),
                one.takenOn(),
                one.way(),
                one.settledOn(),
                one.version());
    }
}

package org.xiangmuzhang.steward.adapter.in.rest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.steward.port.in.AdviceSheet;
import org.xiangmuzhang.steward.port.in.Advising;
import org.xiangmuzhang.steward.port.in.LandStartSheet;
import org.xiangmuzhang.steward.port.in.StartingOnLand;
import org.xiangmuzhang.steward.port.in.WhatIfSheet;

import java.util.List;
import java.util.UUID;

/** What would shorten or move a project, for whoever may see it. Nothing is changed by asking. */
@RestController
@RequestMapping("/api/projects/{id}")
class AdviceController {

    private final Advising advising;
    private final StartingOnLand starting;

    AdviceController(Advising advising, StartingOnLand starting) {
        this.advising = advising;
        this.starting = starting;
    }

    /** Up to twenty suppositions, taken together. */
    record Question(List<Advising.Supposed> suppositions) {}

    /** 方案推演: the combinations of courses that no other beats in finish and obligations. */
    @GetMapping("/advice")
    AdviceSheet advice(@PathVariable UUID id, Actor actor) {
        return advising.advice(actor, id);
    }

    /** The plan as it would be. As every POST it takes an idempotency key, and keeps its answer. */
    @PostMapping("/what-if")
    WhatIfSheet whatIf(@PathVariable UUID id, @RequestBody Question question, Actor actor) {
        return advising.whatIf(actor, id, question.suppositions());
    }

    /** 拿地即开工: the documents that wait for contract and payment, and what became of them. */
    @GetMapping("/land-start")
    LandStartSheet landStart(@PathVariable UUID id, Actor actor) {
        return starting.documents(actor, id);
    }
}

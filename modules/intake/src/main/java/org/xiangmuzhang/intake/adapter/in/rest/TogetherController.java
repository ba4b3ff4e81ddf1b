package org.xiangmuzhang.intake.adapter.in.rest;

import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xiangmuzhang.intake.port.in.Accepting;
import org.xiangmuzhang.intake.port.in.Examining;
import org.xiangmuzhang.intake.port.in.Settled;
import org.xiangmuzhang.kernel.Actor;

import java.util.List;
import java.util.Locale;

/** Several items decided, and several applications accepted: each answers for itself. */
@RestController
@RequestMapping("/api/intake")
class TogetherController {

    private final Examining examining;
    private final Accepting accepting;
    private final MessageSource messages;

    TogetherController(Examining examining, Accepting accepting, MessageSource messages) {
        this.examining = examining;
        this.accepting = accepting;
        this.messages = messages;
    }

    @PostMapping("/decisions")
    Outcomes decide(@RequestBody Requests.Decisions request, Actor actor, Locale language) {
        return outcomes(examining.decideEach(request.toDecide(), actor), language);
    }

    @PostMapping("/acceptances")
    Outcomes accept(@RequestBody Requests.Acceptances request, Actor actor, Locale language) {
        return outcomes(accepting.acceptEach(request.toAccept(), actor), language);
    }

    private Outcomes outcomes(List<Settled> settled, Locale language) {
        return new Outcomes(
                settled.stream().map(one -> Outcomes.Line.of(one, messages, language)).toList());
    }
}

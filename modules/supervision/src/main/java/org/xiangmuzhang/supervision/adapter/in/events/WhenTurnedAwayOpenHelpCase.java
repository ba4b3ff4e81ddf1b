package org.xiangmuzhang.supervision.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.intake.events.ApplicationTurnedAway;
import org.xiangmuzhang.supervision.application.HelpDesk;
import org.xiangmuzhang.supervision.domain.HelpCase;

/** A window has no last word: what it turned away becomes a case. */
@Component
@ProcessingGroup("supervision.help")
class WhenTurnedAwayOpenHelpCase {

    private final HelpDesk desk;

    WhenTurnedAwayOpenHelpCase(HelpDesk desk) {
        this.desk = desk;
    }

    @EventHandler
    void on(ApplicationTurnedAway event) {
        desk.open(
                HelpCase.opened(
                        event.application(),
                        event.region(),
                        event.project(),
                        event.ground(),
                        event.remark(),
                        event.on()));
    }
}

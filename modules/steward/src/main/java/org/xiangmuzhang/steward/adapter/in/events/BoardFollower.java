package org.xiangmuzhang.steward.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.events.ProjectPassedOn;
import org.xiangmuzhang.steward.events.ProjectRegistered;
import org.xiangmuzhang.steward.events.StewardAppointed;
import org.xiangmuzhang.steward.port.in.BoardKeeping;

/** Keeps the board. Every row belongs to one project, so projects may be handled side by side. */
@Component
@ProcessingGroup("steward.board")
class BoardFollower {

    private final BoardKeeping board;

    BoardFollower(BoardKeeping board) {
        this.board = board;
    }

    @EventHandler
    void on(ProjectRegistered event, TrackingToken token) {
        board.note(event, token.position().orElse(0));
    }

    @EventHandler
    void on(ProjectPassedOn event, TrackingToken token) {
        board.note(event, token.position().orElse(0));
    }

    @EventHandler
    void on(StewardAppointed event, TrackingToken token) {
        board.note(event, token.position().orElse(0));
    }

    @EventHandler
    void on(PlanDrawn event, TrackingToken token) {
        board.note(event, token.position().orElse(0));
    }
}

package org.xiangmuzhang.steward.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.steward.events.BaselineSet;
import org.xiangmuzhang.steward.events.PlanDrawn;
import org.xiangmuzhang.steward.events.ProjectClosed;
import org.xiangmuzhang.steward.events.ProjectRegistered;
import org.xiangmuzhang.steward.events.StewardAppointed;
import org.xiangmuzhang.steward.port.in.WallKeeping;
import org.xiangmuzhang.steward.spi.TurnedLight;

import java.time.Instant;

/** Keeps the wall chart. Every row belongs to one project, so projects go side by side. */
@Component
@ProcessingGroup("steward.wall")
class WallFollower {

    private final WallKeeping wall;

    WallFollower(WallKeeping wall) {
        this.wall = wall;
    }

    @EventHandler
    void on(ProjectRegistered event, @Timestamp Instant recorded, TrackingToken token) {
        note(event, recorded, token);
    }

    @EventHandler
    void on(StewardAppointed event, @Timestamp Instant recorded, TrackingToken token) {
        note(event, recorded, token);
    }

    @EventHandler
    void on(PlanDrawn event, @Timestamp Instant recorded, TrackingToken token) {
        note(event, recorded, token);
    }

    @EventHandler
    void on(BaselineSet event, @Timestamp Instant recorded, TrackingToken token) {
        note(event, recorded, token);
    }

    @EventHandler
    void on(ProjectClosed event, @Timestamp Instant recorded, TrackingToken token) {
        note(event, recorded, token);
    }

    @EventHandler
    void on(TurnedLight event, @Timestamp Instant recorded, TrackingToken token) {
        note(event, recorded, token);
    }

    private void note(LoggedEvent event, Instant recorded, TrackingToken token) {
        wall.note(event, recorded, token.position().orElse(0));
    }
}

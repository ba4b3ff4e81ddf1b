package org.xiangmuzhang.supervision.adapter.in.events;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.settings.SettingChanged;
import org.xiangmuzhang.supervision.application.LightThresholds;
import org.xiangmuzhang.supervision.application.TurningLights;
import org.xiangmuzhang.timers.Timetable;

/** New thresholds turn lights; the sweep finds those that were read by others. */
@Component("supervision.settingsFollower")
@ProcessingGroup("supervision.settings")
class SettingsFollower {

    private final Timetable timetable;

    SettingsFollower(Timetable timetable) {
        this.timetable = timetable;
    }

    @EventHandler
    void on(SettingChanged event) {
        if (event.key().equals(LightThresholds.SETTING.name())) {
            timetable.soon(TurningLights.WORK);
        }
    }
}

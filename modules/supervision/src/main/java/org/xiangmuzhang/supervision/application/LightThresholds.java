package org.xiangmuzhang.supervision.application;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;
import org.xiangmuzhang.supervision.domain.Thresholds;

import java.time.LocalDate;
import java.util.List;

/** From how many percent of a limit the lights of a place turn; its own matter. */
@Component
public class LightThresholds {

    /** Shipped as the published rule has it. */
    public static final Setting SETTING =
            new Setting(
                    "supervision.light-thresholds",
                    List.of(
                            new Setting.Field("yellow", 0, 100, 50),
                            new Setting.Field("orange", 0, 100, 80)),
                    "light-thresholds-rise",
                    values -> Setting.value(values, "yellow") <= Setting.value(values, "orange"));

    private final Settings settings;

    LightThresholds(Settings settings) {
        this.settings = settings;
    }

    Thresholds at(Region place, LocalDate day) {
        return of(settings.at(SETTING, place, day));
    }

    @Nullable Region setBy(Region place, LocalDate day) {
        return settings.setBy(SETTING, place, day);
    }

    static Thresholds of(Values values) {
        return new Thresholds(Setting.value(values, "yellow"), Setting.value(values, "orange"));
    }
}

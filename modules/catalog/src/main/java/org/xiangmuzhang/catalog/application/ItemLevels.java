package org.xiangmuzhang.catalog.application;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.domain.own.LevelLengths;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.time.Clock;
import java.util.List;

/** How long the codes of each level of a place's own list are (基本编码、实施编码、业务办理项编码). */
@Component
public class ItemLevels {

    static final Setting LENGTHS =
            new Setting(
                    "catalog.item-levels",
                    List.of(
                            new Setting.Field("main", 1, 60, 12),
                            new Setting.Field("sub", 1, 60, 31),
                            new Setting.Field("business", 1, 60, 33)),
                    "item-levels-apart",
                    values ->
                            values.whole("main") < values.whole("sub")
                                    && values.whole("sub") < values.whole("business"));

    private final Settings settings;
    private final Clock clock;

    ItemLevels(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    static Setting itemLevelsSetting() {
        return LENGTHS;
    }

    /** The lengths at a place today. */
    public LevelLengths at(Region place) {
        return lengths(settings.at(LENGTHS, place, WorkingDays.today(clock)));
    }

    static LevelLengths lengths(Values values) {
        return new LevelLengths(
                values.whole("main"), values.whole("sub"), values.whole("business"));
    }
}

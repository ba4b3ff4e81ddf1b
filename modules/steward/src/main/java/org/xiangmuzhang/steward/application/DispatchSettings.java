package org.xiangmuzhang.steward.application;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Effect;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.steward.port.out.Tickets;

import java.time.Clock;
import java.util.List;
import java.util.Set;

/** What places set for their dispatch, and what that would change. */
@Configuration(proxyBeanMethods = false)
class DispatchSettings {

    @Bean
    static Setting dispatchSetting() {
        return DispatchRules.SETTING;
    }

    /** Limits that were given stay; agendas to come go by what is set. */
    @Bean
    static Effect effectOfDispatch(
            Regions regions, Settings settings, Tickets tickets, Clock clock) {
        return Effect.of(
                DispatchRules.SETTING,
                (place, values) -> {
                    Set<Region> places =
                            settings.following(
                                    DispatchRules.SETTING,
                                    place,
                                    regions.within(place),
                                    WorkingDays.today(clock));
                    long open = tickets.countOpen(places);
                    return List.of(new Effect.Line("steward.effect.tickets", open, open));
                });
    }
}

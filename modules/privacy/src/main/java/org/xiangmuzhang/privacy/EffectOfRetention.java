package org.xiangmuzhang.privacy;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.privacy.Retained;
import org.xiangmuzhang.settings.Effect;
import org.xiangmuzhang.settings.Places;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Counts, kind by kind, what is so old that its time is over: by the term of today, and by the one
 * proposed. Holds and needs are asked when it is removed. Places below that differ are not counted.
 */
@Component
class EffectOfRetention implements Effect {

    private final List<Retained> kinds;
    private final Setting setting;
    private final Settings settings;
    private final ObjectProvider<Places> tree;
    private final Clock clock;

    EffectOfRetention(
            List<Retained> kinds,
            Setting retentionSetting,
            Settings settings,
            ObjectProvider<Places> tree,
            Clock clock) {
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(kind -> kind.term().kind())).toList();
        this.setting = retentionSetting;
        this.settings = settings;
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public String setting() {
        return setting.name();
    }

    @Override
    public List<Line> of(Region place, Values values) {
        Values present = settings.at(setting, place, WorkingDays.today(clock));
        return kinds.stream()
                .map(
                        kind -> {
                            String name = kind.term().kind();
                            return new Line(
                                    "privacy.effect." + name,
                                    due(kind, place, present.whole(name)),
                                    due(kind, place, values.whole(name)));
                        })
                .toList();
    }

    private long due(Retained kind, Region place, int days) {
        Instant before = clock.instant().minus(Duration.ofDays(days));
        LocalDate today = WorkingDays.today(clock);
        Region here = settings.setBy(setting, place, today);
        return kind.count(before).entrySet().stream()
                .filter(it -> liesIn(place, it.getKey()))
                .filter(it -> Objects.equals(settings.setBy(setting, it.getKey(), today), here))
                .mapToLong(it -> it.getValue())
                .sum();
    }

    private boolean liesIn(Region place, Region region) {
        Places known = tree.getIfAvailable();
        return region.equals(place)
                || place.equals(Region.TEMPLATE)
                || known != null && known.above(region).contains(place);
    }
}

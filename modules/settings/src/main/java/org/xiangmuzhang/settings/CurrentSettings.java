package org.xiangmuzhang.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.xiangmuzhang.kernel.Region;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every approved version in memory; looks now and then whether any node has approved another. */
@Component
class CurrentSettings implements Settings {

    private static final long LOOK = Duration.ofMillis(200).toNanos();

    private final SingletonSupplier<List<String>> names;
    private final JdbcSettings versions;
    private final ObjectProvider<Places> places;
    private volatile Known known = new Known(-1, System.nanoTime() - LOOK, Map.of());

    CurrentSettings(
            ObjectProvider<Setting> settings,
            JdbcSettings versions,
            ObjectProvider<Places> places) {
        this.names = SingletonSupplier.of(() -> settings.stream().map(Setting::name).toList());
        this.versions = versions;
        this.places = places;
    }

    private record Key(Region region, String name) {}

    private record Known(long head, long lookedAt, Map<Key, List<SettingVersion>> versions) {}

    @Override
    public Values at(Setting setting, Region place, LocalDate day) {
        return find(look().versions(), setting, place, day)
                .map(version -> setting.completed(version.values()))
                .orElseGet(setting::shipped);
    }

    @Override
    public @Nullable Region setBy(Setting setting, Region place, LocalDate day) {
        return find(look().versions(), setting, place, day)
                .map(SettingVersion::region)
                .orElse(null);
    }

    @Override
    public int version(Setting setting, Region place, LocalDate day) {
        return find(look().versions(), setting, place, day).map(SettingVersion::number).orElse(0);
    }

    /** What would hold if the place set nothing itself, as this transaction sees it. */
    Values fromAbove(Setting setting, Region place, LocalDate day) {
        return above(place)
                .findFirst()
                .flatMap(upper -> inForce(setting, upper, day))
                .map(version -> setting.completed(version.values()))
                .orElseGet(setting::shipped);
    }

    /** The version that holds, as this transaction sees it; empty when that is what was shipped. */
    Optional<SettingVersion> inForce(Setting setting, Region place, LocalDate day) {
        return find(byPlace(versions.approved(List.of(setting.name()))), setting, place, day);
    }

    private Optional<SettingVersion> find(
            Map<Key, List<SettingVersion>> approved, Setting setting, Region place, LocalDate day) {
        return Stream.concat(Stream.of(place), above(place))
                .flatMap(
                        region ->
                                approved
                                        .getOrDefault(new Key(region, setting.name()), List.of())
                                        .stream()
                                        .filter(version -> version.covers(day))
                                        .limit(1)
                                        .filter(version -> !version.isAsAbove()))
                .findFirst();
    }

    private Stream<Region> above(Region place) {
        Places tree = places.getIfAvailable();
        if (tree != null) {
            return tree.above(place).stream();
        }
        return place.equals(Region.TEMPLATE) ? Stream.empty() : Stream.of(Region.TEMPLATE);
    }

    private Known look() {
        Known last = known;
        long now = System.nanoTime();
        if (now - last.lookedAt() < LOOK) {
            return last;
        }
        long head = versions.head();
        known =
                new Known(
                        head,
                        now,
                        head == last.head()
                                ? last.versions()
                                : byPlace(versions.approved(names.obtain())));
        return known;
    }

    private static Map<Key, List<SettingVersion>> byPlace(List<SettingVersion> approved) {
        return approved.stream()
                .collect(Collectors.groupingBy(it -> new Key(it.region(), it.name())));
    }
}

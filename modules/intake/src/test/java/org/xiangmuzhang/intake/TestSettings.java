package org.xiangmuzhang.intake;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.settings.Values;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/** What was shipped, and what a scenario sets for its place. */
final class TestSettings implements Settings {

    private record Key(String name, Region place) {}

    private record Set(int version, Values values) {}

    private final Map<Key, Set> set = new ConcurrentHashMap<>();

    /** From now on, as the next version of the place. */
    void set(Setting setting, Region place, Map<String, Object> values) {
        SequencedMap<String, Object> all = new LinkedHashMap<>(setting.shipped().byField());
        all.putAll(values);
        set.merge(
                new Key(setting.name(), place),
                new Set(1, new Values(all)),
                (before, next) -> new Set(before.version() + 1, next.values()));
    }

    /** A row of a table, given as field and value in turn. */
    static Values row(String... cells) {
        SequencedMap<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return new Values(row);
    }

    static List<Values> rows(Values... rows) {
        return List.of(rows);
    }

    @Override
    public Values at(Setting setting, Region place, LocalDate day) {
        Set here = set.get(new Key(setting.name(), place));
        return here == null ? setting.shipped() : here.values();
    }

    @Override
    public @Nullable Region setBy(Setting setting, Region place, LocalDate day) {
        return set.containsKey(new Key(setting.name(), place)) ? place : null;
    }

    @Override
    public int version(Setting setting, Region place, LocalDate day) {
        Set here = set.get(new Key(setting.name(), place));
        return here == null ? 0 : here.version();
    }
}

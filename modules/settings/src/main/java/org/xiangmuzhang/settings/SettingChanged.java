package org.xiangmuzhang.settings;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.EventType;
import org.xiangmuzhang.kernel.LoggedEvent;
import org.xiangmuzhang.kernel.Region;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A second person has approved what a place sets for itself.
 *
 * @param key the setting's name
 * @param version counted by place and setting, from 1
 * @param from first day on which it holds
 * @param until last such day, or null: until the next version
 * @param values the whole numbers; whatever else was set stands with the version
 * @param proposedBy the first person; the second is the actor of the event
 */
@EventType(name = "settings.setting-changed")
public record SettingChanged(
        UUID setting,
        Region region,
        String key,
        int version,
        LocalDate from,
        @Nullable LocalDate until,
        List<Value> values,
        UUID proposedBy)
        implements LoggedEvent {

    /** The number that a field has. */
    public record Value(String field, int value) {}

    public SettingChanged {
        values = List.copyOf(values);
    }

    /** The same for every version of a setting of a place. */
    static UUID subject(Region region, String name) {
        return UUID.nameUUIDFromBytes((region + " " + name).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public UUID subject() {
        return setting;
    }

    @Override
    public @Nullable UUID project() {
        return null;
    }
}

package org.xiangmuzhang.catalog.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.LocalRow;
import org.xiangmuzhang.catalog.domain.LocalValues;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was proposed for places, by whom it was decided, and on which days it holds. */
public interface Proposals {

    SettingVersion propose(
            Actor actor,
            Way way,
            LocalValues values,
            LocalDate from,
            @Nullable LocalDate until,
            String reason);

    SettingVersion propose(
            Actor actor,
            Way way,
            LocalRow row,
            LocalDate from,
            @Nullable LocalDate until,
            String reason);

    /** One person proposes and another decides; refuses what breaks that. */
    void decide(
            Actor actor,
            @Nullable SettingVersion proposal,
            SettingVersion.State outcome,
            String answer);

    Optional<SettingVersion> waiting(Way way);

    /** The first two hundred that wait at these places. */
    List<Way> waiting(List<Region> places);

    List<SettingVersion> history(Way way, int before, int limit);

    Optional<SettingVersion> holding(Way way, LocalDate day);

    LocalValues values(SettingVersion version);

    LocalRow row(SettingVersion version);

    /** Has the way looked at again on a day. */
    void lookAgain(Way way, LocalDate on);

    /** Ways to be looked at by this day, each locked until the end of the transaction. */
    List<Way> toLookAt(LocalDate today, int limit);

    /** Ends looking at the way on days up to this one. */
    void looked(Way way, LocalDate today);

    /** What a place does with a row, or with an item: table {@code items} and its code. */
    record Way(Region region, String table, String key) {}
}

package org.xiangmuzhang.catalog.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.Arrangement;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.LocalDate;
import java.util.Optional;

/** Arrangements of years that were proposed, and what was decided on them. */
public interface Arrangements {

    /**
     * @param last day of the year, until which it may be approved
     */
    SettingVersion propose(
            Actor actor, int year, LocalDate last, Arrangement arrangement, String reason);

    /** One person proposes and another decides; refuses what breaks that. */
    void decide(
            Actor actor,
            @Nullable SettingVersion proposal,
            SettingVersion.State outcome,
            String answer);

    Optional<SettingVersion> waiting(int year);

    Arrangement content(SettingVersion version);
}

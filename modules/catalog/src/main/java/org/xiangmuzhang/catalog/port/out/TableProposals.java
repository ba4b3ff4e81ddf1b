package org.xiangmuzhang.catalog.port.out;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tables of the template that were proposed, and what was decided on them. */
public interface TableProposals {

    /**
     * @param last day until which they may be approved
     */
    SettingVersion propose(Actor actor, Map<String, Staged> tables, LocalDate last, String reason);

    /** One person proposes and another decides; refuses what breaks that. */
    void decide(
            Actor actor,
            @Nullable SettingVersion proposal,
            SettingVersion.State outcome,
            String answer);

    Optional<SettingVersion> waiting();

    /** What is proposed, by name of the table. */
    Map<String, Staged> content(SettingVersion version);

    /**
     * A table that was put down for the proposal.
     *
     * @param base number of the edition that held then
     */
    record Staged(UUID edition, int base) {}
}

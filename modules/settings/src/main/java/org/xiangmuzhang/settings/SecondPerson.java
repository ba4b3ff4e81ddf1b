package org.xiangmuzhang.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.settings.SettingVersion.State;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One person proposes what holds at a place and on which days, another one decides; what is
 * approved is never changed. For whatever has that shape: who may propose and decide, and what the
 * values mean, is the caller's matter.
 */
@Component
@Transactional
public class SecondPerson {

    private final JdbcSettings versions;
    private final Remarks remarks;
    private final Clock clock;

    SecondPerson(JdbcSettings versions, Remarks remarks, Clock clock) {
        this.versions = versions;
        this.remarks = remarks;
        this.clock = clock;
    }

    /**
     * The version that waits now; without values it goes back to what holds above. Refuses with
     * {@code setting-from-past}, {@code setting-until-before-from} and {@code
     * setting-proposed-already}.
     */
    public SettingVersion propose(
            Actor actor,
            Region place,
            String name,
            Map<String, Object> values,
            LocalDate from,
            @Nullable LocalDate until,
            String reason) {
        if (from.isBefore(WorkingDays.today(clock))) {
            throw Refusal.invalid("setting-from-past", "/from");
        }
        if (until != null && until.isBefore(from)) {
            throw Refusal.invalid("setting-until-before-from", "/until");
        }
        int last =
                versions.history(place, name, Integer.MAX_VALUE, 1).stream()
                        .mapToInt(SettingVersion::number)
                        .findFirst()
                        .orElse(0);
        SettingVersion proposal =
                new SettingVersion(
                        place,
                        name,
                        last + 1,
                        values,
                        from,
                        until,
                        State.PROPOSED,
                        actor.person(),
                        clock.instant(),
                        remarks.write(place, actor.person(), reason, "/reason"),
                        null,
                        null,
                        null);
        versions.propose(proposal);
        return proposal;
    }

    /**
     * The second person approves or rejects, the first one may only withdraw. What was to begin on
     * a day that has passed meanwhile is not approved any more: days gone by never change.
     *
     * @param proposal what waits, or null: refused with {@code setting-decided-already}
     */
    public void decide(
            Actor actor, @Nullable SettingVersion proposal, State outcome, String answer) {
        if (proposal == null) {
            throw Refusal.conflict("setting-decided-already");
        }
        if (outcome == State.PROPOSED) {
            throw Refusal.invalid("setting-outcome", "/outcome");
        }
        boolean own = proposal.proposedBy().equals(actor.person());
        if (own != (outcome == State.WITHDRAWN)) {
            throw Refusal.forbidden(own ? "setting-second-person" : "setting-not-your-proposal");
        }
        if (outcome == State.APPROVED && proposal.from().isBefore(WorkingDays.today(clock))) {
            throw Refusal.conflict("setting-from-past");
        }
        UUID remark = remarks.write(proposal.region(), actor.person(), answer, "/reason");
        versions.decide(proposal, outcome, actor.person(), clock.instant(), remark);
        if (outcome == State.APPROVED) {
            versions.raiseHead();
        }
    }

    /** What waits under this name at the place. */
    @Transactional(readOnly = true)
    public Optional<SettingVersion> waiting(Region place, String name) {
        return versions.proposal(place, name);
    }

    /** What waits at any of the places under names that begin so, by place and name. */
    @Transactional(readOnly = true)
    public List<SettingVersion> waiting(List<Region> places, String prefix) {
        return versions.proposals(places, prefix);
    }

    /** Versions of one name at a place below a number, the newest first. */
    @Transactional(readOnly = true)
    public List<SettingVersion> history(Region place, String name, int before, int limit) {
        return versions.history(place, name, before, limit);
    }

    /** The newest approved version of the place itself whose validity covers the day. */
    @Transactional(readOnly = true)
    public Optional<SettingVersion> holding(Region place, String name, LocalDate day) {
        return versions.holding(place, name, day);
    }
}

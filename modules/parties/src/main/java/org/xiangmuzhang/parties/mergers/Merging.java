package org.xiangmuzhang.parties.mergers;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.EnterprisesMerged;
import org.xiangmuzhang.parties.Oversight;
import org.xiangmuzhang.parties.PassingOn;
import org.xiangmuzhang.parties.Reach;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.mergers.Merger.State;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Merging an enterprise that was found twice. It gives the people of one what is the other's, so it
 * takes two, as giving a post does: the administrator proposes, the security administrator
 * confirms, and both reach both enterprises.
 */
@Component
@Transactional
class Merging {

    private final JdbcMergers mergers;
    private final Enterprises enterprises;
    private final Oversight oversight;
    private final ObjectProvider<PassingOn> others;
    private final Remarks remarks;
    private final Reach reach;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Merging(
            JdbcMergers mergers,
            Enterprises enterprises,
            Oversight oversight,
            ObjectProvider<PassingOn> others,
            Remarks remarks,
            Reach reach,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mergers = mergers;
        this.enterprises = enterprises;
        this.oversight = oversight;
        this.others = others;
        this.remarks = remarks;
        this.reach = reach;
        this.events = events;
        this.clock = clock;
    }

    /** A merger with both enterprises as they were known. */
    record Sheet(Merger merger, Enterprise kept, Enterprise dissolved) {}

    /** Pairs within reach that may be one, with one more than the limit. */
    @Transactional(readOnly = true)
    List<LookAlike> lookAlikes(
            Actor actor, @Nullable UUID afterOne, @Nullable UUID afterOther, int limit) {
        mustLookAfter(actor);
        return mergers.lookAlikes(reach.of(actor), afterOne, afterOther, limit + 1);
    }

    /** Within reach, with one more than the limit. */
    @Transactional(readOnly = true)
    List<Sheet> waiting(Actor actor, @Nullable UUID after, int limit) {
        mustLookAfter(actor);
        return mergers.waiting(reach.of(actor), after, limit + 1).stream()
                .map(this::sheet)
                .toList();
    }

    @Transactional(readOnly = true)
    Sheet one(Actor actor, UUID id) {
        mustLookAfter(actor);
        return mergers.byId(id)
                .map(this::sheet)
                .filter(it -> covers(actor, it.kept(), it.dissolved()))
                .orElseThrow(() -> Refusal.notFound("merger-unknown"));
    }

    private Sheet sheet(Merger merger) {
        Map<UUID, Enterprise> both = mergers.asTheyWere(Set.of(merger.kept(), merger.dissolved()));
        return new Sheet(
                merger,
                Optional.ofNullable(both.get(merger.kept())).orElseThrow(),
                Optional.ofNullable(both.get(merger.dissolved())).orElseThrow());
    }

    /**
     * An enterprise that stands and that the actor looks after, or {@code enterprise-not-found}.
     */
    @Transactional(readOnly = true)
    Enterprise standing(Actor actor, UUID id) {
        mustLookAfter(actor);
        return enterprises
                .byId(id)
                .filter(it -> reach.covers(actor, it.region()))
                .orElseThrow(() -> Refusal.notFound("enterprise-not-found"));
    }

    /** What happened to an enterprise that the actor may see, with one more than the limit. */
    @Transactional(readOnly = true)
    List<Happened> history(Actor actor, UUID id, @Nullable UUID before, int limit) {
        actor.mustBe(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR, Role.APPLICANT);
        Enterprise enterprise =
                enterprises
                        .byId(id)
                        .filter(
                                it ->
                                        actor.role() == Role.APPLICANT
                                                ? it.id().equals(actor.enterprise())
                                                : reach.covers(actor, it.region()))
                        .orElseThrow(() -> Refusal.notFound("enterprise-not-found"));
        return mergers.history(enterprise.id(), before, limit + 1);
    }

    /** Proposes to keep the one and dissolve the other; nothing passes before it is confirmed. */
    Merger propose(Actor actor, UUID kept, UUID dissolved, String reason) {
        actor.mustBe(Role.ADMINISTRATOR);
        if (kept.equals(dissolved)) {
            throw Refusal.invalid("merger-of-one", "/dissolved");
        }
        Enterprise stands = standing(actor, kept, dissolved);
        if (mergers.isInTheWay(kept, dissolved)) {
            throw Refusal.conflict("merger-waits-already");
        }
        Merger merger =
                new Merger(
                        Ids.next(clock),
                        stands.region(),
                        kept,
                        dissolved,
                        State.PROPOSED,
                        actor.person(),
                        clock.instant(),
                        remarks.write(stands.region(), actor.person(), reason, "/reason"),
                        null);
        mergers.propose(merger);
        return merger;
    }

    /** The second person confirms or refuses; who proposed it may only withdraw it. */
    Merger decide(Actor actor, UUID id, State outcome, String reason) {
        actor.mustBe(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
        Merger merger = one(actor, id).merger();
        if (outcome == State.PROPOSED) {
            throw Refusal.invalid("proposal-outcome", "/outcome");
        }
        boolean own = merger.proposedBy().equals(actor.person());
        if (own != (outcome == State.WITHDRAWN)) {
            throw Refusal.forbidden(own ? "merger-second-person" : "proposal-not-yours");
        }
        if (!own) {
            actor.mustBe(Role.SECURITY_ADMINISTRATOR);
        }
        if (outcome == State.CONFIRMED) {
            standing(actor, merger.kept(), merger.dissolved());
        }
        Merger.Decision decision =
                new Merger.Decision(
                        actor.person(),
                        clock.instant(),
                        remarks.write(merger.region(), actor.person(), reason, "/reason"));
        if (!mergers.decide(id, outcome, decision)) {
            throw Refusal.conflict("proposal-decided-already");
        }
        if (outcome == State.CONFIRMED) {
            Sight.ALL.during(() -> carryOut(merger, actor, decision));
        } else if (outcome == State.REFUSED) {
            mergers.setApart(merger.kept(), merger.dissolved(), decision.at());
        }
        return new Merger(
                id,
                merger.region(),
                merger.kept(),
                merger.dissolved(),
                outcome,
                merger.proposedBy(),
                merger.proposedAt(),
                merger.reason(),
                decision);
    }

    /** Matters pass wherever they are. */
    private UUID carryOut(Merger merger, Actor actor, Merger.Decision decision) {
        UUID kept = merger.kept();
        UUID dissolved = merger.dissolved();
        Instant now = decision.at();
        LocalDate today = WorkingDays.today(clock);
        mergers.merge(dissolved, kept, now);
        events.publishEvent(
                new EnterprisesMerged(kept, merger.region(), dissolved, merger.id(), today));
        oversight.agentsPassedOn(actor, dissolved, kept, decision.reason());
        others.stream().forEach(other -> other.passOn(dissolved, kept, today));
        return kept;
    }

    /** Both, held for this transaction, must be there within reach, and not be merged yet. */
    private Enterprise standing(Actor actor, UUID kept, UUID dissolved) {
        Map<UUID, JdbcMergers.Locked> both = mergers.locked(kept, dissolved);
        JdbcMergers.Locked one = both.get(kept);
        JdbcMergers.Locked other = both.get(dissolved);
        if (one == null || other == null || !covers(actor, one.enterprise(), other.enterprise())) {
            throw Refusal.notFound("enterprise-not-found");
        }
        both.values().stream()
                .filter(it -> it.mergedInto() != null)
                .findFirst()
                .ifPresent(
                        it -> {
                            throw Refusal.conflict(
                                    "enterprise-merged",
                                    enterprises
                                            .byId(it.enterprise().id())
                                            .map(stands -> stands.code().value())
                                            .orElse(""));
                        });
        return one.enterprise();
    }

    private boolean covers(Actor actor, Enterprise one, Enterprise other) {
        return reach.covers(actor, one.region()) && reach.covers(actor, other.region());
    }

    private static void mustLookAfter(Actor actor) {
        actor.mustBe(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR);
    }
}

package org.xiangmuzhang.parties.agents;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.SocialCreditCode;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.Jurisdictions;
import org.xiangmuzhang.parties.Oversight;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.Remarks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What enterprises are called, corrected by the administrator, and who acts for them: their own
 * people let others in and out; the administrator does so as with every post.
 */
@Component
@Transactional
class Representing {

    private static final int LONGEST = 200;

    private final JdbcNames names;
    private final Enterprises enterprises;
    private final Oversight oversight;
    private final Remarks remarks;
    private final ObjectProvider<Jurisdictions> jurisdictions;
    private final Clock clock;

    Representing(
            JdbcNames names,
            Enterprises enterprises,
            Oversight oversight,
            Remarks remarks,
            ObjectProvider<Jurisdictions> jurisdictions,
            Clock clock) {
        this.names = names;
        this.enterprises = enterprises;
        this.oversight = oversight;
        this.remarks = remarks;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
    }

    /** An enterprise, what it was called, the latest first, and who acts for it. */
    record Sheet(Enterprise enterprise, List<FormerName> former, List<Post> agents) {}

    /** Within an administrator's reach; an applicant's own alone. With one more than the limit. */
    @Transactional(readOnly = true)
    List<Enterprise> all(
            Actor actor, @Nullable SocialCreditCode code, @Nullable UUID after, int limit) {
        mustSee(actor);
        if (actor.role() == Role.APPLICANT) {
            return enterprises.byId(own(actor)).stream().toList();
        }
        return names.enterprises(reach(actor), code, after, limit + 1);
    }

    @Transactional(readOnly = true)
    Sheet one(Actor actor, UUID id) {
        mustSee(actor);
        Enterprise enterprise =
                enterprises
                        .byId(id)
                        .filter(it -> isSeen(actor, it))
                        .orElseThrow(() -> Refusal.notFound("enterprise-not-found"));
        return new Sheet(enterprise, names.former(id), names.agents(id, WorkingDays.today(clock)));
    }

    /** Corrects the name; the old one is kept. */
    void rename(Actor actor, UUID id, String name, String reason) {
        actor.mustBe(Role.ADMINISTRATOR);
        Enterprise enterprise =
                names.locked(id)
                        .filter(it -> isSeen(actor, it))
                        .orElseThrow(() -> Refusal.notFound("enterprise-not-found"));
        String line = name.strip();
        if (line.isEmpty()
                || line.length() > LONGEST
                || line.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("person-line", "/name", LONGEST);
        }
        if (line.equals(enterprise.name())) {
            throw Refusal.invalid("enterprise-called-so", "/name");
        }
        names.rename(
                Ids.next(clock),
                enterprise,
                line,
                new FormerName(
                        enterprise.name(),
                        clock.instant(),
                        actor.person(),
                        remarks.write(enterprise.region(), actor.person(), reason, "/reason")));
    }

    /** Lets somebody act for the actor's own enterprise. */
    Post letIn(
            Actor actor,
            String login,
            @Nullable String name,
            LocalDate from,
            @Nullable LocalDate to,
            String reason) {
        actor.mustBe(Role.APPLICANT);
        if (from.isBefore(WorkingDays.today(clock))) {
            throw Refusal.invalid("post-from-past", "/from");
        }
        Post post =
                new Post(
                        Ids.next(clock),
                        oversight.agent(login, name),
                        Role.APPLICANT,
                        actor.region(),
                        null,
                        own(actor),
                        null,
                        from,
                        to);
        oversight.agentLetIn(actor, post, reason);
        return post;
    }

    /** The last one stays: an enterprise without anybody asks the administrator. */
    void letOut(Actor actor, UUID post, String reason) {
        actor.mustBe(Role.APPLICANT);
        LocalDate today = WorkingDays.today(clock);
        names.locked(own(actor));
        List<Post> agents = names.agents(own(actor), today);
        Post leaving =
                agents.stream()
                        .filter(it -> it.id().equals(post))
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("post-unknown"));
        boolean others =
                agents.stream().anyMatch(it -> !it.id().equals(post) && !it.from().isAfter(today));
        if (!others) {
            throw Refusal.conflict("agent-last");
        }
        oversight.agentLetOut(actor, leaving, reason);
    }

    private boolean isSeen(Actor actor, Enterprise enterprise) {
        if (actor.role() == Role.APPLICANT) {
            return enterprise.id().equals(actor.enterprise());
        }
        Set<Region> reached = reach(actor);
        return reached.isEmpty() || reached.contains(enterprise.region());
    }

    private static UUID own(Actor actor) {
        UUID own = actor.enterprise();
        if (own == null) {
            throw Refusal.notFound("enterprise-not-found");
        }
        return own;
    }

    private static void mustSee(Actor actor) {
        actor.mustBe(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR, Role.APPLICANT);
    }

    private Set<Region> reach(Actor actor) {
        Jurisdictions known = jurisdictions.getIfAvailable();
        return known == null ? Set.of(actor.region()) : known.of(actor);
    }
}

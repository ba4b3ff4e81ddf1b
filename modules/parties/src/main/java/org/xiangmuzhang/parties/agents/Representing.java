package org.xiangmuzhang.parties.agents;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
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
import org.xiangmuzhang.parties.Reach;
import org.xiangmuzhang.parties.Remarks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which enterprises there are, registered at the window or by the administrator; what they are
 * called, corrected by the administrator; and who acts for them: their own people let others in and
 * out; the administrator does so as with every post.
 */
@Component
@Transactional
class Representing {

    private static final int LONGEST = 200;

    private final JdbcNames names;
    private final Enterprises enterprises;
    private final Oversight oversight;
    private final Remarks remarks;
    private final Reach reach;
    private final ObjectProvider<Jurisdictions> jurisdictions;
    private final Clock clock;

    Representing(
            JdbcNames names,
            Enterprises enterprises,
            Oversight oversight,
            Remarks remarks,
            Reach reach,
            ObjectProvider<Jurisdictions> jurisdictions,
            Clock clock) {
        this.names = names;
        this.enterprises = enterprises;
        this.oversight = oversight;
        this.remarks = remarks;
        this.reach = reach;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
    }

    /**
     * An enterprise and who acts for it.
     *
     * @param former what it was called, the latest first
     * @param merged those that were merged into it, the latest first
     */
    record Sheet(
            Enterprise enterprise,
            List<FormerName> former,
            List<Merged> merged,
            List<Post> agents) {}

    /** Within an administrator's reach; an applicant's own alone. With one more than the limit. */
    @Transactional(readOnly = true)
    List<Enterprise> all(
            Actor actor, @Nullable SocialCreditCode code, @Nullable UUID after, int limit) {
        mustSee(actor);
        if (actor.role() == Role.APPLICANT) {
            return enterprises.byId(own(actor)).stream().toList();
        }
        return code == null
                ? names.enterprises(reach.of(actor), after, limit + 1)
                : enterprises.byCode(code).filter(it -> isSeen(actor, it)).stream().toList();
    }

    /** One that was merged is shown as the one it was merged into. */
    @Transactional(readOnly = true)
    Sheet one(Actor actor, UUID id) {
        mustSee(actor);
        Enterprise enterprise = seen(actor, enterprises.byId(id));
        return new Sheet(
                enterprise,
                names.former(enterprise.id()),
                names.merged(enterprise.id()),
                names.agents(enterprise.id(), WorkingDays.today(clock)));
    }

    /**
     * What came of a registration.
     *
     * @param isNew false when the code is known: the enterprise is then the one that stands
     */
    record Registered(Enterprise enterprise, boolean isNew) {}

    /**
     * Puts an enterprise on record, whoever will act for it. A code that is known leads to the
     * enterprise that stands, which stays as it is.
     *
     * @param place within the actor's reach, or null for that of the actor's post
     */
    Registered register(
            Actor actor,
            SocialCreditCode code,
            String name,
            @Nullable Region place,
            String reason) {
        mustRegister(actor);
        Region at = place == null ? actor.region() : place;
        if (!reach.covers(actor, at)) {
            throw Refusal.forbidden("post-of-another-place", at.code());
        }
        Jurisdictions known = jurisdictions.getIfAvailable();
        if (known != null && known.place(at) == null) {
            throw Refusal.invalid("post-place-unknown", "/region", at.code());
        }
        String line = line(name);
        Optional<Enterprise> stands = enterprises.byCode(code);
        if (stands.isPresent()) {
            return new Registered(stands.get(), false);
        }
        Enterprise enterprise = new Enterprise(Ids.next(clock), at, code, line);
        try {
            enterprises.add(enterprise);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("enterprise-added-meanwhile");
        }
        names.registered(
                enterprise,
                actor.person(),
                clock.instant(),
                remarks.write(at, actor.person(), reason, "/reason"));
        return new Registered(enterprise, true);
    }

    static void mustRegister(Actor actor) {
        actor.mustBe(Role.CLERK, Role.ADMINISTRATOR);
    }

    /** Corrects the name; the old one is kept. */
    void rename(Actor actor, UUID id, String name, String reason) {
        actor.mustBe(Role.ADMINISTRATOR);
        Enterprise stands = seen(actor, enterprises.byId(id));
        Enterprise enterprise =
                names.locked(id)
                        .orElseThrow(
                                () -> Refusal.conflict("enterprise-merged", stands.code().value()));
        String line = line(name);
        if (line.equals(enterprise.name())) {
            throw Refusal.invalid("enterprise-called-so", "/name");
        }
        names.keep(
                Ids.next(clock),
                enterprise,
                new FormerName(
                        enterprise.name(),
                        clock.instant(),
                        actor.person(),
                        remarks.write(enterprise.region(), actor.person(), reason, "/reason")));
        enterprises.rename(id, line);
    }

    private static String line(String name) {
        String line = name.strip();
        if (line.isEmpty()
                || line.length() > LONGEST
                || line.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("person-line", "/name", LONGEST);
        }
        return line;
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
        Enterprise enterprise = seen(actor, enterprises.byId(own(actor)));
        Post post =
                new Post(
                        Ids.next(clock),
                        oversight.agent(enterprise, login, name),
                        Role.APPLICANT,
                        actor.region(),
                        null,
                        enterprise.id(),
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

    private Enterprise seen(Actor actor, Optional<Enterprise> found) {
        return found.filter(it -> isSeen(actor, it))
                .orElseThrow(() -> Refusal.notFound("enterprise-not-found"));
    }

    private boolean isSeen(Actor actor, Enterprise enterprise) {
        return actor.role() == Role.APPLICANT
                ? enterprise.id().equals(actor.enterprise())
                : reach.covers(actor, enterprise.region());
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
}

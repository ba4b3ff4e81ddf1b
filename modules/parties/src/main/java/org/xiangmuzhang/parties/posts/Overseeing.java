package org.xiangmuzhang.parties.posts;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.AgentLogin;
import org.xiangmuzhang.parties.Enterprise;
import org.xiangmuzhang.parties.Oversight;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.Remarks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What others do with people and their posts, within the same rules and the same record. */
@Component
class Overseeing implements Oversight {

    private final Appointing appointing;
    private final JdbcPosts posts;
    private final People people;
    private final Remarks remarks;
    private final Clock clock;

    Overseeing(
            Appointing appointing, JdbcPosts posts, People people, Remarks remarks, Clock clock) {
        this.appointing = appointing;
        this.posts = posts;
        this.people = people;
        this.remarks = remarks;
        this.clock = clock;
    }

    @Override
    public Person bySecurity(Actor actor, UUID person) {
        actor.mustBe(Role.SECURITY_ADMINISTRATOR);
        Person seen = appointing.one(actor, person).person();
        appointing.mustHoldWithinReach(actor, person);
        return seen;
    }

    @Override
    public Person forSecret(Actor actor, UUID person) {
        actor.mustBe(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
        return unlessRefused(actor, person, secretRefused(actor, person));
    }

    @Override
    public @Nullable Refusal secretRefused(Actor actor, UUID person) {
        List<Post> held = openPosts(person);
        if (actor.person().equals(person)) {
            return Refusal.forbidden("secret-for-oneself");
        }
        if (actor.role()
                != (isAdministrator(held) ? Role.SECURITY_ADMINISTRATOR : Role.ADMINISTRATOR)) {
            return Refusal.forbidden("secret-by-another-administrator");
        }
        return beyondReach(actor, person, held);
    }

    @Override
    public Person forReset(Actor actor, UUID person) {
        actor.mustBe(Role.SECURITY_ADMINISTRATOR);
        return unlessRefused(actor, person, resetRefused(actor, person));
    }

    @Override
    public @Nullable Refusal resetRefused(Actor actor, UUID person) {
        List<Post> held = openPosts(person);
        return isAdministrator(held)
                ? Refusal.forbidden("password-of-administrator")
                : beyondReach(actor, person, held);
    }

    private Person unlessRefused(Actor actor, UUID person, @Nullable Refusal refusal) {
        Person seen = appointing.one(actor, person).person();
        if (refusal != null) {
            throw refusal;
        }
        return seen;
    }

    /** What counts today or will count. */
    private List<Post> openPosts(UUID person) {
        return posts.of(List.of(person)).stream()
                .filter(held -> held.isOpen(WorkingDays.today(clock)))
                .map(Held::post)
                .toList();
    }

    private static boolean isAdministrator(List<Post> held) {
        return held.stream().anyMatch(post -> Appointing.SEPARATED.contains(post.role()));
    }

    private @Nullable Refusal beyondReach(Actor actor, UUID person, List<Post> held) {
        if (!appointing.holdsWithinReach(actor, person)) {
            return Refusal.notFound("holder-unknown");
        }
        return held.stream().allMatch(post -> appointing.reaches(actor, post.region()))
                ? null
                : Refusal.forbidden("secret-beyond-reach");
    }

    @Override
    public void secretGiven(Actor actor, UUID person, String reason) {
        record(Act.Kind.SECRET_GIVEN, actor, person, null, reason);
    }

    @Override
    public void passwordReset(Actor actor, UUID person, String reason) {
        record(Act.Kind.PASSWORD_RESET, actor, person, null, reason);
    }

    @Override
    public void sessionsEnded(Actor actor, UUID person, String reason) {
        record(Act.Kind.SESSIONS_ENDED, actor, person, null, reason);
    }

    @Override
    public UUID agent(Enterprise enterprise, String login, @Nullable String name) {
        if (name == null) {
            Person known = people.byLogin(login).orElse(null);
            if (known != null && actsForAnEnterprise(known.id())) {
                return known.id();
            }
        }
        return appointing.person(AgentLogin.of(login, enterprise.code()), name);
    }

    /** Refuses an official. */
    private boolean actsForAnEnterprise(UUID person) {
        List<Held> held = posts.of(List.of(person));
        boolean official =
                held.stream()
                        .filter(it -> it.isOpen(WorkingDays.today(clock)))
                        .anyMatch(it -> !Appointing.isForAnEnterprise(it.post()));
        if (official) {
            throw Refusal.invalid("agent-is-official", "/login");
        }
        return held.stream().anyMatch(it -> Appointing.isForAnEnterprise(it.post()));
    }

    @Override
    public void agentLetIn(Actor actor, Post post, String reason) {
        appointing.mustFitBeside(post);
        people.assign(post);
        record(Act.Kind.AGENT_LET_IN, actor, post.person(), post.id(), reason);
    }

    @Override
    public void agentLetOut(Actor actor, Post post, String reason) {
        people.withdraw(post.id());
        record(Act.Kind.TAKEN_AWAY, actor, post.person(), post.id(), reason);
    }

    @Override
    public void agentsPassedOn(Actor actor, UUID dissolved, UUID kept, UUID reason) {
        LocalDate today = WorkingDays.today(clock);
        posts.takeTwins(dissolved, kept, today, clock.instant());
        posts.passOn(dissolved, kept).stream()
                .filter(held -> held.isOpen(today))
                .map(Held::post)
                .forEach(
                        post ->
                                posts.record(
                                        new Act(
                                                Ids.next(clock),
                                                post.region(),
                                                Act.Kind.AGENT_PASSED_ON,
                                                post.person(),
                                                post.id(),
                                                null,
                                                actor.person(),
                                                clock.instant(),
                                                reason)));
    }

    private void record(
            Act.Kind kind, Actor actor, UUID person, @Nullable UUID post, String reason) {
        posts.record(
                new Act(
                        Ids.next(clock),
                        actor.region(),
                        kind,
                        person,
                        post,
                        null,
                        actor.person(),
                        clock.instant(),
                        remarks.write(actor.region(), actor.person(), reason, "/reason")));
    }
}

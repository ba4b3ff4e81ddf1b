package org.xiangmuzhang.parties.posts;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Oversight;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.Remarks;

import java.time.Clock;
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
    public void sessionsEnded(Actor actor, UUID person, String reason) {
        record(Act.Kind.SESSIONS_ENDED, actor, person, null, reason);
    }

    @Override
    public UUID agent(String login, @Nullable String name) {
        UUID person = appointing.person(login, name);
        boolean official =
                posts.of(List.of(person)).stream()
                        .filter(held -> held.isOpen(WorkingDays.today(clock)))
                        .map(held -> held.post().role())
                        .anyMatch(role -> !Appointing.FOR_AN_ENTERPRISE.contains(role));
        if (official) {
            throw Refusal.invalid("agent-is-official", "/login");
        }
        return person;
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

package org.xiangmuzhang.parties.posts;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.Remarks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * 代班: an official lets a colleague of the same place act in the own post for a time; or the
 * administrator does, and the holder or a security administrator confirms it. What the substitute
 * does is done by the substitute, and says for whom.
 */
@Component
@Transactional
class Substituting {

    /** Whose work a colleague can do; what needs a second person to be given is not among it. */
    static final Set<Role> OF_OFFICIALS =
            EnumSet.complementOf(
                    EnumSet.of(
                            Role.APPLICANT,
                            Role.INTERMEDIARY,
                            Role.ADMINISTRATOR,
                            Role.SECURITY_ADMINISTRATOR,
                            Role.AUDITOR,
                            Role.SYSTEM));

    private final JdbcSubstitutions substitutions;
    private final JdbcPosts posts;
    private final Appointing appointing;
    private final People people;
    private final Remarks remarks;
    private final Clock clock;

    Substituting(
            JdbcSubstitutions substitutions,
            JdbcPosts posts,
            Appointing appointing,
            People people,
            Remarks remarks,
            Clock clock) {
        this.substitutions = substitutions;
        this.posts = posts;
        this.appointing = appointing;
        this.people = people;
        this.remarks = remarks;
        this.clock = clock;
    }

    /** Around the actor, or around somebody within an administrator's reach. */
    @Transactional(readOnly = true)
    List<Substitution> around(Actor actor, @Nullable UUID person) {
        return substitutions.around(seen(actor, person), WorkingDays.today(clock));
    }

    /** The posts in which the person may have a substitute. */
    @Transactional(readOnly = true)
    List<Post> posts(Actor actor, @Nullable UUID person) {
        return posts.of(List.of(seen(actor, person))).stream()
                .filter(held -> held.isOpen(WorkingDays.today(clock)))
                .map(Held::post)
                .filter(post -> OF_OFFICIALS.contains(post.role()))
                .toList();
    }

    private UUID seen(Actor actor, @Nullable UUID person) {
        if (person != null && !person.equals(actor.person())) {
            return appointing.one(actor, person).person().id();
        }
        mustBeOfficial(actor);
        return actor.person();
    }

    Substitution give(
            Actor actor, UUID post, String login, LocalDate from, LocalDate to, String reason) {
        mustBeOfficial(actor);
        Post held =
                posts.locked(post)
                        .filter(it -> it.isOpen(WorkingDays.today(clock)))
                        .map(Held::post)
                        .filter(it -> isIts(actor, it))
                        .orElseThrow(() -> Refusal.notFound("post-unknown"));
        if (!OF_OFFICIALS.contains(held.role())) {
            throw Refusal.conflict("substitute-for-no-official");
        }
        mustFit(held, from, to);
        UUID substitute = substitute(held, login);
        if (substitute.equals(actor.person())) {
            throw Refusal.forbidden("post-for-oneself");
        }
        Substitution given =
                new Substitution(
                        Ids.next(clock),
                        held,
                        substitute,
                        from,
                        to,
                        actor.person(),
                        held.person().equals(actor.person()));
        substitutions.add(given);
        record(Act.Kind.SUBSTITUTE_NAMED, given, to, actor, reason);
        return given;
    }

    /** What an administrator gave counts from now on. */
    Substitution confirm(Actor actor, UUID id, String reason) {
        Substitution waiting =
                substitutions
                        .open(id)
                        .filter(it -> it.person().equals(actor.person()) || isIts(actor, it.post()))
                        .orElseThrow(() -> Refusal.notFound("substitution-unknown"));
        if (waiting.confirmed()) {
            throw Refusal.conflict("substitute-confirmed-already");
        }
        if (!mayConfirm(actor, waiting)) {
            throw Refusal.forbidden("substitute-second-person");
        }
        substitutions.confirm(id, actor.person());
        record(Act.Kind.SUBSTITUTE_CONFIRMED, waiting, waiting.to(), actor, reason);
        return new Substitution(
                waiting.id(),
                waiting.post(),
                waiting.person(),
                waiting.from(),
                waiting.to(),
                waiting.givenBy(),
                true);
    }

    /** The holder, or a security administrator who neither gave it nor is the substitute. */
    boolean mayConfirm(Actor actor, Substitution it) {
        if (it.confirmed()
                || it.givenBy().equals(actor.person())
                || it.person().equals(actor.person())) {
            return false;
        }
        return actor.inPlaceOf() == null && it.post().person().equals(actor.person())
                || actor.role() == Role.SECURITY_ADMINISTRATOR
                        && appointing.reaches(actor, it.post().region());
    }

    /** Before its last day: by whose post it is, by the substitute, or by an administrator. */
    void end(Actor actor, UUID id, String reason) {
        Substitution open =
                substitutions
                        .open(id)
                        .filter(it -> it.person().equals(actor.person()) || isIts(actor, it.post()))
                        .orElseThrow(() -> Refusal.notFound("substitution-unknown"));
        substitutions.end(id, actor.person(), clock.instant());
        record(Act.Kind.SUBSTITUTE_ENDED, open, null, actor, reason);
    }

    private void mustFit(Post held, LocalDate from, LocalDate to) {
        if (from.isBefore(WorkingDays.today(clock))) {
            throw Refusal.invalid("post-from-past", "/from");
        }
        if (to.isBefore(from)) {
            throw Refusal.invalid("substitute-ends-before-it-begins", "/to");
        }
        LocalDate last = held.to();
        if (from.isBefore(held.from()) || last != null && to.isAfter(last)) {
            throw Refusal.invalid("substitute-beyond-post", List.of("/from", "/to"));
        }
        if (substitutions.ofPost(held.id()).stream().anyMatch(it -> it.overlaps(from, to))) {
            throw Refusal.conflict("substitute-already");
        }
    }

    /** A colleague: an official of the same place who holds a confirmed post there. */
    private UUID substitute(Post held, String login) {
        UUID person = people.byLogin(login).map(Person::id).orElse(held.person());
        if (person.equals(held.person())) {
            throw Refusal.invalid("substitute-no-colleague", "/login");
        }
        boolean colleague =
                posts.of(List.of(person)).stream()
                        .filter(it -> it.isOpen(WorkingDays.today(clock)))
                        .map(Held::post)
                        .anyMatch(
                                it ->
                                        OF_OFFICIALS.contains(it.role())
                                                && it.region().equals(held.region()));
        if (!colleague) {
            throw Refusal.invalid("substitute-no-colleague", "/login");
        }
        return person;
    }

    /** Nobody passes on what was lent: a substitute's own posts alone are the actor's. */
    private boolean isIts(Actor actor, Post post) {
        return actor.inPlaceOf() == null && post.person().equals(actor.person())
                || (actor.role() == Role.ADMINISTRATOR
                                || actor.role() == Role.SECURITY_ADMINISTRATOR)
                        && appointing.reaches(actor, post.region());
    }

    boolean mayGive(Actor actor) {
        return actor.role() == Role.ADMINISTRATOR || OF_OFFICIALS.contains(actor.role());
    }

    private static void mustBeOfficial(Actor actor) {
        if (actor.role() != Role.ADMINISTRATOR) {
            actor.mustBe(OF_OFFICIALS.toArray(Role[]::new));
        }
    }

    private void record(
            Act.Kind kind, Substitution it, @Nullable LocalDate last, Actor actor, String reason) {
        posts.record(
                new Act(
                        Ids.next(clock),
                        it.post().region(),
                        kind,
                        it.person(),
                        it.post().id(),
                        last,
                        actor.person(),
                        clock.instant(),
                        remarks.write(it.post().region(), actor.person(), reason, "/reason")));
    }
}

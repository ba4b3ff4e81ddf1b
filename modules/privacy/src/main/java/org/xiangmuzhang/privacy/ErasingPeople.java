package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.privacy.Forgetting;
import org.xiangmuzhang.parties.privacy.HeldKind;
import org.xiangmuzhang.parties.privacy.Holds;
import org.xiangmuzhang.parties.privacy.MattersOfPeople;
import org.xiangmuzhang.parties.privacy.MattersOfPeople.Matter;
import org.xiangmuzhang.rest.KeptAnswers;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Erases people for good, unless a hold or a running matter needs them. */
@Component
@Transactional
class ErasingPeople {

    /** Shorter texts stand in everything. */
    private static final int SHORTEST = 2;

    private static final int AT_ONCE = 1000;

    private final KnownPeople known;
    private final People people;
    private final Remarks remarks;
    private final Holds holds;
    private final WhatIsKept kept;
    private final KeptAnswers answers;
    private final ObjectProvider<Forgetting> others;
    private final JdbcClient jdbc;
    private final Clock clock;

    ErasingPeople(
            KnownPeople known,
            People people,
            Remarks remarks,
            Holds holds,
            WhatIsKept kept,
            KeptAnswers answers,
            ObjectProvider<Forgetting> others,
            JdbcClient jdbc,
            Clock clock) {
        this.known = known;
        this.people = people;
        this.remarks = remarks;
        this.holds = holds;
        this.kept = kept;
        this.answers = answers;
        this.others = others;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who check each other are not erased by each other. */
    private static final Set<Role> OF_THREE =
            Set.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR);

    /** Why somebody is erased. */
    enum Ground {
        /** The person asked for it (个人信息保护法 art. 47). */
        REQUEST,
        /** The time for which the data may be kept is over. */
        RETENTION
    }

    /**
     * Refuses with {@code erasing-oneself}, {@code person-erased-already}, {@code
     * person-of-another-place}, {@code person-is-administrator}, {@code person-held}, {@code
     * person-in-running-project}, {@code person-in-running-application} and {@code
     * erasing-reason-names}.
     */
    void erase(Actor actor, UUID id, Ground ground, String reason) {
        actor.mustBe(Role.ADMINISTRATOR);
        if (id.equals(actor.person())) {
            throw Refusal.forbidden("erasing-oneself");
        }
        known.of(actor, id);
        people.keepAsIs(id);
        Person person = known.of(actor, id).present();
        if (Stream.of(person.name(), person.login(), Objects.requireNonNullElse(person.phone(), ""))
                .anyMatch(text -> text.length() >= SHORTEST && reason.contains(text))) {
            throw Refusal.invalid("erasing-reason-names", "/reason");
        }
        known.mustStandWithinReach(actor, id);
        if (known.open(id).stream().anyMatch(post -> OF_THREE.contains(post.role()))) {
            throw Refusal.conflict("person-is-administrator");
        }
        Refusal need = need(id);
        if (need != null) {
            throw need;
        }
        takeOutOfAnswers(person);
        UUID why = remarks.write(actor.region(), actor.person(), reason, "/reason");
        forget(person, ground, why, actor);
    }

    /** The answers of seven days; what they are sealed under goes two days later anyway. */
    private void takeOutOfAnswers(Person person) {
        Collection<Remarks.Written> texts = kept.remarks(person.id());
        answers.takeOut(
                person.login(),
                Stream.concat(
                                Stream.of(
                                        person.login(),
                                        person.name(),
                                        Objects.requireNonNullElse(person.phone(), "")),
                                texts.stream().map(Remarks.Written::text))
                        .filter(text -> text.length() >= SHORTEST)
                        .toList());
    }

    /**
     * Why somebody must be there, or nothing; until the transaction ends neither a post nor a hold
     * comes that would change the answer. It is told, not thrown: the caller's work goes on.
     */
    @Nullable Refusal need(UUID person) {
        people.keepAsIs(person);
        holds.still(List.of(person));
        if (!holds.held(HeldKind.PERSON, List.of(person)).isEmpty()) {
            return Refusal.conflict("person-held");
        }
        return known.matters().stream()
                .flatMap(context -> Stream.ofNullable(need(context, person)))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Refusal need(MattersOfPeople context, UUID person) {
        UUID last = null;
        List<Matter> matters;
        do {
            matters = matters(context, person, last);
            Refusal need = need(matters);
            if (need != null) {
                return need;
            }
            last = matters.isEmpty() ? null : matters.getLast().id();
        } while (matters.size() == AT_ONCE);
        return null;
    }

    private static List<Matter> matters(
            MattersOfPeople context, UUID person, @Nullable UUID after) {
        return Sight.ALL.during(() -> context.of(person, after, AT_ONCE));
    }

    private @Nullable Refusal need(List<Matter> matters) {
        List<UUID> ids = matters.stream().map(Matter::id).toList();
        holds.still(ids);
        if (Stream.of(HeldKind.PROJECT, HeldKind.APPLICATION)
                .anyMatch(kind -> !holds.held(kind, ids).isEmpty())) {
            return Refusal.conflict("person-held");
        }
        return matters.stream()
                .filter(Matter::running)
                .findFirst()
                .map(
                        matter ->
                                Refusal.conflict(
                                        matter.kind() == HeldKind.PROJECT
                                                ? "person-in-running-project"
                                                : "person-in-running-application",
                                        matter.number()))
                .orElse(null);
    }

    /**
     * Everything of the person goes; also by the platform itself, when a time is over.
     *
     * @param why the remark that says it, or null where a term does
     */
    void forget(Person person, Ground ground, @Nullable UUID why, Actor by) {
        Sight.ALL.during(
                () -> {
                    others.forEach(other -> other.forget(person));
                    people.erase(person.id());
                    jdbc.sql(
                                    """
                                    insert into privacy.erasure (person, region, ground, reason,
                                        erased_by, erased_at)
                                    values (:person, :region, :ground, :reason, :by, :at)
                                    """)
                            .param("person", person.id())
                            .param("region", by.region().code())
                            .param("ground", ground.name())
                            .param("reason", why)
                            .param("by", by.person())
                            .param("at", Timestamp.from(clock.instant()))
                            .update();
                    return null;
                });
    }
}

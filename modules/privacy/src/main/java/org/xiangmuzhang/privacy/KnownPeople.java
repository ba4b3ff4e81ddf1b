package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.privacy.MattersOfPeople;
import org.xiangmuzhang.parties.privacy.MayCall;
import org.xiangmuzhang.settings.Places;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whom an actor may know of: those whose posts it reaches, and whom it works with. */
@Component
class KnownPeople {

    /** They act for an enterprise or for themselves and reach no place. */
    private static final Set<Role> OUTSIDERS = EnumSet.of(Role.APPLICANT, Role.INTERMEDIARY);

    private final People people;
    private final ObjectProvider<Places> places;
    private final ObjectProvider<MayCall> calling;
    private final ObjectProvider<MattersOfPeople> matters;
    private final Clock clock;

    KnownPeople(
            People people,
            ObjectProvider<Places> places,
            ObjectProvider<MayCall> calling,
            ObjectProvider<MattersOfPeople> matters,
            Clock clock) {
        this.people = people;
        this.places = places;
        this.calling = calling;
        this.matters = matters;
        this.clock = clock;
    }

    /**
     * Somebody, as far as the actor is concerned.
     *
     * @param person null when erased
     * @param posts all that were ever held
     * @param mandate what lets the actor call the person, or null
     */
    record Known(UUID id, @Nullable Person person, List<Post> posts, @Nullable UUID mandate) {

        /** Refuses with {@code person-erased-already}. */
        Person present() {
            if (person == null) {
                throw Refusal.conflict("person-erased-already");
            }
            return person;
        }
    }

    /** Refuses with {@code person-not-known} whom the actor may not know of. */
    Known of(Actor actor, UUID id) {
        return Sight.ALL.during(() -> find(actor, id));
    }

    private Known find(Actor actor, UUID id) {
        Optional<Person> person = people.byId(id);
        if (person.isEmpty() && !people.isErased(id)) {
            throw unknown();
        }
        List<Post> posts = people.postsEver(id);
        UUID mandate = mandate(actor, id);
        boolean known = id.equals(actor.person()) || mandate != null || reaches(actor, posts);
        if (!known) {
            throw unknown();
        }
        return new Known(id, person.orElse(null), posts, mandate);
    }

    /** By the login; refuses with {@code person-not-known}. */
    UUID byLogin(Actor actor, String login) {
        UUID id = people.byLogin(login.strip()).map(Person::id).orElseThrow(KnownPeople::unknown);
        return of(actor, id).id();
    }

    private @Nullable UUID mandate(Actor actor, UUID person) {
        Set<UUID> enterprises =
                people.posts(person, WorkingDays.today(clock)).stream()
                        .map(Post::enterprise)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return calling.stream()
                .flatMap(one -> one.because(actor, person, enterprises).stream())
                .findFirst()
                .orElse(null);
    }

    private boolean reaches(Actor actor, List<Post> posts) {
        if (OUTSIDERS.contains(actor.role())) {
            return false;
        }
        return actor.region().equals(Region.TEMPLATE)
                || posts.stream().anyMatch(post -> reaches(actor, post.region()));
    }

    /**
     * Refuses with {@code person-of-another-place} who stands in a post that the actor does not
     * reach.
     */
    void mustStandWithinReach(Actor actor, UUID person) {
        if (!actor.region().equals(Region.TEMPLATE)
                && open(person).stream().anyMatch(post -> !reaches(actor, post.region()))) {
            throw Refusal.forbidden("person-of-another-place");
        }
    }

    /** Posts of the person's own today. */
    List<Post> open(UUID person) {
        return people.posts(person, WorkingDays.today(clock)).stream()
                .filter(post -> post.inPlaceOf() == null)
                .toList();
    }

    boolean reaches(Actor actor, Region place) {
        Places tree = places.getIfAvailable();
        return tree == null ? actor.region().equals(place) : tree.reaches(actor, place);
    }

    /** Where people may have a part in matters. */
    List<MattersOfPeople> matters() {
        return matters.stream().toList();
    }

    private static Refusal unknown() {
        return Refusal.notFound("person-not-known");
    }
}

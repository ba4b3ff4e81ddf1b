package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Masked;
import org.xiangmuzhang.parties.Occasion;
import org.xiangmuzhang.parties.People;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.privacy.JdbcFullViews.FullView;
import org.xiangmuzhang.privacy.JdbcFullViews.Kind;
import org.xiangmuzhang.privacy.KnownPeople.Known;
import org.xiangmuzhang.rest.Cursor;
import org.xiangmuzhang.rest.Page;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** People as others see them: masked, and in full for a reason that is kept. */
@Component
@Transactional
class SeeingPeople {

    private final KnownPeople known;
    private final JdbcFullViews views;
    private final People people;
    private final Remarks remarks;
    private final Clock clock;

    SeeingPeople(
            KnownPeople known, JdbcFullViews views, People people, Remarks remarks, Clock clock) {
        this.known = known;
        this.views = views;
        this.people = people;
        this.remarks = remarks;
        this.clock = clock;
    }

    /**
     * Somebody's name and phone.
     *
     * @param name masked or in full; of somebody erased the words for that
     * @param full whether nothing is masked
     * @param mandate whether a mandate opens them without a reason
     */
    record Seen(
            UUID id,
            String name,
            @Nullable String phone,
            boolean full,
            boolean mandate,
            boolean erased) {}

    /** As everybody sees the person; oneself one sees in full. */
    @Transactional(readOnly = true)
    Seen masked(Actor actor, UUID id) {
        Known found = known.of(actor, id);
        Person person = found.person();
        if (person == null) {
            String words = Sight.ALL.during(() -> people.names(List.of(id))).getOrDefault(id, "");
            return new Seen(id, words, null, true, false, true);
        }
        if (id.equals(actor.person())) {
            return full(person, false);
        }
        String phone = person.phone();
        return new Seen(
                id,
                Masked.name(person.name()),
                phone == null ? null : Masked.phone(phone),
                false,
                found.mandate() != null,
                false);
    }

    /**
     * In full, which is kept with the reason; under a mandate none is needed. Refuses with {@code
     * full-view-reason} and {@code remark-length}.
     */
    Seen inFull(Actor actor, UUID id, @Nullable String reason) {
        Known found = known.of(actor, id);
        Person person = found.present();
        note(actor, found, Kind.VIEW, reason);
        return full(person, found.mandate() != null);
    }

    /** Keeps that somebody was seen in full. */
    void note(Actor actor, Known found, Kind kind, @Nullable String reason) {
        boolean given = reason != null && !reason.isBlank();
        UUID mandate = kind == Kind.VIEW ? found.mandate() : null;
        if (!given && mandate == null) {
            throw Refusal.invalid("full-view-reason", "/reason");
        }
        FullView view =
                new FullView(
                        Ids.next(clock),
                        actor.region(),
                        kind,
                        found.id(),
                        actor.person(),
                        actor.role().name(),
                        given
                                ? remarks.write(
                                        actor.region(),
                                        actor.person(),
                                        Objects.requireNonNull(reason),
                                        "/reason")
                                : null,
                        mandate,
                        clock.instant());
        Sight.ALL.during(
                () -> {
                    views.add(view);
                    return null;
                });
    }

    private static Seen full(Person person, boolean mandate) {
        return new Seen(person.id(), person.name(), person.phone(), true, mandate, false);
    }

    /**
     * A view with its words.
     *
     * @param viewer by name: who looks at somebody is told to that person and to the auditor
     */
    record Told(FullView view, @Nullable String viewer, @Nullable String reason) {}

    /** Whoever saw anybody of the actor's places in full. */
    @Transactional(readOnly = true)
    Page<Told> all(Actor actor, @Nullable Cursor after, int limit) {
        actor.mustBe(Role.AUDITOR);
        Page<FullView> page =
                Page.of(
                        views.before(after == null ? null : after.id(0), limit + 1),
                        limit,
                        view -> Cursor.of(view.id()));
        Map<UUID, Told> told = told(page.items(), actor, Occasion.LIST);
        return page.map(view -> Objects.requireNonNull(told.get(view.id())));
    }

    /** The latest who saw one person in full, for that person. */
    @Transactional(readOnly = true)
    List<Told> of(Actor actor, UUID person, int limit) {
        return Sight.ALL.during(
                () -> {
                    List<FullView> found = views.of(person, limit);
                    Map<UUID, Told> told = told(found, actor, Occasion.MATTER);
                    return found.stream()
                            .map(view -> Objects.requireNonNull(told.get(view.id())))
                            .toList();
                });
    }

    private Map<UUID, Told> told(List<FullView> found, Actor reader, Occasion occasion) {
        Set<UUID> viewers = new HashSet<>();
        Set<UUID> reasons = new HashSet<>();
        for (FullView view : found) {
            viewers.add(view.viewer());
            UUID reason = view.reason();
            if (reason != null) {
                reasons.add(reason);
            }
        }
        Map<UUID, String> names = people.names(viewers, reader, occasion);
        Map<UUID, String> texts = remarks.texts(reasons);
        Map<UUID, Told> told = new HashMap<>();
        for (FullView view : found) {
            UUID reason = view.reason();
            told.put(
                    view.id(),
                    new Told(
                            view,
                            names.get(view.viewer()),
                            reason == null ? null : texts.get(reason)));
        }
        return told;
    }
}

package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.privacy.AboutPeople;
import org.xiangmuzhang.parties.privacy.MattersOfPeople.Matter;
import org.xiangmuzhang.privacy.JdbcFullViews.Kind;
import org.xiangmuzhang.privacy.KnownPeople.Known;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Everything that the platform keeps about somebody, for the person to take away. */
@Component
@Transactional
class WhatIsKept {

    /** Who has more views on record than this is told of the latest. */
    private static final int VIEWS = 1000;

    private static final int ACTS_AT_ONCE = 1000;

    private final KnownPeople known;
    private final SeeingPeople seeing;
    private final Remarks remarks;
    private final LogReader log;
    private final ObjectProvider<AboutPeople> others;
    private final Clock clock;

    WhatIsKept(
            KnownPeople known,
            SeeingPeople seeing,
            Remarks remarks,
            LogReader log,
            ObjectProvider<AboutPeople> others,
            Clock clock) {
        this.known = known;
        this.seeing = seeing;
        this.remarks = remarks;
        this.log = log;
        this.others = others;
        this.clock = clock;
    }

    /** One act in the log: what kind, about what, when. */
    record Act(long position, String type, UUID subject, @Nullable UUID project, Instant at) {}

    /** Somebody who saw the name and the phone in full, or took away what is kept. */
    record View(
            Kind kind,
            Instant at,
            @Nullable String viewer,
            String role,
            @Nullable String reason,
            @Nullable UUID mandate) {}

    /**
     * What is kept.
     *
     * @param remarks what the person wrote
     * @param acts what the person did, as the log says it
     * @param views who saw the person's data in full
     * @param more what single parts of the platform keep, by their names
     */
    record Kept(
            Instant at,
            Person person,
            List<Post> posts,
            List<Remarks.Written> remarks,
            List<Matter> matters,
            List<Act> acts,
            List<View> views,
            SortedMap<String, List<? extends Record>> more) {}

    /** For the person. */
    @Transactional(readOnly = true)
    Kept own(Actor actor) {
        return kept(actor, known.of(actor, actor.person()));
    }

    /** For whoever asked an administrator for it, which is kept with the reason. */
    Kept handedOut(Actor actor, UUID person, String reason) {
        actor.mustBe(Role.ADMINISTRATOR);
        Known found = known.of(actor, person);
        found.present();
        known.mustStandWithinReach(actor, person);
        seeing.note(actor, found, Kind.EXPORT, reason);
        return kept(actor, found);
    }

    private Kept kept(Actor actor, Known found) {
        return Sight.ALL.during(
                () -> {
                    UUID id = found.id();
                    SortedMap<String, List<? extends Record>> more = new TreeMap<>();
                    others.forEach(other -> more.put(other.name(), other.of(id)));
                    return new Kept(
                            clock.instant(),
                            found.present(),
                            found.posts(),
                            remarks.by(id),
                            known.matters(id),
                            acts(id),
                            seeing.of(actor, id, VIEWS).stream().map(WhatIsKept::view).toList(),
                            more);
                });
    }

    private List<Act> acts(UUID person) {
        List<Act> acts = new ArrayList<>();
        List<Act> some;
        long last = 0;
        do {
            some =
                    log.ofActor(person, last, ACTS_AT_ONCE).stream()
                            .map(
                                    it ->
                                            new Act(
                                                    it.position(),
                                                    it.type(),
                                                    it.subject(),
                                                    it.project(),
                                                    it.recordedAt()))
                            .toList();
            acts.addAll(some);
            last = some.isEmpty() ? last : some.getLast().position();
        } while (some.size() == ACTS_AT_ONCE);
        return acts;
    }

    private static View view(SeeingPeople.Told told) {
        return new View(
                told.view().kind(),
                told.view().at(),
                told.viewer(),
                told.view().role(),
                told.reason(),
                told.view().mandate());
    }
}

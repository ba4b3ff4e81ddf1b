package org.xiangmuzhang.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.eventlog.LogReader;
import org.xiangmuzhang.eventlog.LoggedAct;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Person;
import org.xiangmuzhang.parties.Post;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.parties.privacy.AboutPeople;
import org.xiangmuzhang.parties.privacy.MattersOfPeople;
import org.xiangmuzhang.parties.privacy.MattersOfPeople.Matter;
import org.xiangmuzhang.privacy.JdbcFullViews.Kind;
import org.xiangmuzhang.privacy.KnownPeople.Known;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
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

    /** Somebody who saw the name and the phone in full, or took away what is kept. */
    record View(
            Kind kind,
            Instant at,
            @Nullable String viewer,
            String role,
            @Nullable String reason,
            @Nullable UUID mandate) {}

    /**
     * What is kept; remarks, matters and acts are read as they are gone through.
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
            Collection<Remarks.Written> remarks,
            Collection<Matter> matters,
            Collection<LoggedAct> acts,
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
                            remarks(id),
                            matters(id),
                            acts(id),
                            views(actor, id, VIEWS),
                            more);
                });
    }

    /** How much is kept, and the latest views. */
    record Overview(
            Person person, int posts, int remarks, int matters, int acts, List<View> views) {}

    /** For the person, on a page. */
    @Transactional(readOnly = true)
    Overview overview(Actor actor, int views) {
        Known found = known.of(actor, actor.person());
        UUID id = found.id();
        return new Overview(
                found.present(),
                found.posts().size(),
                remarks(id).size(),
                matters(id).size(),
                acts(id).size(),
                views(actor, id, views));
    }

    /** Everything somebody wrote that is still there, the oldest first. */
    Collection<Remarks.Written> remarks(UUID person) {
        return new Pages<>(
                () -> remarks.countBy(person),
                (last, limit) -> remarks.by(person, last == null ? null : last.id(), limit));
    }

    private Collection<Matter> matters(UUID person) {
        return Pages.joined(known.matters().stream().map(one -> matters(one, person)).toList());
    }

    private static Pages<Matter> matters(MattersOfPeople context, UUID person) {
        return new Pages<>(
                () -> context.count(person),
                (last, limit) -> context.of(person, last == null ? null : last.id(), limit));
    }

    private Collection<LoggedAct> acts(UUID person) {
        return new Pages<>(
                () -> log.countOfActor(person),
                (last, limit) -> log.ofActor(person, last == null ? 0 : last.position(), limit));
    }

    private List<View> views(Actor actor, UUID person, int most) {
        return seeing.of(actor, person, most).stream().map(WhatIsKept::view).toList();
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

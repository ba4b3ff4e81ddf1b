package org.xiangmuzhang.supervision.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.database.Sight;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Enterprises;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.supervision.domain.Rating;
import org.xiangmuzhang.supervision.events.MatterRated;
import org.xiangmuzhang.supervision.port.out.Ratings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * 好差评: the enterprise itself rates a delivered matter once (GB/T 39735-2020). Nobody rates for it,
 * least of all its steward.
 */
@Service
@Transactional
public class RatingMatters {

    /** How long an enterprise is asked for its rating after the matter has ended. */
    public static final Setting TIME =
            Setting.of("supervision.rating-time", new Setting.Field("days", 1, 3650, 60));

    private static final Set<Role> READERS = EnumSet.of(Role.SUPERVISOR, Role.LEADER, Role.AUDITOR);

    private final Applications applications;
    private final Ratings ratings;
    private final Enterprises enterprises;
    private final Remarks remarks;
    private final ApplicationEventPublisher events;
    private final Regions regions;
    private final Settings settings;
    private final Clock clock;

    RatingMatters(
            Applications applications,
            Ratings ratings,
            Enterprises enterprises,
            Remarks remarks,
            ApplicationEventPublisher events,
            Regions regions,
            Settings settings,
            Clock clock) {
        this.applications = applications;
        this.ratings = ratings;
        this.enterprises = enterprises;
        this.remarks = remarks;
        this.events = events;
        this.regions = regions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Rates an application from 5 to 1, with a remark of 1 to 2000 characters or none. */
    public Rating rate(UUID application, int score, @Nullable String remark, Actor actor) {
        actor.mustBe(Role.APPLICANT);
        Rating.mustBeScore(score);
        ApplicationView matter =
                applications
                        .byId(application)
                        .filter(found -> isOf(found, actor))
                        .filter(found -> stands(found.enterprise()))
                        .orElseThrow(() -> Refusal.invalid("application-unknown", "/application"));
        if (!matter.state().equals("DELIVERED")) {
            throw Refusal.conflict("not-delivered-yet", matter.number());
        }
        UUID written =
                remark == null
                        ? null
                        : remarks.write(matter.region(), actor.person(), remark, "/remark");
        Rating rating =
                new Rating(
                        application,
                        matter.region(),
                        matter.project(),
                        matter.enterprise(),
                        score,
                        written,
                        actor.person(),
                        WorkingDays.today(clock));
        if (!ratings.add(rating)) {
            throw Refusal.conflict("already-rated", matter.number());
        }
        events.publishEvent(
                new MatterRated(
                        application,
                        rating.region(),
                        rating.project(),
                        rating.enterprise(),
                        score,
                        rating.on(),
                        written));
        return rating;
    }

    /** Whether it has not been merged away meanwhile, and is not before the transaction ends. */
    private boolean stands(UUID enterprise) {
        return Sight.ALL
                .during(() -> enterprises.held(enterprise))
                .filter(it -> !it.id().equals(enterprise))
                .isEmpty();
    }

    /** Whether the actor may rate the application now. */
    @Transactional(readOnly = true)
    public boolean isOpenTo(UUID application, Actor actor) {
        return actor.role() == Role.APPLICANT
                && applications
                        .byId(application)
                        .filter(found -> isOf(found, actor))
                        .filter(found -> found.state().equals("DELIVERED"))
                        .isPresent()
                && ratings.of(application).isEmpty();
    }

    /** Matters that the enterprise may rate, ended within the time of its place, newest first. */
    @Transactional(readOnly = true)
    public List<ApplicationView> open(Actor actor, int limit) {
        UUID enterprise = actor.enterprise();
        if (actor.role() != Role.APPLICANT || enterprise == null) {
            return List.of();
        }
        LocalDate today = WorkingDays.today(clock);
        LocalDate since =
                today.minusDays(Setting.value(settings.at(TIME, actor.region(), today), "days"));
        return ratings.unrated(enterprise, since, limit).stream()
                .flatMap(application -> applications.byId(application).stream())
                .filter(matter -> matter.state().equals("DELIVERED"))
                .toList();
    }

    /**
     * The rating of an application, if there is one that the actor may see: its own enterprise, and
     * who may read the ratings of the place.
     */
    @Transactional(readOnly = true)
    public Optional<Rating> of(UUID application, Actor actor) {
        return ratings.of(application)
                .filter(
                        rating ->
                                actor.role() == Role.APPLICANT
                                        ? rating.enterprise().equals(actor.enterprise())
                                        : READERS.contains(actor.role())
                                                && regions.reaches(actor, rating.region()));
    }

    /** Ratings of the regions that the actor reaches, oldest first. */
    @Transactional(readOnly = true)
    public List<Rating> ratings(Actor actor, Rating.@Nullable Place after, int limit) {
        actor.mustBe(READERS.toArray(Role[]::new));
        return ratings.inRegions(regions.reachOf(actor), after, limit);
    }

    /** The texts of remarks by their ids. */
    @Transactional(readOnly = true)
    public Map<UUID, String> texts(List<Rating> rated) {
        return remarks.texts(rated.stream().map(Rating::remark).filter(Objects::nonNull).toList());
    }

    private static boolean isOf(ApplicationView matter, Actor actor) {
        return matter.enterprise().equals(actor.enterprise());
    }
}

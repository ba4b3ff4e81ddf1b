package org.xiangmuzhang.supervision.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.settings.Setting;
import org.xiangmuzhang.settings.Settings;
import org.xiangmuzhang.steward.spi.OpenPromises;
import org.xiangmuzhang.supervision.domain.Breach;
import org.xiangmuzhang.supervision.domain.RegisteredPromise;
import org.xiangmuzhang.supervision.events.BreachReported;
import org.xiangmuzhang.supervision.port.out.Promises;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * 承诺登记: promises that approvals rest on. They stand on dispatches and, where their place says so,
 * in the way of closing their project; a breach that comes to light here is told to the department.
 */
@Service
@Transactional(readOnly = true)
public class PromiseRegister implements OpenPromises {

    /** Whether a project with open promises may be closed. */
    public static final Setting SETTING =
            Setting.of("supervision.promises", Setting.Field.yesNo("blocksClosing", true));

    private static final Role[] READERS = {Role.SUPERVISOR, Role.LEADER, Role.AUDITOR};

    private final Promises promises;
    private final ApplicationEventPublisher events;
    private final Regions regions;
    private final Settings settings;
    private final Clock clock;

    PromiseRegister(
            Promises promises,
            ApplicationEventPublisher events,
            Regions regions,
            Settings settings,
            Clock clock) {
        this.promises = promises;
        this.events = events;
        this.regions = regions;
        this.settings = settings;
        this.clock = clock;
    }

    /** What intake tells of a promise that holds from now on. */
    @Transactional
    public void inForce(RegisteredPromise promise) {
        promises.inForce(promise);
    }

    /** What intake tells of it later. */
    @Transactional
    public void moved(
            UUID promise,
            String state,
            @Nullable String cause,
            @Nullable LocalDate due,
            LocalDate on) {
        promises.moved(promise, state, cause, due, on);
    }

    /** What intake tells when the approval that rests on it is revoked. */
    @Transactional
    public void revoked(UUID task, LocalDate on) {
        promises.revoked(task, on);
    }

    /** Those of the places that the actor reaches, by due day. */
    public List<RegisteredPromise> promises(
            Actor actor, boolean open, RegisteredPromise.@Nullable Place after, int limit) {
        actor.mustBe(READERS);
        return promises.inRegions(regions.reachOf(actor), open, after, limit);
    }

    /** One of them; refuses what lies outside as if it did not exist. */
    public RegisteredPromise promise(UUID id, Actor actor) {
        actor.mustBe(READERS);
        return promises.byId(id)
                .filter(found -> regions.reaches(actor, found.region()))
                .orElseThrow(() -> Refusal.notFound("promise-unknown", id));
    }

    public List<Breach> breaches(UUID promise) {
        return promises.breaches(promise);
    }

    /**
     * Tells the department that a promise seems to be broken, though a check may have found it
     * kept; nothing is revoked by that.
     */
    @Transactional
    public Breach report(UUID id, Breach.Source source, Actor actor) {
        actor.mustBe(Role.SUPERVISOR);
        RegisteredPromise promise = promise(id, actor);
        if (!promise.bears()) {
            throw Refusal.conflict("promise-over", promise.itemCode());
        }
        Breach breach =
                new Breach(
                        Ids.next(clock),
                        promise.region(),
                        id,
                        source,
                        actor.person(),
                        WorkingDays.today(clock));
        promises.add(breach);
        events.publishEvent(
                new BreachReported(
                        promise.application(),
                        promise.region(),
                        promise.project(),
                        id,
                        breach.id(),
                        source.name(),
                        breach.on()));
        return breach;
    }

    @Override
    public List<OpenPromises.Promise> due(Region region, LocalDate until, int limit) {
        return promises.due(region, until, limit).stream().map(this::open).toList();
    }

    @Override
    public Set<UUID> open(Collection<UUID> ids) {
        return promises.byIds(ids).stream()
                .filter(RegisteredPromise::isOpen)
                .map(RegisteredPromise::id)
                .collect(Collectors.toSet());
    }

    @Override
    public List<OpenPromises.Promise> of(UUID project) {
        return promises.ofProject(project).stream().map(this::open).toList();
    }

    private OpenPromises.Promise open(RegisteredPromise promise) {
        return new OpenPromises.Promise(
                promise.id(),
                promise.region(),
                promise.project(),
                promise.due(),
                settings.at(SETTING, promise.region(), WorkingDays.today(clock))
                        .yes("blocksClosing"));
    }
}

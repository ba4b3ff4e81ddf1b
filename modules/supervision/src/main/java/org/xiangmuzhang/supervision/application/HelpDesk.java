package org.xiangmuzhang.supervision.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.api.Applications;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.kernel.WorkingDays;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.supervision.domain.HelpCase;
import org.xiangmuzhang.supervision.events.HelpCaseMoved;
import org.xiangmuzhang.supervision.port.out.HelpCases;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** 办不成事窗口: a refusal at the window is the beginning of a case that somebody answers for. */
@Service
@Transactional
public class HelpDesk {

    private static final Role[] READERS = {Role.SUPERVISOR, Role.LEADER, Role.AUDITOR};

    private final HelpCases cases;
    private final Applications applications;
    private final Remarks remarks;
    private final ApplicationEventPublisher events;
    private final Regions regions;
    private final Clock clock;

    HelpDesk(
            HelpCases cases,
            Applications applications,
            Remarks remarks,
            ApplicationEventPublisher events,
            Regions regions,
            Clock clock) {
        this.cases = cases;
        this.applications = applications;
        this.remarks = remarks;
        this.events = events;
        this.regions = regions;
        this.clock = clock;
    }

    /** What a window has turned away. */
    public void open(HelpCase opened) {
        cases.open(opened);
    }

    /** Cases of the places that the actor reaches, the longest open first. */
    @Transactional(readOnly = true)
    public List<HelpCase> cases(
            Actor actor,
            HelpCase.@Nullable State state,
            HelpCase.@Nullable Place after,
            int limit) {
        actor.mustBe(READERS);
        return cases.inRegions(regions.reachOf(actor), state, after, limit);
    }

    @Transactional(readOnly = true)
    public HelpCase of(UUID application, Actor actor) {
        actor.mustBe(READERS);
        return cases.of(application)
                .filter(found -> regions.reaches(actor, found.region()))
                .orElseThrow(() -> Refusal.notFound("help-case-unknown", application));
    }

    /** What an enterprise sees of the case about its own application. */
    @Transactional(readOnly = true)
    public Optional<HelpCase> seen(UUID application, Actor actor) {
        boolean reader = List.of(READERS).contains(actor.role());
        return reader || actor.role() == Role.APPLICANT || actor.role() == Role.CLERK
                ? cases.of(application)
                        .filter(
                                found ->
                                        actor.role() == Role.APPLICANT
                                                || regions.reaches(actor, found.region()))
                : Optional.empty();
    }

    /** The window's reasons, by the ids of their texts. */
    @Transactional(readOnly = true)
    public Map<UUID, String> reasons(List<HelpCase> some) {
        return remarks.texts(some.stream().map(HelpCase::remark).toList());
    }

    /** Receipt number of the application that a case is about. */
    @Transactional(readOnly = true)
    public String number(UUID application) {
        return applications.byId(application).map(ApplicationView::number).orElse("");
    }

    /**
     * The actor answers for it from now on.
     *
     * @param version refuses when the caller has seen another one
     */
    public HelpCase take(UUID application, LongConsumer version, Actor actor) {
        actor.mustBe(Role.SUPERVISOR);
        return keep(
                seen(application, version, actor).taken(actor.person(), WorkingDays.today(clock)));
    }

    /** Its owner says what came of it. */
    public HelpCase settle(UUID application, HelpCase.Way way, LongConsumer version, Actor actor) {
        actor.mustBe(Role.SUPERVISOR);
        return keep(
                seen(application, version, actor)
                        .settled(way, actor.person(), WorkingDays.today(clock)));
    }

    private HelpCase seen(UUID application, LongConsumer version, Actor actor) {
        HelpCase found = of(application, actor);
        version.accept(found.version());
        return found;
    }

    private HelpCase keep(HelpCase moved) {
        HelpCase kept = cases.save(moved);
        HelpCase.Way way = kept.way();
        events.publishEvent(
                new HelpCaseMoved(
                        kept.application(),
                        kept.region(),
                        kept.project(),
                        kept.state().name(),
                        way == null ? null : way.name(),
                        WorkingDays.today(clock)));
        return kept;
    }
}

package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xiangmuzhang.catalog.api.Regions;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.Role;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.domain.dispatch.Agenda;
import org.xiangmuzhang.steward.domain.dispatch.Kind;
import org.xiangmuzhang.steward.domain.dispatch.Line;
import org.xiangmuzhang.steward.domain.dispatch.Matter;
import org.xiangmuzhang.steward.domain.dispatch.Meeting;
import org.xiangmuzhang.steward.domain.dispatch.Outcome;
import org.xiangmuzhang.steward.domain.dispatch.Standing;
import org.xiangmuzhang.steward.events.DispatchClosed;
import org.xiangmuzhang.steward.events.DispatchLineTreated;
import org.xiangmuzhang.steward.events.DispatchOpened;
import org.xiangmuzhang.steward.port.in.Dispatching;
import org.xiangmuzhang.steward.port.out.Dispatches;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

@Component("steward.dispatch")
class DispatchRoom implements Dispatching {

    private static final Role[] READERS =
            EnumSet.of(
                            Role.LEADER,
                            Role.SUPERVISOR,
                            Role.AUDITOR,
                            Role.HEAD,
                            Role.APPROVER,
                            Role.STEWARD)
                    .toArray(Role[]::new);

    private final Dispatches dispatches;
    private final AgendaSources sources;
    private final DispatchTickets tickets;
    private final DispatchSheets sheets;
    private final DispatchRules rules;
    private final Regions regions;
    private final Remarks remarks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DispatchRoom(
            Dispatches dispatches,
            AgendaSources sources,
            DispatchTickets tickets,
            DispatchSheets sheets,
            DispatchRules rules,
            Regions regions,
            Remarks remarks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dispatches = dispatches;
        this.sources = sources;
        this.tickets = tickets;
        this.sheets = sheets;
        this.rules = rules;
        this.regions = regions;
        this.remarks = remarks;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> agenda(Actor actor, Locale language) {
        actor.mustBe(READERS);
        return sheets.lines(
                actor, actor.region(), lines(actor.region(), new ArrayList<>()), language);
    }

    /** The agenda of a place as of now; tells which matters stand no more. */
    private List<Line> lines(Region place, List<Matter> over) {
        List<Matter> found = sources.found(place);
        List<Standing> known =
                dispatches.standing(place, found.stream().map(Matter::about).toList());
        List<Matter> here =
                known.stream()
                        .filter(one -> one.place().equals(place) && one.quietUntil() == null)
                        .map(Standing::matter)
                        .toList();
        Set<Matter> still = new HashSet<>(sources.still(here));
        here.stream().filter(one -> !still.contains(one)).forEach(over::add);
        return Agenda.of(
                place,
                rules.today(),
                found,
                known.stream().filter(one -> !over.contains(one.matter())).toList(),
                () -> Ids.next(clock));
    }

    @Override
    @Transactional
    public UUID open(Actor actor, UUID id) {
        actor.mustBe(Role.LEADER);
        Region place = actor.region();
        List<Matter> over = new ArrayList<>();
        List<Line> lines = tickets.held(place, lines(place, over));
        LocalDate week = rules.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        dispatches.add(
                new Meeting(id, place, week, actor.holder(), clock.instant(), null, lines, 1));
        dispatches.forget(over);
        lines.forEach(
                line -> dispatches.put(new Standing(line.matter(), place, line.times(), null)));
        events.publishEvent(new DispatchOpened(id, place, null, week, lines.size()));
        return id;
    }

    @Override
    @Transactional
    public void treat(Actor actor, UUID dispatch, UUID line, long version, Minute minute) {
        Meeting meeting = held(actor, dispatch, version);
        treat(actor, meeting, meeting.open(line), minute);
        dispatches.save(meeting);
    }

    private void treat(Actor actor, Meeting meeting, Line line, Minute minute) {
        Region place = meeting.region();
        Matter matter = line.matter();
        String text = minute.text();
        UUID remark =
                minute.treatment() == Treatment.CARRY && (text == null || text.isBlank())
                        ? null
                        : remarks.write(place, actor.person(), text == null ? "" : text, "/text");
        UUID ticket = null;
        Outcome wished = Outcome.CARRIED;
        switch (minute.treatment()) {
            case SETTLE -> {
                wished = Outcome.SETTLED;
                tickets.settle(actor, meeting, matter, remark);
            }
            case TICKET -> {
                wished = Outcome.TICKET;
                ticket = tickets.make(actor, meeting, matter, remark, minute);
            }
            case CARRY -> {}
        }
        Region above = rules.above(place);
        Line treated =
                meeting.treat(line.id(), wished, rules.times(place), above != null, remark, ticket);
        stand(actor, meeting, treated, above);
        events.publishEvent(
                new DispatchLineTreated(
                        meeting.id(),
                        place,
                        matter.project(),
                        line.id(),
                        matter.kind().name(),
                        treated.outcome().name(),
                        ticket,
                        treated.outcome() == Outcome.RAISED && above != null ? above.code() : null,
                        remark));
    }

    /** Where the matter stands from now on. */
    private void stand(Actor actor, Meeting meeting, Line line, @Nullable Region above) {
        Matter matter = line.matter();
        if (tickets.isElsewhere(matter, meeting.region())) {
            return;
        }
        if (matter.kind() == Kind.TICKET && line.outcome() == Outcome.SETTLED) {
            dispatches.forget(List.of(matter));
            return;
        }
        switch (line.outcome()) {
            case SETTLED, TICKET ->
                    dispatches.put(
                            new Standing(
                                    matter,
                                    meeting.region(),
                                    0,
                                    rules.quietUntil(meeting.region())));
            case RAISED -> {
                Region place = above == null ? meeting.region() : above;
                dispatches.put(new Standing(matter, place, 0, null));
                tickets.raise(actor, matter, place, line.remark());
            }
            case CARRIED, OPEN -> {}
        }
    }

    @Override
    @Transactional
    public void close(Actor actor, UUID dispatch, long version) {
        Meeting meeting = held(actor, dispatch, version);
        meeting.lines().stream()
                .filter(line -> line.outcome() == Outcome.OPEN)
                .forEach(
                        line ->
                                treat(
                                        actor,
                                        meeting,
                                        line,
                                        new Minute(Treatment.CARRY, null, null, null, null)));
        meeting.close(clock.instant());
        dispatches.save(meeting);
        events.publishEvent(
                new DispatchClosed(
                        meeting.id(),
                        meeting.region(),
                        null,
                        meeting.week(),
                        meeting.count(Outcome.SETTLED),
                        meeting.count(Outcome.TICKET),
                        meeting.count(Outcome.CARRIED),
                        meeting.count(Outcome.RAISED)));
    }

    private Meeting held(Actor actor, UUID dispatch, long version) {
        visible(actor, dispatch);
        actor.mustBe(Role.LEADER);
        Meeting meeting = dispatches.held(dispatch).orElseThrow(DispatchRoom::unknown);
        if (!actor.region().equals(meeting.region())) {
            throw Refusal.forbidden("dispatch-of-another-place", meeting.region().code());
        }
        if (version >= 0 && meeting.version() != version) {
            throw Refusal.conflict("dispatch-changed-meanwhile");
        }
        return meeting;
    }

    private Meeting visible(Actor actor, UUID dispatch) {
        if (!EnumSet.copyOf(List.of(READERS)).contains(actor.role())) {
            throw unknown();
        }
        return dispatches
                .byId(dispatch)
                .filter(found -> regions.reaches(actor, found.region()))
                .orElseThrow(DispatchRoom::unknown);
    }

    private static Refusal unknown() {
        return Refusal.notFound("dispatch-unknown");
    }

    @Override
    @Transactional(readOnly = true)
    public Sheet meeting(Actor actor, UUID dispatch, Locale language) {
        return sheets.whole(actor, visible(actor, dispatch), language);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Sheet> list(
            Actor actor,
            @Nullable LocalDate beforeWeek,
            @Nullable UUID afterDispatch,
            int limit,
            Locale language) {
        actor.mustBe(READERS);
        return sheets.of(
                actor, dispatches.list(regions.reachOf(actor), beforeWeek, afterDispatch, limit));
    }
}

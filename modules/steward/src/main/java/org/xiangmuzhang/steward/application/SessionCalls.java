package org.xiangmuzhang.steward.application;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.session.Call;
import org.xiangmuzhang.steward.domain.session.Invitation;
import org.xiangmuzhang.steward.domain.session.JointSession;
import org.xiangmuzhang.steward.domain.session.Part;
import org.xiangmuzhang.steward.domain.session.Point;
import org.xiangmuzhang.steward.domain.session.SessionKind;
import org.xiangmuzhang.steward.domain.session.SessionState;
import org.xiangmuzhang.steward.domain.session.Verdict;
import org.xiangmuzhang.steward.events.SessionCalled;
import org.xiangmuzhang.steward.port.in.Convening.Request;
import org.xiangmuzhang.steward.port.out.Sessions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Calling departments together: whom, when, and whether the time for it has come. */
@Component
class SessionCalls {

    private static final int MOST_ITEMS = 30;
    private static final String EVERY_HALL = "";
    private static final Predicate<String> HALL =
            Pattern.compile("[A-Z0-9-]{1,83}").asMatchPredicate();

    private final Sessions sessions;
    private final SessionRules rules;
    private final Access access;
    private final Papers papers;
    private final Units units;
    private final Remarks remarks;
    private final Catalog catalog;
    private final ApplicationEventPublisher events;

    SessionCalls(
            Sessions sessions,
            SessionRules rules,
            Access access,
            Papers papers,
            Units units,
            Remarks remarks,
            Catalog catalog,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.rules = rules;
        this.access = access;
        this.papers = papers;
        this.units = units;
        this.remarks = remarks;
        this.catalog = catalog;
        this.events = events;
    }

    void call(Actor actor, Request request) {
        ProjectView project = access.visible(actor, request.project());
        Access.mustBeItsSteward(actor, project);
        access.mustStayOpen(project.id());
        Region region = project.region();
        JointSession before = request.previous() == null ? null : previous(request, project);
        String hall = request.hall() == null ? EVERY_HALL : request.hall();
        if (!hall.isEmpty() && !HALL.test(hall)) {
            throw Refusal.invalid("session-hall", "/hall");
        }
        if (request.file() != null) {
            papers.mustBeUsable(request.file(), actor, project, "/file");
        }
        LocalDate answerBy = rules.answerBy(region, request.answerBy());
        int minutes = rules.minutes(region, request.minutes());
        String place = request.place();
        UUID written =
                place == null || place.isBlank()
                        ? null
                        : remarks.write(region, actor.person(), place, "/place");
        Call call =
                new Call(
                        request.id(),
                        region,
                        project.id(),
                        before == null ? kind(request) : before.call().kind(),
                        before == null ? request.mock() : before.call().mock(),
                        before == null ? part(request) : before.call().part(),
                        request.previous(),
                        before == null ? request.id() : before.call().root(),
                        written,
                        hall,
                        request.file(),
                        rules.today(),
                        answerBy,
                        minutes);
        if (before == null) {
            mustBePrepared(call);
            mustHaveNothingLeft(call);
        }
        List<Instant> times =
                request.times().isEmpty()
                        ? rules.next(region, hall, minutes, answerBy)
                        : rules.within(call, request.times(), "/times");
        JointSession session =
                JointSession.called(
                        call, before == null ? invited(request, region) : stillOpen(before), times);
        sessions.add(session);
        events.publishEvent(
                new SessionCalled(
                        call.id(),
                        region,
                        project.id(),
                        call.kind().name(),
                        call.mock(),
                        call.part().kind().name(),
                        call.part().building(),
                        session.invitations().stream().map(Invitation::department).toList(),
                        session.invitations().stream()
                                .flatMap(one -> one.items().stream())
                                .toList(),
                        answerBy,
                        call.previous(),
                        call.file(),
                        written));
    }

    private static SessionKind kind(Request request) {
        return SessionKind.valueOf(request.kind().name());
    }

    private static Part part(Request request) {
        return new Part(
                Part.Kind.valueOf(request.part().name()),
                request.building(),
                request.use() == null ? null : Part.Use.valueOf(request.use().name()));
    }

    /** Only what was concluded with open points goes on. */
    private JointSession previous(Request request, ProjectView project) {
        JointSession before =
                sessions.held(Objects.requireNonNull(request.previous()))
                        .filter(one -> one.call().project().equals(project.id()))
                        .orElseThrow(() -> Refusal.invalid("joint-session-unknown", "/previous"));
        if (before.state() != SessionState.CONCLUDED || stillOpen(before).isEmpty()) {
            throw Refusal.conflict("session-nothing-open");
        }
        return before;
    }

    /** Whoever still has an open point comes again, and nobody else. */
    private List<Invitation> stillOpen(JointSession before) {
        Map<String, List<String>> left = new TreeMap<>();
        sessions.pointsOf(List.of(before.call().root())).stream()
                .filter(Point::isOpen)
                .forEach(
                        point ->
                                left.put(
                                        point.department(),
                                        before.find(point.department())
                                                .map(Invitation::items)
                                                .orElse(List.of())));
        return left.entrySet().stream()
                .map(one -> new Invitation(one.getKey(), one.getValue(), null, null, null))
                .toList();
    }

    /** The departments that were named and those that decide on the items. */
    private List<Invitation> invited(Request request, Region region) {
        if (request.items().size() > MOST_ITEMS) {
            throw Refusal.invalid("session-items", "/items", MOST_ITEMS);
        }
        Map<String, List<String>> invited = new LinkedHashMap<>();
        for (int i = 0; i < request.departments().size(); i++) {
            String department = request.departments().get(i);
            units.mustStand(region, department, "/departments/" + i);
            invited.put(department, new ArrayList<>());
        }
        for (int i = 0; i < request.items().size(); i++) {
            String code = request.items().get(i);
            String pointer = "/items/" + i;
            Item item =
                    catalog.item(region, code)
                            .orElseThrow(
                                    () -> Refusal.invalid("session-item-unknown", pointer, code));
            String department = catalog.organ(region, item, rules.today()).department();
            units.mustStand(region, department, pointer);
            List<String> items = invited.computeIfAbsent(department, none -> new ArrayList<>());
            if (!items.contains(code)) {
                items.add(code);
            }
        }
        return invited.entrySet().stream()
                .map(one -> new Invitation(one.getKey(), one.getValue(), null, null, null))
                .toList();
    }

    /**
     * The acceptance in earnest comes after its rehearsal, and that of the whole after its parts:
     * they are over, passed, and nothing of them is open.
     */
    private void mustBePrepared(Call call) {
        if (call.kind() != SessionKind.ACCEPTANCE || call.mock()) {
            return;
        }
        for (JointSession other : sessions.ofProject(call.project())) {
            Call known = other.call();
            boolean rehearsal = known.mock() && known.part().equals(call.part());
            boolean part = call.part().isWhole() && !known.mock() && !known.part().isWhole();
            if (known.kind() != SessionKind.ACCEPTANCE
                    || other.state() == SessionState.CANCELLED
                    || !rehearsal && !part) {
                continue;
            }
            boolean open =
                    sessions.pointsOf(List.of(known.root())).stream().anyMatch(Point::isOpen);
            if (other.isRunning() || open || wasRefused(other)) {
                throw rehearsal
                        ? Refusal.conflict("session-mock-open")
                        : Refusal.conflict("session-part-open");
            }
        }
    }

    /** Refused, and no later session about the same says otherwise. */
    private boolean wasRefused(JointSession session) {
        return session.outcome() == Verdict.REFUSED
                && sessions.ofProject(session.call().project()).stream()
                        .filter(later -> later.call().id().compareTo(session.call().id()) > 0)
                        .filter(later -> isAlike(later.call(), session.call()))
                        .noneMatch(
                                later ->
                                        later.state() == SessionState.CONCLUDED
                                                && later.outcome() != Verdict.REFUSED);
    }

    /** What an earlier session about the same left open goes on from there. */
    private void mustHaveNothingLeft(Call call) {
        Set<UUID> left =
                sessions.openOf(call.project()).stream()
                        .map(Point::root)
                        .collect(Collectors.toSet());
        sessions.ofProject(call.project()).stream()
                .filter(other -> isAlike(other.call(), call))
                .filter(other -> other.state() != SessionState.CANCELLED)
                .filter(other -> left.contains(other.call().root()))
                .reduce((first, second) -> second)
                .ifPresent(
                        other -> {
                            throw Refusal.conflict(
                                    "session-points-left",
                                    other.call().calledOn(),
                                    other.call().id());
                        });
    }

    private static boolean isAlike(Call one, Call other) {
        return one.kind() == other.kind()
                && one.mock() == other.mock()
                && one.part().equals(other.part());
    }
}

package org.xiangmuzhang.steward.application;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Ids;
import org.xiangmuzhang.kernel.Refusal;
import org.xiangmuzhang.parties.Remarks;
import org.xiangmuzhang.steward.api.ProjectView;
import org.xiangmuzhang.steward.domain.session.Call;
import org.xiangmuzhang.steward.domain.session.Invitation;
import org.xiangmuzhang.steward.domain.session.JointSession;
import org.xiangmuzhang.steward.domain.session.Point;
import org.xiangmuzhang.steward.domain.session.PointState;
import org.xiangmuzhang.steward.domain.session.Verdict;
import org.xiangmuzhang.steward.events.SessionPointMoved;
import org.xiangmuzhang.steward.events.SessionPointRaised;
import org.xiangmuzhang.steward.port.in.Convening.Act;
import org.xiangmuzhang.steward.port.in.Convening.Defect;
import org.xiangmuzhang.steward.port.in.Convening.Move;
import org.xiangmuzhang.steward.port.in.Convening.PointMove;
import org.xiangmuzhang.steward.port.out.Sessions;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** 遗留问题: what a department wants put right, from the day it is told to the day it is closed. */
@Component
class SessionPoints {

    private static final int MOST_POINTS = 20;

    private final Sessions sessions;
    private final SessionSight sight;
    private final SessionRules rules;
    private final Access access;
    private final ActingInName acting;
    private final Papers papers;
    private final Remarks remarks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SessionPoints(
            Sessions sessions,
            SessionSight sight,
            SessionRules rules,
            Access access,
            ActingInName acting,
            Papers papers,
            Remarks remarks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sessions = sessions;
        this.sight = sight;
        this.rules = rules;
        this.access = access;
        this.acting = acting;
        this.papers = papers;
        this.remarks = remarks;
        this.events = events;
        this.clock = clock;
    }

    /** Points are told once, at the first session. */
    int raise(Actor actor, JointSession session, Verdict verdict, List<Defect> defects) {
        if ((verdict == Verdict.POINTS) == defects.isEmpty() && verdict != Verdict.REFUSED
                || defects.size() > MOST_POINTS) {
            throw Refusal.invalid("session-points", "/points", MOST_POINTS);
        }
        Call call = session.call();
        for (int i = 0; i < defects.size(); i++) {
            Defect defect = defects.get(i);
            String pointer = "/points/" + i;
            Point point =
                    new Point(
                            Ids.next(clock),
                            call.region(),
                            call.project(),
                            call.root(),
                            String.valueOf(actor.department()),
                            remarks.write(
                                    call.region(),
                                    actor.person(),
                                    defect.text(),
                                    pointer + "/text"),
                            rules.mendedBy(call.region(), defect.due(), pointer + "/due"),
                            PointState.OPEN,
                            null,
                            1);
            sessions.add(point);
            events.publishEvent(
                    new SessionPointRaised(
                            call.id(),
                            call.region(),
                            call.project(),
                            point.id(),
                            point.department(),
                            point.due(),
                            point.text()));
        }
        return defects.size();
    }

    /** At a later session nothing new comes up: points are closed, or they stay. */
    int settle(JointSession session, String department, Verdict verdict, Act act) {
        if (!act.points().isEmpty()) {
            throw Refusal.invalid("session-only-open-points", "/points");
        }
        List<Point> own = own(session, department);
        boolean known = own.stream().map(Point::id).toList().containsAll(act.staying());
        if (!known
                || (verdict == Verdict.POINTS) == act.staying().isEmpty()
                        && verdict != Verdict.REFUSED) {
            throw Refusal.invalid("session-staying", "/staying");
        }
        int staying = 0;
        for (Point point : own) {
            if (verdict == Verdict.REFUSED || act.staying().contains(point.id())) {
                staying++;
            } else {
                save(point.closed(), null);
            }
        }
        return staying;
    }

    private List<Point> own(JointSession session, String department) {
        return sessions.heldPointsOf(session.call().root()).stream()
                .filter(Point::isOpen)
                .filter(point -> point.department().equals(department))
                .toList();
    }

    /** Whoever does not come to see what was put right does not object to it. */
    int settleAbsent(JointSession session, String department) {
        int staying = 0;
        for (Point point : own(session, department)) {
            if (point.state() == PointState.MENDED) {
                save(point.closed(), null);
            } else {
                staying++;
            }
        }
        return staying;
    }

    /** Puts right, closes or returns; a steward puts right in the enterprise's name. */
    void move(Actor actor, JointSession session, UUID id, long version, PointMove move) {
        ProjectView project = access.visible(actor, session.call().project());
        Point point =
                sessions.heldPoint(id)
                        .filter(it -> it.root().equals(session.call().root()))
                        .orElseThrow(() -> Refusal.notFound("session-point-unknown"));
        sight.mustBeOpenTo(actor, project, point, move.move());
        access.mustStayOpen(project.id());
        if (move.file() != null) {
            papers.mustBeUsable(move.file(), actor, project, "/file");
        }
        if (version >= 0 && point.version() != version) {
            throw Refusal.conflict("session-changed-meanwhile");
        }
        String text = move.text();
        UUID remark =
                move.move() == Move.RETURN || text != null && !text.isBlank()
                        ? remarks.write(
                                point.region(), actor.person(), text == null ? "" : text, "/text")
                        : null;
        switch (move.move()) {
            case MEND -> {
                if (move.file() == null) {
                    throw Refusal.invalid("session-evidence-missing", "/file");
                }
                Point mended = point.mended(move.file());
                acting.supply(
                        actor,
                        project,
                        session.find(point.department()).map(Invitation::items).orElse(List.of()));
                save(mended, remark);
            }
            case CLOSE -> save(point.closed(), remark);
            case RETURN ->
                    save(
                            point.returned(rules.mendedBy(point.region(), move.due(), "/due")),
                            remark);
        }
    }

    private void save(Point point, @Nullable UUID remark) {
        sessions.save(point);
        events.publishEvent(
                new SessionPointMoved(
                        point.root(),
                        point.region(),
                        point.project(),
                        point.id(),
                        point.department(),
                        point.state().name(),
                        point.due(),
                        point.file(),
                        remark));
    }
}
